import { describe, expect, test } from "vitest";
import { isBackupDue, keptBackups } from "@/lib/domain/backup-keeping";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 0, 5, 12);

describe("keptBackups", () => {
  test("keeps the newest of each of 24 hours, 14 days and 8 weeks", () => {
    const hourly = Array.from({ length: 24 * 120 }, (_, n) => NOON - n * HOUR);
    const kept = [...keptBackups(hourly)].toSorted((a, b) => b - a);
    expect(kept.slice(0, 24)).toEqual(hourly.slice(0, 24));
    expect(kept.length).toBeGreaterThanOrEqual(40);
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8);
    const sinceThursday = 4.5 * DAY; // on which weeks begin that are counted from 1970
    expect(NOON - (kept.at(-1) ?? 0)).toBe(sinceThursday + 6 * 7 * DAY + HOUR);
  });

  test("keeps the newer of two of one hour, and both where each is the last of its day", () => {
    expect(keptBackups([NOON, NOON + 1])).toEqual(new Set([NOON + 1]));
    expect(keptBackups([NOON, NOON - DAY])).toEqual(new Set([NOON, NOON - DAY]));
  });

  test("loses none where the portal stood still for a year", () => {
    expect(keptBackups([NOON, NOON + 365 * DAY]).size).toBe(2);
  });

  test("keeps nothing of nothing", () => {
    expect(keptBackups([])).toEqual(new Set());
  });
});

describe("isBackupDue", () => {
  const terms = { every: HOUR, now: NOON };

  test("counts from the newest backup", () => {
    expect(isBackupDue({ newest: NOON - HOUR, bornAt: 0 }, terms)).toBe(true);
    expect(isBackupDue({ newest: NOON - HOUR + 1, bornAt: 0 }, terms)).toBe(false);
  });

  test("counts from the database's beginning where there is none", () => {
    expect(isBackupDue({ newest: undefined, bornAt: NOON - HOUR }, terms)).toBe(true);
    expect(isBackupDue({ newest: undefined, bornAt: NOON - 1 }, terms)).toBe(false);
  });
});
