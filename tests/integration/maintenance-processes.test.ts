import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { scheduleMaintenance } from "@/db/mutations/maintenances";
import { openDatabase } from "@/db/open";
import { maintenances, maintenanceUpdates } from "@/db/schema";
import { makeViewer } from "../support/make";
import { NOON } from "../support/make-incident";
import { makePlan } from "../support/make-maintenance";

const WORKS = 40;
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-clock-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
});
afterEach(() => {
  replaceDatabase(undefined);
  rmSync(dataDir, { recursive: true, force: true });
});

async function runAt(now: number): Promise<void> {
  const args = ["--import", "tsx", "tests/support/run-clock.ts", String(now)];
  const env = { ...process.env, DATA_DIR: dataDir };
  const [code] = await once(
    spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] }),
    "exit",
  );
  expect(code).toBe(0);
}

test("several processes begin and end each work once", async () => {
  const seenOverlaps: string[] = [];
  for (let i = 0; i < WORKS; i += 1) {
    const plan = makePlan({ title: `Work ${i}`, seenOverlaps: [...seenOverlaps] });
    seenOverlaps.push(scheduleMaintenance(makeViewer(), plan, NOON).id);
  }
  const { scheduledFor, scheduledUntil } = makePlan();

  await Promise.all([runAt(scheduledFor), runAt(scheduledFor), runAt(scheduledUntil)]);
  await Promise.all([runAt(scheduledUntil), runAt(scheduledUntil)]);

  const statuses = db().select({ status: maintenances.status }).from(maintenances).all();
  expect(statuses).toEqual(Array(WORKS).fill({ status: "completed" }));
  expect(db().select().from(maintenanceUpdates).all()).toHaveLength(3 * WORKS);
}, 60_000);
