import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeBackup } from "@/db/backup";
import { replaceDatabase } from "@/db/client";
import { inspectDatabase } from "@/db/inspect";
import { openDatabase } from "@/db/open";
import { putBackup } from "@/db/restore";
import { makeIncident } from "@/tests/support/make-incident";

const root = mkdtempSync(join(tmpdir(), "muster-restore-kill-"));
const made = join(root, "made", "muster.db");
let backup = "";

beforeAll(() => {
  replaceDatabase(openDatabase(made));
  makeIncident({ title: "Before" });
  backup = makeBackup(made, join(root, "copies"), { keys: [], now: Date.now() }).path;
  replaceDatabase(undefined);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SCRIPT = `import { putBackup } from "@/db/restore";
process.stdout.write("go");
putBackup(process.argv[1], process.argv[2], Date.now());`;

/** Puts the backup in place in a process of its own, and kills that so long after it began. */
async function killedRestore(file: string, after: number): Promise<void> {
  const args = ["--import", "tsx", "--input-type=module", "-e", SCRIPT, backup, file];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(child, "exit");
  await once(child.stdout, "data");
  await pause(after);
  child.kill("SIGKILL");
  await gone;
}

const titlesIn = (file: string) => {
  const sqlite = new Database(file);
  const titles = sqlite.prepare("select title from incidents order by id").pluck().all();
  sqlite.close();
  return titles.join();
};

describe("a restore that is killed", () => {
  test.each([0, 10, 30, 60])(
    "after %i ms leaves the old database or the new one, and can be done again",
    async (after) => {
      const file = join(root, String(after), "muster.db");
      mkdirSync(join(root, String(after)));
      putBackup(backup, file, 0);
      replaceDatabase(openDatabase(file));
      makeIncident({ title: "After" });
      replaceDatabase(undefined);

      await killedRestore(file, after);
      expect(["Before,After", "Before"]).toContain(titlesIn(file));
      expect(inspectDatabase(file).problems).toEqual([]);

      putBackup(backup, file, 1);
      expect(titlesIn(file)).toBe("Before");
    },
    60_000,
  );
});
