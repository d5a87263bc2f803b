/** How well something stands: as it should, worth a look, or wrong. */
export const HEALTH_STATES = ["ok", "warning", "problem"] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

export type Finding = { check: string; state: HealthState; says: string };

export const HEALTH_NAMES: Record<HealthState, string> = {
  ok: "As it should be",
  warning: "Worth a look",
  problem: "Wrong",
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MB = 1024 * 1024;

type Judged = Omit<Finding, "check">;

const ok = (says: string): Judged => ({ state: "ok", says });
const warning = (says: string): Judged => ({ state: "warning", says });
const problem = (says: string): Judged => ({ state: "problem", says });

/** The worst of several, which is what a portal is like. */
export function worstState(findings: readonly { state: HealthState }[]): HealthState {
  const ranks = findings.map(({ state }) => HEALTH_STATES.indexOf(state));
  return HEALTH_STATES[Math.max(0, ...ranks)] ?? "ok";
}

/** A disk must hold the database once more, for an upgrade's copy, and leave some room. */
export function judgeDisk(space: { free: number; total: number; database: number }): Judged {
  const { free, total, database } = space;
  const share = Math.floor((free / total) * 100);
  const says = `${Math.floor(free / MB)} MB of the disk are free (${share} %).`;
  if (free < 100 * MB || free < total * 0.02) return problem(`${says} Writes will fail soon.`);
  if (free < database * 2) return warning(`${says} That is too little for an upgrade or a backup.`);
  return free < total * 0.1 ? warning(says) : ok(says);
}

/** What waits to be sent should leave within minutes. */
export function judgeOutbox(standing: { lag: number; waiting: number; failed: number }): Judged {
  const { lag, waiting, failed } = standing;
  const minutes = Math.floor(lag / MINUTE);
  const says = `${waiting} messages wait to be sent, the oldest that is due for ${minutes} minutes.`;
  if (lag >= HOUR) return problem(`${says} Does the portal run, and is its mail server there?`);
  if (lag >= 10 * MINUTE) return warning(says);
  if (failed > 0) return warning(`${failed} messages could not be sent in the last day.`);
  return ok("What is to be sent leaves in time.");
}

/** A clock that went back puts new entries before old ones. */
export function judgeClock(clock: { now: number; newest: number; disk: number }): Judged {
  const { now, newest, disk } = clock;
  if (newest > now + MINUTE) {
    const at = new Date(newest).toISOString();
    return problem(`The newest entry of the audit record is of ${at}: the clock went back.`);
  }
  const off = Math.round(Math.abs(disk - now) / 1000);
  return off > 10
    ? warning(`The clock of the disk is ${off} seconds away from this machine's.`)
    : ok("The clock has not gone back.");
}

export type BackupStanding = {
  isScheduled: boolean;
  every: number;
  isSameDisk: boolean;
  bornAt: number;
  newest: number | undefined;
  drill: { at: number; problems: readonly string[] } | undefined;
};

/** Backups are there when they are new, were tried out, and stand on another disk. */
export function judgeBackups(standing: BackupStanding, now: number): Judged {
  const { isScheduled, every, isSameDisk, bornAt, newest, drill } = standing;
  if (!isScheduled) {
    return warning("The portal makes no backups by itself: BACKUP_DIR is not set.");
  }
  const age = now - (newest ?? bornAt);
  if (age > 2 * every + 10 * MINUTE) {
    const since =
      newest === undefined ? "There is no backup." : `The newest backup is ${hours(age)} old.`;
    return problem(`${since} One was to be made every ${hours(every)}.`);
  }
  if (newest === undefined) return ok(`The first backup comes ${hours(every)} after the start.`);
  if (drill && drill.problems.length > 0) {
    return problem(`The last try to restore failed: ${drill.problems.join(" ")}`);
  }
  if (drill && now - drill.at > 8 * DAY) {
    return warning("No restore was tried out for more than a week.");
  }
  if (isSameDisk) {
    return warning("The backups are on the database's own disk: copy them to another machine.");
  }
  return ok(`The newest backup is ${hours(age)} old.`);
}

const hours = (ms: number) => {
  const count = Math.max(0, Math.round(ms / HOUR));
  return count === 1 ? "an hour" : `${count} hours`;
};
