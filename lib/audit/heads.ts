import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { AuditKey } from "@/lib/auth/secrets";
import { parsedJson } from "@/lib/json";
import { sign } from "./chain";
import type { Head } from "./verify";

const line = z.object({
  at: z.string(),
  id: z.int(),
  hash: z.string(),
  keyId: z.string(),
  seal: z.string(),
});

/** Where heads of the chain are written down, outside of the database. */
export const headsFile = (dataDir: string) => join(dataDir, "audit-heads.log");

/** Adds the chain's present head, sealed, so that a cut of the record's end shows. */
export function writeHead(file: string, { id, hash }: Head, key: AuditKey, now: number): void {
  const head = { at: new Date(now).toISOString(), id, hash, keyId: key.id };
  const text = JSON.stringify({ ...head, seal: sealOf(head, key) });
  appendFileSync(file, `${text}\n`, { mode: 0o600, flush: true });
}

const sealOf = ({ at, id, hash }: Head & { at: string }, { id: keyId, key }: AuditKey) =>
  sign(key, JSON.stringify(["head", keyId, at, id, hash]));

/** The hashes that were written down, by the entry's number, and how many lines are none of ours. */
export function readHeads(
  file: string,
  keys: readonly AuditKey[],
): { heads: Map<number, string>; unusable: number } {
  const heads = new Map<number, string>();
  let unusable = 0;
  if (!existsSync(file)) return { heads, unusable };
  for (const text of readFileSync(file, "utf8").split("\n")) {
    if (text === "") continue;
    const head = line.safeParse(parsedJson(text)).data;
    const key = keys.find(({ id }) => id === head?.keyId);
    if (head && key && sealOf(head, key) === head.seal) {
      if (!heads.has(head.id)) heads.set(head.id, head.hash);
    } else unusable += 1;
  }
  return { heads, unusable };
}
