import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectDatabase } from "@/db/inspect";
import { migrateDatabase } from "@/db/migrate";
import { openDatabase } from "@/db/open";

const folder = mkdtempSync(join(tmpdir(), "muster-upgrade-kill-"));
const old = join(folder, "old.db");
const INCIDENTS = 2000;

beforeAll(() => {
  const sqlite = new Database(old);
  sqlite.pragma("application_id = 0x4d555354");
  migrateDatabase(sqlite, old, firstMigration());
  const put = sqlite.prepare(`insert into incidents
    (key, title, severity, status, declared_at, declared_at_text, origin, created_at)
    values (?, 'Older words', 'SEV1', 'monitoring', 0, '1970-01-01T00:00:00Z', 'import', 0)`);
  sqlite.transaction(() => {
    for (let n = 1; n <= INCIDENTS; n += 1) put.run(`INC-${n}`);
  })();
  sqlite.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The committed migrations as they were when there was only the first. */
function firstMigration(): string {
  const first = join(folder, "first");
  cpSync("db/migrations", first, { recursive: true });
  const journalFile = join(first, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(journalFile, "utf8"));
  writeFileSync(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
  return first;
}

const SCRIPT = `import { openDatabase } from "@/db/open";
process.stdout.write("go");
openDatabase(process.argv[1]).$client.close();`;

/** Upgrades a database in a process of its own, and kills that so long after it began. */
async function killedUpgrade(file: string, after: number): Promise<void> {
  const args = ["--import", "tsx", "--input-type=module", "-e", SCRIPT, file];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(child, "exit");
  await once(child.stdout, "data");
  await pause(after);
  child.kill("SIGKILL");
  await gone;
}

describe("an upgrade that is killed", () => {
  test.each([5, 30, 80, 200])(
    "after %i ms has happened or has not, and the next start goes on",
    async (after) => {
      const file = join(folder, `${after}.db`);
      copyFileSync(old, file);
      await killedUpgrade(file, after);

      new Database(file).close(); // takes back what was not finished
      const { problems, schema, isCurrent, rows } = inspectDatabase(file);
      expect(problems).toEqual([]);
      expect(schema === 1 || isCurrent).toBe(true);
      expect(rows.incidents).toBe(INCIDENTS);

      const { $client } = openDatabase(file);
      const found = "select count(*) from search_incidents where search_incidents match 'older'";
      expect($client.prepare(found).pluck().get()).toBe(INCIDENTS);
      $client.close();
      expect(inspectDatabase(file)).toMatchObject({ problems: [], isCurrent: true });
    },
    60_000,
  );
});
