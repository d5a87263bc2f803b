import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { databaseFile, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { storedRows } from "@/db/queries/audit-rows";
import { verifyChain } from "@/lib/audit/verify";
import { auditKeys } from "@/lib/auth/audit-keys";
import { writeEntries } from "../support/audit";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-audit-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
});
afterEach(() => {
  replaceDatabase(undefined);
  rmSync(dataDir, { recursive: true, force: true });
});

function writeElsewhere(count: number) {
  const args = ["--import", "tsx", "tests/support/write-audit.ts", String(count)];
  const env = { ...process.env, DATA_DIR: dataDir };
  return spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
}

describe("processes that write at the same time", () => {
  test("make one chain", async () => {
    const others = [1, 2, 3].map(() => once(writeElsewhere(20), "exit"));
    const codes = Promise.all(others).then((exits) => exits.map(([code]) => code));
    let isOver = false;
    void codes.finally(() => (isOver = true));
    let own = 0;
    while (!isOver) {
      writeEntries(1);
      own += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }

    expect(await codes).toEqual([0, 0, 0]);
    const verdict = verifyChain(storedRows(), { keys: auditKeys() });
    expect(verdict).toMatchObject({ entries: 60 + own, head: { id: 60 + own } });
    expect(verdict.fault).toBeUndefined();
  });
});
