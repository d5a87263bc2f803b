import { log } from "@/lib/log";
import { originNow } from "@/lib/origin";
import { append, type Entry } from "./audit";

declare global {
  var musterRefusals: { since: number; counts: Map<string, number> } | undefined;
}

/** So many refusals are written down in a minute, of one address and of all: a stranger could fill the disk. */
const MOST = { address: 60, all: 600 };
const MINUTE = 60_000;

/**
 * Writes down that somebody was refused something. Call it outside of the transaction that the refusal undoes.
 * Beyond so many in a minute it only goes into the log. It never throws: the refusal stands all the same.
 */
export function recordRefusal(entry: Entry, now = Date.now()): void {
  const { address = "unknown" } = originNow();
  if (isTooMany(address, now)) {
    log.warn({ action: entry.action, address }, "a refusal was left out of the audit record");
    return;
  }
  try {
    append("refusal", entry);
  } catch (error) {
    log.error({ err: error, action: entry.action }, "a refusal could not be written down");
  }
}

function isTooMany(address: string, now: number): boolean {
  const known = globalThis.musterRefusals;
  const isOver = !known || now - known.since >= MINUTE || now < known.since;
  const { counts } = isOver
    ? (globalThis.musterRefusals = { since: now, counts: new Map() })
    : known;
  const [ofAddress, ofAll] = [`at ${address}`, "all"].map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  });
  return (ofAddress ?? 0) > MOST.address || (ofAll ?? 0) > MOST.all;
}
