import { DRILL_EVERY, isBackupDue } from "./backup-keeping";

/** What the portal does for itself: a backup, trying one out, and looking at its own health. */
export const UPKEEP = ["backup", "drill", "check"] as const;
export type Upkeep = (typeof UPKEEP)[number];

export const CHECK_EVERY = 86_400_000;

/** When each was done last, and since when there is a database. */
export type Standing = {
  bornAt: number;
  newestBackup: number | undefined;
  lastDrill: number | undefined;
  lastCheck: number | undefined;
};

/** What is due, in the order in which it is to be done. Without a time between backups none are made. */
export function dueUpkeep(
  { bornAt, newestBackup: newest, lastDrill, lastCheck }: Standing,
  { backupEvery: every, now }: { backupEvery: number | undefined; now: number },
): Upkeep[] {
  const backs = every !== undefined;
  const due: Record<Upkeep, boolean> = {
    backup: backs && isBackupDue({ newest, bornAt }, { every, now }),
    drill: backs && newest !== undefined && now - (lastDrill ?? 0) >= DRILL_EVERY,
    check: now - (lastCheck ?? bornAt) >= CHECK_EVERY,
  };
  return UPKEEP.filter((one) => due[one]);
}
