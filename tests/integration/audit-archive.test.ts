import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { archiveAudit } from "@/db/mutations/audit-archive";
import { listCheckpoints } from "@/db/queries/audit-checkpoints";
import { storedRows } from "@/db/queries/audit-rows";
import { auditSpan } from "@/db/queries/audit-span";
import { auditLog } from "@/db/schema";
import { verifyLines, writeLines } from "@/lib/audit/file";
import { linesOf } from "@/lib/audit/lines";
import { verifyRecord } from "@/lib/audit/record";
import { auditKeys, signingKey } from "@/lib/auth/audit-keys";
import { sumOf } from "@/lib/backup/manifest";
import { writeEntries } from "@/tests/support/audit";
import { freshDatabase } from "@/tests/support/database";

freshDatabase();

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-archive-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const LATER = Date.now() + 86_400_000;
const archive = (until = LATER) => archiveAudit("Ada", folder, { until, now: LATER });
const verdict = () =>
  verifyRecord(storedRows, { keys: auditKeys(), checkpoints: listCheckpoints() });
const ids = () =>
  db()
    .select({ id: auditLog.id })
    .from(auditLog)
    .all()
    .map(({ id }) => id);

describe("archiveAudit", () => {
  test("puts older entries into a file that verifies, and the record goes on from there", () => {
    writeEntries(5);
    const archived = archive();
    expect(archived).toMatchObject({ entries: 4, path: join(folder, "audit-1-4.jsonl") });
    expect(ids()).toEqual([5, 6]);
    expect(verifyLines(linesOf(archived?.path ?? ""), auditKeys())).toMatchObject({
      entries: 4,
      head: { id: 4 },
    });
    expect(verdict()).toMatchObject({ entries: 2, head: { id: 6 } });
    expect(listCheckpoints()).toMatchObject([
      { id: 4, entries: 4, file: "audit-1-4.jsonl", sha256: sumOf(archived?.path ?? "") },
    ]);
  });

  test("goes on where the archive before ended", () => {
    writeEntries(3);
    archive();
    writeEntries(3);
    const second = archive();
    expect(second?.path).toBe(join(folder, "audit-3-6.jsonl"));
    expect(verifyLines(linesOf(second?.path ?? ""), auditKeys())).toMatchObject({ entries: 4 });
    expect(verdict().fault).toBeUndefined();
  });

  test("leaves the newest entry, and does nothing where no other is old enough", () => {
    expect(archive()).toBeUndefined();
    writeEntries(1);
    expect(archive()).toBeUndefined();
    writeEntries(3);
    expect(archive(0)).toBeUndefined();
    expect(ids()).toEqual([1, 2, 3, 4]);
  });

  test("takes out what was left by an archive that was killed", () => {
    writeEntries(3);
    const rows = [...storedRows()];
    archive();
    const [first] = rows;
    if (!first) throw new Error("no entry");
    db()
      .insert(auditLog)
      .values({ ...first, detail: null })
      .run();
    expect(verdict().fault).toBeUndefined();
    archive();
    expect(ids()).not.toContain(1);
  });

  test("lets nothing go that is in no archive", () => {
    writeEntries(3);
    expect(() => db().delete(auditLog).run()).toThrow("only grows");
    archive();
    expect(() => db().delete(auditLog).run()).toThrow("only grows");
    const { $client } = db();
    expect(() => $client.exec("delete from audit_checkpoints")).toThrow("only grows");
    expect(() => $client.exec("update audit_checkpoints set id = 9")).toThrow("never changed");
  });

  test("names a checkpoint that somebody without the key made", () => {
    writeEntries(4);
    db().$client.exec(
      "insert into audit_checkpoints values (2, 'x', 2, 'f', 's', 0, 'test', 'no seal'); delete from audit_log where id <= 2",
    );
    expect(verdict().fault?.says).toBe("The checkpoint at entry 2 is not as Muster made it.");
  });

  test("names a checkpoint whose key is gone, and one that the heads know otherwise", () => {
    writeEntries(4);
    archive();
    const checkpoints = listCheckpoints();
    const heads = new Map([[3, "another"]]);
    expect(verifyRecord(storedRows, { keys: [], checkpoints }).fault?.id).toBe(3);
    expect(verifyRecord(storedRows, { keys: auditKeys(), checkpoints, heads }).fault?.id).toBe(3);
  });

  test("lets exports begin at the checkpoint", () => {
    writeEntries(4);
    archive();
    const { after, rows } = auditSpan({});
    expect(after.id).toBe(3);
    const lines = [...writeLines(rows, { after, key: signingKey(), now: 0 })];
    expect(verifyLines(lines, auditKeys())).toMatchObject({ entries: 2, head: { id: 5 } });
  });
});
