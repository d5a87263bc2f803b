import type { AuditKey } from "@/lib/auth/secrets";
import { chainHash, START, type AuditRow, type Signed } from "./chain";

/** An entry's number and its hash, which stands for all that came before. */
export type Head = { id: number; hash: string };

export type Fault = {
  is: "changed" | "missing" | "swapped" | "unsigned" | "cut";
  /** The first entry that is not as it was written. */
  id: number;
  says: string;
};

export type Verdict = { entries: number; head: Head; fault?: Fault };

type Known = {
  keys: readonly AuditKey[];
  /** What stands before the first of the rows. */
  after?: Head;
  /** Hashes that were written down elsewhere, by the entry's number. */
  heads?: ReadonlyMap<number, string>;
};

const FIRST: Head = { id: 0, hash: START };

/** Follows the chain from its start, and names the first entry that breaks it. */
export function verifyChain(
  rows: Iterable<Signed<AuditRow>>,
  { keys, after = FIRST, heads = new Map() }: Known,
): Verdict {
  const iterator = rows[Symbol.iterator]();
  let head = after;
  let entries = 0;
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    const row = next.value;
    if (!fits(row, head.hash, keys)) {
      return { entries, head, fault: faultOf(row, { head, keys, rest: restOf(iterator) }) };
    }
    head = { id: row.id, hash: row.hash };
    entries += 1;
    const kept = heads.get(head.id);
    if (kept !== undefined && kept !== head.hash) return { entries, head, fault: rewritten(head) };
  }
  const fault = cutAfter(head, heads);
  return fault ? { entries, head, fault } : { entries, head };
}

function fits(
  row: Signed<AuditRow>,
  previous: string,
  keys: readonly AuditKey[],
): row is AuditRow & { keyId: string; hash: string } {
  const key = keys.find(({ id }) => id === row.keyId);
  return key !== undefined && row.hash !== null && chainHash(row, previous, key) === row.hash;
}

type Break = { head: Head; keys: readonly AuditKey[]; rest: Iterable<Signed<AuditRow>> };

function faultOf(row: Signed<AuditRow>, { head, keys, rest }: Break): Fault {
  const { id } = row;
  if (row.hash === null) {
    return { is: "unsigned", id, says: `Entry ${id} bears no hash: Muster did not write it.` };
  }
  if (!keys.some((key) => key.id === row.keyId)) {
    const says = `Entry ${id} names the key “${row.keyId}”, which secrets.json does not hold.`;
    return { is: "changed", id, says };
  }
  const other = swappedWith(row, { head, keys, rest });
  if (other !== undefined) {
    return { is: "swapped", id, says: `Entry ${id} stands in the place of another: ${other}.` };
  }
  if (id > head.id + 1) {
    const [from, to] = [head.id + 1, id - 1];
    const says =
      from === to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`;
    return { is: "missing", id: from, says };
  }
  return { is: "changed", id, says: `Entry ${id} is not as it was written.` };
}

/** Says where the entry is that belongs here: under another number, or further down. */
function swappedWith({ id }: Signed<AuditRow>, { head, keys, rest }: Break): string | undefined {
  for (const later of rest) {
    if (fits(later, head.hash, keys)) return `entry ${later.id} belongs before it`;
    if (fits({ ...later, id }, head.hash, keys)) return `its own words stand as entry ${later.id}`;
  }
  return undefined;
}

function rewritten({ id }: Head): Fault {
  const says = `Entry ${id} is another than the one that audit-heads.log knows: what stood here was cut off and written anew.`;
  return { is: "cut", id, says };
}

function cutAfter({ id }: Head, heads: ReadonlyMap<number, string>): Fault | undefined {
  const last = [...heads.keys()].reduce((most, each) => Math.max(most, each), 0);
  if (last <= id) return undefined;
  const says = `The end is missing: the record stops at entry ${id}, and audit-heads.log knows of entry ${last}.`;
  return { is: "cut", id: id + 1, says };
}

function* restOf<T>(iterator: Iterator<T>): Generator<T> {
  for (let next = iterator.next(); !next.done; next = iterator.next()) yield next.value;
}
