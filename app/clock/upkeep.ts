import type { ChildProcess } from "node:child_process";
import { databaseFile } from "@/db/client";
import { dueUpkeep } from "@/lib/domain/upkeep";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { runMuster } from "@/lib/operation/run-muster";
import { standingOf } from "@/lib/operation/standing";
import { every, type End } from "@/lib/outbox/every";

declare global {
  var musterUpkeep: { end: End } | undefined;
}

const LOOK_EVERY = 60_000;
/** What failed is tried again after a while, not every minute. */
const AGAIN_AFTER = 10 * 60_000;

/** Makes backups, tries them out and looks at the portal's health when it is time, in a process of its own. */
export function startUpkeep(): void {
  if (globalThis.musterUpkeep) return;
  let child: ChildProcess | undefined;
  let notBefore = 0;

  const end = every(LOOK_EVERY, async () => {
    const now = Date.now();
    if (now < notBefore || !isDue(now)) return;
    const started = runMuster(["upkeep"]);
    child = started.child;
    const { code, out, err } = await started.ran;
    child = undefined;
    for (const line of out) log.info({ upkeep: line }, "upkeep");
    for (const line of err) log.warn({ upkeep: line }, "upkeep");
    if (code === 0) return;
    log.error({ code }, "upkeep found or met something wrong: muster doctor");
    notBefore = now + AGAIN_AFTER;
  });

  globalThis.musterUpkeep = {
    end: async () => {
      child?.kill();
      await end();
    },
  };
}

function isDue(now: number): boolean {
  const settings = env();
  const { backupDir, backupEvery: every } = settings;
  const standing = standingOf(settings, databaseFile(settings.dataDir), now);
  const backupEvery = backupDir === undefined ? undefined : every;
  return dueUpkeep(standing, { backupEvery, now }).length > 0;
}
