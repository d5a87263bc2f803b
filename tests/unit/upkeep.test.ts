import { describe, expect, test } from "vitest";
import { dueUpkeep, type Standing } from "@/lib/domain/upkeep";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 0, 5);

const due = (standing: Partial<Standing>, backupEvery: number | undefined = HOUR) =>
  dueUpkeep(
    {
      bornAt: NOW,
      newestBackup: undefined,
      lastDrill: undefined,
      lastCheck: undefined,
      ...standing,
    },
    { backupEvery, now: NOW },
  );

describe("dueUpkeep", () => {
  test("is nothing for a database that is new", () => {
    expect(due({})).toEqual([]);
  });

  test("is a backup when it is time, and trying one out once there is one", () => {
    expect(due({ bornAt: NOW - HOUR })).toEqual(["backup"]);
    expect(due({ newestBackup: NOW })).toEqual(["drill"]);
    expect(due({ newestBackup: NOW, lastDrill: NOW - 7 * DAY })).toEqual(["drill"]);
    expect(due({ newestBackup: NOW, lastDrill: NOW - DAY })).toEqual([]);
  });

  test("is a look at the health once a day", () => {
    expect(due({ lastCheck: NOW - DAY })).toEqual(["check"]);
    expect(due({ lastCheck: NOW - HOUR })).toEqual([]);
  });

  test("is no backup and no trying out where none are made", () => {
    const old = { bornAt: 0, newestBackup: 0 };
    expect(
      dueUpkeep(
        { ...old, lastDrill: undefined, lastCheck: undefined },
        { backupEvery: undefined, now: NOW },
      ),
    ).toEqual(["check"]);
  });
});
