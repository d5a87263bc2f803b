import { describe, expect, test } from "vitest";
import {
  dueSteps,
  followingStatuses,
  isUnderWay,
  lateness,
  overlapping,
  remindedBy,
  stateAfter,
  stateDuring,
  windowProblem,
  workState,
  type HeldState,
  type PlannedWork,
} from "@/lib/domain/maintenance";

const MINUTE = 60_000;
const TEN = Date.UTC(2026, 4, 1, 22);
const ELEVEN = TEN + 60 * MINUTE;

const work = (change: Partial<PlannedWork> = {}): PlannedWork => ({
  status: "scheduled",
  scheduledFor: TEN,
  scheduledUntil: ELEVEN,
  startsItself: true,
  endsItself: true,
  remindBefore: 30,
  remindedAt: null,
  ...change,
});

describe("dueSteps", () => {
  const doing = (change: Partial<PlannedWork>, now: number) =>
    dueSteps(work(change), now).map(({ does }) => does);

  test("has nothing to do before the reminder", () => {
    expect(doing({}, TEN - 31 * MINUTE)).toEqual([]);
  });

  test("reminds at its time, and bears it", () => {
    expect(dueSteps(work(), TEN - 29 * MINUTE)).toEqual([
      { does: "remind", at: TEN - 30 * MINUTE },
    ]);
  });

  test("reminds once, only if asked to, and never of what has begun", () => {
    expect(doing({ remindedAt: TEN - 30 * MINUTE }, TEN - MINUTE)).toEqual([]);
    expect(doing({ remindBefore: null }, TEN - MINUTE)).toEqual([]);
    expect(doing({}, TEN)).toEqual(["start"]);
    expect(doing({ status: "in_progress", scheduledFor: ELEVEN }, TEN + 45 * MINUTE)).toEqual([]);
  });

  test("starts and ends at the planned times", () => {
    expect(dueSteps(work(), TEN + 1)).toEqual([{ does: "start", at: TEN }]);
    expect(dueSteps(work({ status: "in_progress" }), ELEVEN)).toEqual([
      { does: "end", at: ELEVEN },
    ]);
    expect(doing({ status: "verifying" }, ELEVEN)).toEqual(["end"]);
    expect(doing({ status: "in_progress" }, ELEVEN - 1)).toEqual([]);
  });

  test("catches up with both where nobody looked for long", () => {
    expect(doing({}, ELEVEN + 1)).toEqual(["start", "end"]);
  });

  test("leaves to people what is theirs", () => {
    expect(doing({ startsItself: false }, ELEVEN)).toEqual([]);
    expect(doing({ endsItself: false }, ELEVEN)).toEqual(["start"]);
    expect(doing({ status: "in_progress", endsItself: false }, ELEVEN)).toEqual([]);
    expect(doing({ status: "completed" }, ELEVEN)).toEqual([]);
  });
});

describe("remindedBy", () => {
  test("counts news that comes later than the reminder would as one", () => {
    expect(remindedBy(work(), TEN - 31 * MINUTE)).toBeNull();
    expect(remindedBy(work(), TEN - 30 * MINUTE)).toBe(TEN - 30 * MINUTE);
    expect(remindedBy(work({ remindBefore: null }), TEN)).toBeNull();
  });
});

describe("lateness", () => {
  test.each([
    [{}, TEN, undefined],
    [{}, TEN + 1, "should have begun"],
    [{ status: "in_progress" }, ELEVEN, undefined],
    [{ status: "in_progress" }, ELEVEN + 1, "should be over"],
    [{ status: "completed" }, ELEVEN + 1, undefined],
  ] as const)("of %o", (change, now, said) => {
    expect(lateness(work(change), now)).toBe(said);
  });
});

describe("the states of work", () => {
  test("follow each other, and the last one stays", () => {
    expect(followingStatuses("scheduled")).toEqual(["in_progress"]);
    expect(followingStatuses("in_progress")).toEqual(["verifying", "completed"]);
    expect(followingStatuses("verifying")).toEqual(["in_progress", "completed"]);
    expect(followingStatuses("completed")).toEqual([]);
  });

  test("say whether it is under way", () => {
    expect(isUnderWay({ status: "scheduled" })).toBe(false);
    expect(isUnderWay({ status: "in_progress" })).toBe(true);
    expect(isUnderWay({ status: "verifying" })).toBe(true);
    expect(isUnderWay({ status: "completed" })).toBe(false);
  });

  test("do not call completed what was cancelled", () => {
    expect(workState({ status: "completed", cancelledAt: 1 })).toBe("cancelled");
    expect(workState({ status: "completed", cancelledAt: null })).toBe("completed");
  });
});

describe("stateDuring", () => {
  test("does not hide an outage", () => {
    expect(stateDuring("operational", "under_maintenance")).toBe("under_maintenance");
    expect(stateDuring("partial_outage", "under_maintenance")).toBe("partial_outage");
    expect(stateDuring("degraded_performance", "major_outage")).toBe("major_outage");
  });
});

describe("stateAfter", () => {
  type Status = HeldState["status"];
  const set = (status: Status): HeldState => ({ status, by: "people" });
  const held = (status: Status): HeldState => ({ status, by: "this work" });

  test("is what was before, and operational where nothing was", () => {
    expect(stateAfter([held("under_maintenance")], [])).toBe("operational");
    expect(stateAfter([set("degraded_performance"), held("under_maintenance")], [])).toBe(
      "degraded_performance",
    );
  });

  test("looks beyond all work, and stays with work that goes on", () => {
    const history = [set("operational"), held("under_maintenance"), held("under_maintenance")];
    expect(stateAfter(history, [])).toBe("operational");
    expect(stateAfter(history, ["under_maintenance", "partial_outage"])).toBe("partial_outage");
  });

  test("leaves what somebody, or other work that goes on, set meanwhile", () => {
    const other: HeldState = { status: "partial_outage", by: "other work" };
    expect(stateAfter([held("under_maintenance"), set("operational")], [])).toBeUndefined();
    expect(stateAfter([held("under_maintenance"), other], [])).toBeUndefined();
    expect(stateAfter([], [])).toBeUndefined();
  });
});

describe("overlapping", () => {
  test("finds what goes on at the same time, but not what begins as the other ends", () => {
    const others = [
      { scheduledFor: TEN - MINUTE, scheduledUntil: TEN },
      { scheduledFor: TEN - MINUTE, scheduledUntil: TEN + 1 },
      { scheduledFor: ELEVEN, scheduledUntil: ELEVEN + 1 },
    ];
    const window = { scheduledFor: TEN, scheduledUntil: ELEVEN };
    expect(overlapping(window, others)).toEqual([others[1]]);
  });
});

describe("windowProblem", () => {
  const window = { scheduledFor: TEN, scheduledUntil: ELEVEN };
  test.each([
    [window, TEN - 1, undefined],
    [window, TEN + 1, undefined],
    [{ ...window, scheduledUntil: TEN }, TEN - 1, "before it begins"],
    [window, ELEVEN, "is over"],
    [{ ...window, scheduledUntil: TEN + 32 * 24 * 60 * MINUTE }, TEN, "more than a month"],
  ])("of %o at %d", (planned, now, said) => {
    const problem = windowProblem(planned, now);
    if (said === undefined) expect(problem).toBeUndefined();
    else expect(problem).toContain(said);
  });
});
