import { z } from "zod";
import type { AuditKey } from "@/lib/auth/secrets";
import { AUDIT_KINDS } from "@/lib/domain/audit";
import { parsedJson } from "@/lib/json";
import { toJson } from "@/lib/record/json";
import { sign, START, type AuditRow, type Signed } from "./chain";
import { verifyChain, type Fault, type Head, type Verdict } from "./verify";

const head = z.object({ id: z.int(), hash: z.string() });
const first = z.object({ audit: z.literal("muster"), after: head });
const last = z.object({
  end: head,
  entries: z.int(),
  at: z.string(),
  keyId: z.string(),
  seal: z.string(),
});
const text = z.string().nullable();
const entry = z.object({
  id: z.int(),
  at: z.iso.datetime().transform((at) => Date.parse(at)),
  kind: z.enum(AUDIT_KINDS),
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  detail: z.json().transform((detail) => (detail === null ? null : toJson(detail))),
  incidentId: z.int().nullable(),
  via: text,
  address: text,
  requestId: text,
  keyId: text,
  hash: text,
});

/**
 * The record as JSON lines: where it goes on from, one line for each entry, and a sealed line that says what
 * the file holds.
 */
export function* writeLines(
  rows: Iterable<Signed<AuditRow>>,
  { after = { id: 0, hash: START }, key, now }: { after?: Head; key: AuditKey; now: number },
): Generator<string> {
  yield firstLine(after);
  let end = after;
  let entries = 0;
  for (const row of rows) {
    yield lineOf(row);
    end = { id: row.id, hash: row.hash ?? START };
    entries += 1;
  }
  const held = { end, entries, at: new Date(now).toISOString(), keyId: key.id };
  yield lastLine({ ...held, seal: sealOf({ ...held, after }, key) });
}

const firstLine = ({ id, hash }: Head) => JSON.stringify({ audit: "muster", after: { id, hash } });

const lastLine = ({ end: { id, hash }, entries, at, keyId, seal }: z.infer<typeof last>) =>
  JSON.stringify({ end: { id, hash }, entries, at, keyId, seal });

/** One entry as a line, its fields always in the same order. */
export function lineOf({ id, at, kind, actor, action, object, ...row }: Signed<AuditRow>): string {
  const { detail, incidentId, via, address, requestId, keyId, hash } = row;
  const told = z.json().safeParse(parsedJson(detail ?? "null")).data ?? null;
  const what = { id, at: new Date(at).toISOString(), kind, actor, action, object, detail: told };
  return toJson({ ...what, incidentId, via, address, requestId, keyId, hash });
}

type Held = Omit<z.infer<typeof last>, "seal" | "keyId"> & { after: Head };

const sealOf = ({ after, end, entries, at }: Held, { id, key }: AuditKey) =>
  sign(key, JSON.stringify(["export", id, after.id, after.hash, end.id, end.hash, entries, at]));

/** Follows the chain through a file that `writeLines` wrote. */
export function verifyLines(lines: Iterable<string>, keys: readonly AuditKey[]): Verdict {
  const iterator = lines[Symbol.iterator]();
  const begin: string = iterator.next().value ?? "";
  const after = first.safeParse(parsedJson(begin)).data?.after;
  if (!after || firstLine(after) !== begin)
    return broken({ id: 0, hash: START }, "The file does not begin as an export does.");

  const seen: { last?: string; fault?: string } = {};
  const verdict = verifyChain(entriesOf(iterator, seen), { keys, after });
  if (verdict.fault) return verdict;
  if (seen.fault) return broken(verdict.head, seen.fault, verdict.entries);
  return { ...verdict, ...endOf(seen.last, { ...verdict, after, keys }) };
}

/** The entries up to the last line, or up to the first line that the portal did not write so. */
function* entriesOf(lines: Iterator<string>, seen: { last?: string; fault?: string }) {
  let number = 1;
  for (let next = lines.next(); !next.done; next = lines.next()) {
    number += 1;
    if (seen.last !== undefined) {
      seen.fault = `Line ${number} stands after the end.`;
      return;
    }
    const found = parsedJson(next.value);
    if (last.safeParse(found).success) {
      seen.last = next.value;
      continue;
    }
    const row = entry.safeParse(found).data;
    if (!row || lineOf(row) !== next.value) {
      seen.fault = `Line ${number} is not as it was written${row ? `: entry ${row.id}` : ""}.`;
      return;
    }
    yield row;
  }
}

type Read = Verdict & { after: Head; keys: readonly AuditKey[] };

function endOf(written: string | undefined, { head: at, entries, after, keys }: Read) {
  const end = last.safeParse(parsedJson(written ?? "")).data;
  if (!end) return { fault: cut(at, `The end is missing: the file stops after entry ${at.id}.`) };
  const key = keys.find(({ id }) => id === end.keyId);
  if (!key || sealOf({ ...end, after }, key) !== end.seal || lastLine(end) !== written) {
    return { fault: cut(at, "The last line, which says what the file holds, was changed.") };
  }
  if (end.end.hash !== at.hash || end.entries !== entries) {
    const says = `The end is missing: the file stops at entry ${at.id}, and held all up to ${end.end.id}.`;
    return { fault: cut(at, says) };
  }
  return {};
}

const cut = ({ id }: Head, says: string): Fault => ({ is: "cut", id: id + 1, says });

const broken = (at: Head, says: string, entries = 0): Verdict => ({
  entries,
  head: at,
  fault: { is: "changed", id: at.id + 1, says },
});
