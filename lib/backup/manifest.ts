import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { z } from "zod";
import type { Secrets } from "@/lib/auth/secrets";
import { sign } from "@/lib/audit/chain";

/** What a backup holds, as the file beside it says. */
export const manifestShape = z.object({
  backup: z.literal("muster"),
  at: z.iso.datetime(),
  file: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** How many upgrades of the schema it has seen. */
  schema: z.int(),
  rows: z.record(z.string(), z.int()),
  auditHead: z.object({ id: z.int(), hash: z.string() }),
  /** Tells, without a secret, which keys of secrets.json belong to it. */
  keys: z.array(z.string()),
});

export type Manifest = z.infer<typeof manifestShape>;

/** What tells keys apart and gives nothing away. */
export const keyMarks = ({ auditKeys, sealKeys }: Pick<Secrets, "auditKeys" | "sealKeys">) =>
  [...auditKeys, ...sealKeys].map(({ key }) => sign(key, "muster backup").slice(0, 16));

const CHUNK = 1024 * 1024;

/** The SHA-256 of a file that may be larger than the memory. */
export function sumOf(path: string): string {
  const file = openSync(path, "r");
  try {
    const hash = createHash("sha256");
    const bytes = Buffer.alloc(CHUNK);
    for (let size = readSync(file, bytes); size > 0; size = readSync(file, bytes)) {
      hash.update(bytes.subarray(0, size));
    }
    return hash.digest("hex");
  } finally {
    closeSync(file);
  }
}
