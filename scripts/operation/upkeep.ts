import { makeBackup } from "@/db/backup";
import { databaseFile, replaceDatabase } from "@/db/client";
import { archiveAudit, archiveFolder } from "@/db/mutations/audit-archive";
import { forgetDeliveries } from "@/db/mutations/alert-forgetting";
import { openDatabase } from "@/db/open";
import { loadSecrets } from "@/lib/auth/secrets";
import { thinOut } from "@/lib/backup/folder";
import { keyMarks } from "@/lib/backup/manifest";
import { dueUpkeep, type Upkeep } from "@/lib/domain/upkeep";
import type { Env } from "@/lib/env";
import { backupFolder, standingOf } from "@/lib/operation/standing";
import { codeOf, examine } from "./doctor";
import { drill } from "./drill";

/** Does one thing, says what came of it, and answers whether that is as it should be. */
type Step = (settings: Env, now: number, out: (line: string) => void) => boolean;

const STEPS: Record<Upkeep, Step> = {
  backup(settings, now, out) {
    const { dataDir } = settings;
    const folder = backupFolder(settings);
    const keys = keyMarks(loadSecrets(dataDir));
    out(`made a backup: ${makeBackup(databaseFile(dataDir), folder, { keys, now }).path}`);
    const over = thinOut(folder);
    if (over > 0) out(`removed backups whose time is over: ${over}`);
    return true;
  },
  drill(settings, now, out) {
    const { backup, problems } = drill(backupFolder(settings), now);
    out([`tried to restore ${backup ?? "a backup"}`, ...problems].join(": "));
    return problems.length === 0;
  },
  check(settings, now, out) {
    forget(settings, now, out);
    const report = examine(settings, now);
    const bad = report.findings.filter(({ state }) => state === "problem");
    for (const { check, says } of bad) out(`${check}: ${says}`);
    return codeOf(report) === 0;
  },
};

/** Does what is due; each thing whatever came of the others. Answers whether all is as it should be. */
export function doUpkeep(settings: Env, now: number, out: (line: string) => void): boolean {
  const { backupDir, backupEvery: every, dataDir } = settings;
  const backupEvery = backupDir === undefined ? undefined : every;
  const standing = standingOf(settings, databaseFile(dataDir), now);
  const done = dueUpkeep(standing, { backupEvery, now }).map((one) => {
    try {
      return STEPS[one](settings, now, out);
    } catch (error) {
      out(`${one} failed: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  });
  return done.every(Boolean);
}

/** Lets go what has been kept for as long as it was to be. The audit record goes by whole months. */
function forget(
  { dataDir, primary, auditKept, alertsKept }: Env,
  now: number,
  out: (line: string) => void,
) {
  replaceDatabase(openDatabase(databaseFile(dataDir), primary));
  try {
    const until = auditKept === undefined ? undefined : startOfMonth(now - auditKept);
    const archived =
      until === undefined
        ? undefined
        : archiveAudit("system", archiveFolder(dataDir), { until, now });
    if (archived) out(`archived ${archived.entries} entries of the audit record: ${archived.path}`);
    const forgotten = alertsKept === undefined ? 0 : forgetDeliveries(now - alertsKept);
    if (forgotten > 0) out(`forgot what ${forgotten} deliveries of alerts said to the letter`);
  } finally {
    replaceDatabase(undefined);
  }
}

function startOfMonth(at: number): number {
  const day = new Date(at);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth());
}
