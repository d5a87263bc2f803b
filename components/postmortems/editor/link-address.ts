import { safeHref } from "@/lib/markdown/bridge/addresses";

const LONGEST = 2000;
const WITHIN_PORTAL = /^[/#]/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Why a text may not link to this address; `undefined` if it may. */
export function linkProblem(address: string): string | undefined {
  if (address === "") return "Write the address.";
  if (address.length > LONGEST) return `Use ${LONGEST.toLocaleString("en")} characters at most.`;
  if (!WITHIN_PORTAL.test(address) && !SCHEME.test(address)) {
    return "Write the whole address, https:// included.";
  }
  if (safeHref(address) !== undefined) return undefined;
  return "Only addresses that begin with https:// or mailto:, and those of this portal, can be linked.";
}

/** The address that a person meant: a bare host gets its https://. */
export function addressOf(typed: string): string {
  const address = typed.trim();
  const isBareHost = /^[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?$/.test(address);
  return isBareHost ? `https://${address}` : address;
}
