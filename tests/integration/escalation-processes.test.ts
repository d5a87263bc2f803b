import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { declareIncident } from "@/db/mutations/incidents";
import { openDatabase } from "@/db/open";
import { escalationCalls, outbox } from "@/db/schema";
import { makeViewer } from "../support/make";
import { NOON } from "../support/make-incident";
import { makeAccount, makeOnCallTeam } from "../support/make-on-call";

const INCIDENTS = 30;
const MINUTE = 60_000;
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-calls-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
});
afterEach(() => {
  replaceDatabase(undefined);
  rmSync(dataDir, { recursive: true, force: true });
});

async function runAt(now: number): Promise<void> {
  const args = ["--import", "tsx", "tests/support/run-escalations.ts", String(now)];
  const env = { ...process.env, DATA_DIR: dataDir };
  const [code] = await once(
    spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] }),
    "exit",
  );
  expect(code).toBe(0);
}

test("several processes, and those that begin anew, call each level of an incident once", async () => {
  for (const name of ["Ada", "Ben"]) makeAccount(name);
  makeOnCallTeam({ members: ["Ada", "Ben"], onCall: ["Ada", "Ben"] });
  for (let i = 0; i < INCIDENTS; i += 1) {
    const incident = { title: `Incident ${i}`, severity: "SEV1", service: "checkout" } as const;
    declareIncident(
      makeViewer({ userId: 900, name: "Zoe" }),
      { ...incident, submissionKey: String(i) },
      NOON,
    );
  }

  await Promise.all([runAt(NOON + 5 * MINUTE), runAt(NOON + 5 * MINUTE)]);
  await runAt(NOON + 5 * MINUTE);

  const calls = db().select().from(escalationCalls).all();
  expect(calls.filter(({ level }) => level === "on_call")).toHaveLength(INCIDENTS);
  expect(calls.filter(({ level }) => level === "next")).toHaveLength(INCIDENTS);
  expect(calls).toHaveLength(2 * INCIDENTS);
  expect(db().select().from(outbox).all()).toHaveLength(2 * INCIDENTS);
}, 60_000);
