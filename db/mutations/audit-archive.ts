import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { inArray, lte } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { hasArchived, hashOf, headOfArchive, lastBefore } from "@/db/queries/audit-checkpoints";
import { storedRows } from "@/db/queries/audit-rows";
import { upTo } from "@/db/queries/audit-span";
import { auditCheckpoints, auditLog } from "@/db/schema";
import { verifyLines, writeLines } from "@/lib/audit/file";
import { linesOf, writeLinesTo } from "@/lib/audit/lines";
import { sealCheckpoint } from "@/lib/audit/record";
import { auditKeys, signingKey } from "@/lib/auth/audit-keys";
import { putInPlace } from "@/lib/backup/files";
import { sumOf } from "@/lib/backup/manifest";
import { recordAudit } from "./audit";

const AT_ONCE = 2000;

/** Where archives of the audit record are. */
export const archiveFolder = (dataDir: string) => join(dataDir, "audit-archive");

/**
 * Puts the entries from before a moment into a file that can be verified, and only once it was, takes them out of
 * the database, which from then on begins at a sealed checkpoint. Killed anywhere, it goes on the next time.
 */
export function archiveAudit(
  actor: string,
  folder: string,
  { until, now }: { until: number; now: number },
): { path: string; entries: number } | undefined {
  removeArchived();
  const after = headOfArchive();
  const last = lastBefore(until);
  if (last <= after.id) return undefined;

  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `audit-${after.id + 1}-${last}.jsonl`;
  const path = join(folder, name);
  const draft = `${path}.draft`;
  const rows = upTo(last, storedRows(after.id));
  writeLinesTo(draft, writeLines(rows, { after, key: signingKey(), now }));
  const { entries, head, fault } = verifyLines(linesOf(draft), auditKeys());
  if (fault || head.id !== last || head.hash !== hashOf(last)) {
    throw new Error(
      `The audit record was not archived. ${fault?.says ?? "The file is not whole."}`,
    );
  }
  putInPlace(draft, path);
  const checkpoint = { ...head, entries, file: name, sha256: sumOf(path), at: now };
  transaction(() => {
    db().insert(auditCheckpoints).values(sealCheckpoint(checkpoint, signingKey())).run();
    recordAudit(actor, "audit:archive", "audit record", { file: name, entries, through: last });
  });
  removeArchived();
  return { path, entries };
}

/** Takes out what is in an archive, some at once, so that nobody else waits long to write. */
function removeArchived(): void {
  const through = headOfArchive().id;
  while (hasArchived(through)) {
    const some = db()
      .select({ id: auditLog.id })
      .from(auditLog)
      .where(lte(auditLog.id, through))
      .limit(AT_ONCE);
    db().delete(auditLog).where(inArray(auditLog.id, some)).run();
  }
}
