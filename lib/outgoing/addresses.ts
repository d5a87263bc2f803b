import { lookup, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Networks that are not the open internet: private, loopback, link-local, shared, documentation, multicast. */
const CLOSED_4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

/** Of version 6 only 2000::/3 is open, without what is wrapped around other addresses and what is for documents. */
const CLOSED_6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const closed = new BlockList();
for (const [network, bits] of CLOSED_4) closed.addSubnet(network, bits, "ipv4");
for (const [network, bits] of CLOSED_6) closed.addSubnet(network, bits, "ipv6");
const open6 = new BlockList();
open6.addSubnet("2000::", 3, "ipv6");

/** True for an address on the open internet. */
export function isOpenAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  return family === 6 && open6.check(address, "ipv6") && !closed.check(address, "ipv6");
}

/** The host of an address is written as a number, and one of a closed network; names are looked at as they resolve. */
export function namesClosedHost({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return isIP(host) !== 0 && !isOpenAddress(host);
}

export class ClosedNetworkError extends Error {}

/**
 * Looks a name up for the connection that is made with the very addresses that were looked at, so that no
 * name can lead inside afterwards.
 */
export const openLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "");
    const problem = closedProblem(addresses);
    if (problem) return callback(problem, "");
    const [first] = addresses;
    if (options.all || !first) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

const closedProblem = (addresses: LookupAddress[]) =>
  addresses.length > 0 && addresses.every(({ address }) => isOpenAddress(address))
    ? undefined
    : new ClosedNetworkError("A closed network.");
