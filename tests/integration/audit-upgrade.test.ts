import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db, replaceDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { chainOldEntries, recordAudit } from "@/db/mutations/audit";
import { openDatabase } from "@/db/open";
import { storedRows } from "@/db/queries/audit-rows";
import { verifyChain } from "@/lib/audit/verify";
import { auditKeys } from "@/lib/auth/audit-keys";

let folder = "";
const file = () => join(folder, "muster.db");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-upgrade-"));
});
afterEach(() => {
  replaceDatabase(undefined);
  rmSync(folder, { recursive: true });
});

/** The migrations as they were before there was a chain. */
function olderMigrations(): string {
  const copy = join(folder, "migrations");
  cpSync("db/migrations", copy, { recursive: true });
  const journal = join(copy, "meta", "_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  const older = entries.filter(({ tag }: { tag: string }) => tag < "0007");
  writeFileSync(journal, JSON.stringify({ ...rest, entries: older }));
  return copy;
}

function writeOlderDatabase(): void {
  openDatabase(file()).$client.close();
  const marked = new Database(file());
  const mark = marked.pragma("application_id", { simple: true });
  marked.close();
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file()}${end}`, { force: true });

  const old = new Database(file());
  old.pragma(`application_id = ${String(mark)}`);
  migrateDatabase(old, file(), olderMigrations());
  const put = old.prepare(
    "insert into audit_log (at, actor, action, object, detail) values (?, 'Ada', 'a:b', 'c', ?)",
  );
  old.transaction(() => {
    for (let n = 1; n <= 2500; n += 1) put.run(n, n % 2 === 0 ? null : `{"n":${n}}`);
  })();
  old.close();
}

const verdict = () => verifyChain(storedRows(), { keys: auditKeys() });

describe("an older database", () => {
  test("has its audit record chained at the first start, and keeps every word of it", () => {
    writeOlderDatabase();
    replaceDatabase(openDatabase(file()));
    expect(verdict().fault).toMatchObject({ is: "unsigned", id: 1 });

    chainOldEntries();

    expect(verdict()).toMatchObject({ entries: 2500, head: { id: 2500 } });
    expect(verdict().fault).toBeUndefined();
    expect([...storedRows()][2]).toMatchObject({
      ...{ id: 3, at: 3, kind: "change", actor: "Ada", detail: '{"n":3}' },
      ...{ via: null, address: null },
    });
    recordAudit("Ada", "a:b", "c");
    expect(verdict()).toMatchObject({ entries: 2501 });
    expect(() => db().$client.exec("update audit_log set hash = 'x' where id = 1")).toThrow();
  });
});
