import { describe, expect, test } from "vitest";
import {
  judgeBackups,
  judgeClock,
  judgeDisk,
  judgeOutbox,
  worstState,
  type BackupStanding,
} from "@/lib/domain/health";

const GB = 1024 ** 3;
const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 0, 5);

describe("worstState", () => {
  test("is that of the worst, and fine where nothing was found", () => {
    expect(worstState([])).toBe("ok");
    expect(worstState([{ state: "ok" }, { state: "warning" }])).toBe("warning");
    expect(worstState([{ state: "problem" }, { state: "warning" }])).toBe("problem");
  });
});

describe("judgeDisk", () => {
  test.each([
    ["ok", 50 * GB, 0],
    ["warning", 9 * GB, 0],
    ["warning", 50 * GB, 30 * GB],
    ["problem", GB, 0],
  ])("says %s", (state, free, database) => {
    expect(judgeDisk({ free, total: 100 * GB, database }).state).toBe(state);
  });
});

describe("judgeOutbox", () => {
  test.each([
    ["ok", 0, 0],
    ["warning", 0, 2],
    ["warning", 15 * 60_000, 0],
    ["problem", 2 * HOUR, 0],
  ])("says %s", (state, lag, failed) => {
    expect(judgeOutbox({ lag, failed, waiting: 1 }).state).toBe(state);
  });
});

describe("judgeClock", () => {
  test.each([
    ["ok", NOW, NOW],
    ["problem", NOW + HOUR, NOW],
    ["warning", NOW, NOW + 60_000],
  ])("says %s", (state, newest, disk) => {
    expect(judgeClock({ now: NOW, newest, disk }).state).toBe(state);
  });
});

describe("judgeBackups", () => {
  const good: BackupStanding = {
    isScheduled: true,
    every: HOUR,
    isSameDisk: false,
    bornAt: 0,
    newest: NOW - HOUR,
    drill: { at: NOW, problems: [] },
  };
  test.each<[string, Partial<BackupStanding>, string]>([
    ["ok", {}, "The newest backup is an hour old."],
    ["warning", { isScheduled: false }, "The portal makes no backups by itself"],
    ["problem", { newest: NOW - 3 * HOUR }, "The newest backup is 3 hours old. One was to be"],
    ["problem", { newest: undefined }, "There is no backup."],
    ["ok", { newest: undefined, bornAt: NOW }, "The first backup comes an hour after"],
    ["problem", { drill: { at: NOW, problems: ["Damaged."] } }, "failed: Damaged."],
    ["warning", { drill: { at: 0, problems: [] } }, "No restore was tried out"],
    ["warning", { isSameDisk: true }, "own disk"],
    ["ok", { drill: undefined }, "The newest backup"],
  ])("says %s of %o", (state, change, words) => {
    const judged = judgeBackups({ ...good, ...change }, NOW);
    expect(judged.state).toBe(state);
    expect(judged.says).toContain(words);
  });
});
