import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROUNDS = 12;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-kill-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes events through the portal's own mutation until it is killed; gives what it acknowledged. */
function writeUntilKilled(file: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/write-events.ts", file]);
  let said = "";
  return new Promise((resolve) => {
    child.stdout.on("data", (chunk) => {
      if (said === "") setTimeout(() => child.kill("SIGKILL"), afterMs);
      said += chunk;
    });
    child.on("exit", () => resolve(said.split("\n").slice(0, -1)));
  });
}

describe("kill -9 during a stream of acknowledged writes", () => {
  test("loses none of them and leaves the database whole", async () => {
    const file = join(folder, "muster.db");
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      acknowledged.push(...(await writeUntilKilled(file, 20 + round * 15)));
    }

    const sqlite = new Database(file);
    const stored = new Set(sqlite.prepare("select description from events").pluck().all());
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    expect(acknowledged.filter((text) => !stored.has(text))).toEqual([]);
    expect(sqlite.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(sqlite.pragma("foreign_key_check")).toEqual([]);
    sqlite.close();
  }, 120_000);
});
