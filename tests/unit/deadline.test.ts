import { describe, expect, test } from "vitest";
import {
  chooseDeadline,
  deadlineInWords,
  deadlineWish,
  dueState,
  followPolicy,
  isOverdue,
  standingOf,
} from "@/lib/domain/deadline";
import { policyFrom } from "@/lib/domain/deadline-policy";
import { DEFAULT_CALENDAR } from "@/lib/domain/working-days";

const due = (deadline: string | null, status: string | null = "open") => ({ deadline, status });

describe("isOverdue", () => {
  test("begins the day after the deadline", () => {
    expect(isOverdue(due("2026-05-01"), "2026-05-01")).toBe(false);
    expect(isOverdue(due("2026-05-01"), "2026-05-02")).toBe(true);
  });

  test("never holds for work that is finished or dropped", () => {
    expect(isOverdue(due("2026-05-01", "done"), "2026-06-01")).toBe(false);
    expect(isOverdue(due("2026-05-01", "wont_do"), "2026-06-01")).toBe(false);
    expect(isOverdue(due("2026-05-01", "in_review"), "2026-06-01")).toBe(true);
  });

  test("never holds without a deadline that is a day", () => {
    expect(isOverdue(due(null), "2026-06-01")).toBe(false);
    expect(isOverdue(due("soon"), "2026-06-01")).toBe(false);
  });
});

describe("deadlineInWords", () => {
  test.each([
    ["2023-05-01", "1,096 days late"],
    ["2026-04-28", "3 days late"],
    ["2026-04-30", "1 day late"],
    ["2026-05-01", "due today"],
    ["2026-05-02", "due tomorrow"],
    ["2026-05-04", "in 3 days"],
  ])("says of %s, on 2026-05-01: %s", (deadline, words) => {
    expect(deadlineInWords(due(deadline), "2026-05-01")).toBe(words);
  });

  test("says nothing of finished work, or without a day", () => {
    expect(deadlineInWords(due("2026-04-28", "done"), "2026-05-01")).toBeUndefined();
    expect(deadlineInWords(due("2026-04-28", "wont_do"), "2026-05-01")).toBeUndefined();
    expect(deadlineInWords(due("soon"), "2026-05-01")).toBeUndefined();
    expect(deadlineInWords(due(null), "2026-05-01")).toBeUndefined();
  });
});

describe("dueState", () => {
  const OFFICE = [1, 2, 3, 4, 5];
  const FRIDAY = "2026-05-01";
  const begun = { status: "in_progress", owner: "Grace" };
  const stateOf = (item: Partial<Parameters<typeof dueState>[0]>) =>
    dueState({ ...begun, deadline: null, ...item }, FRIDAY, OFFICE);

  test.each([
    ["2026-04-30", "overdue"],
    ["2026-05-01", "at_risk"],
    ["2026-05-06", "at_risk"], // three working days
    ["2026-05-07", "on_time"],
  ])("of begun work due on %s is %s", (deadline, state) => {
    expect(stateOf({ deadline })).toBe(state);
  });

  test("is at risk earlier where nobody has begun, or nobody owns it", () => {
    expect(stateOf({ deadline: "2026-05-08", status: "open" })).toBe("at_risk");
    expect(stateOf({ deadline: "2026-05-08", owner: " " })).toBe("at_risk");
    expect(stateOf({ deadline: "2026-05-08", owner: null })).toBe("at_risk");
    expect(stateOf({ deadline: "2026-05-11", status: "open", owner: null })).toBe("on_time");
  });

  test("counts the team's own week", () => {
    const item = { ...begun, deadline: "2026-05-06" };
    expect(dueState(item, FRIDAY, [1, 2, 3, 4, 5, 6, 7])).toBe("on_time");
  });

  test("has none without a day of the calendar", () => {
    expect(stateOf({ deadline: null })).toBe("no_deadline");
    expect(stateOf({ deadline: "next sprint" })).toBe("no_deadline");
  });

  test("ends with the work", () => {
    expect(stateOf({ deadline: "2026-04-01", status: "done" })).toBeUndefined();
    expect(stateOf({ deadline: "2026-04-01", status: "wont_do" })).toBeUndefined();
  });
});

describe("standingOf", () => {
  const policy = policyFrom([]);
  const item = {
    status: "open",
    owner: null,
    deadline: "2026-05-01",
    priority: "P1",
    severity: "SEV2" as const,
    createdAt: Date.parse("2026-04-30T10:00:00Z"),
  };
  const midnight = Date.parse("2026-05-02T00:00:00Z");

  test("asks what day it is where the team works", () => {
    const west = { zone: "Pacific/Pago_Pago", workingDays: [1, 2, 3, 4, 5] };
    expect(standingOf(item, policy, DEFAULT_CALENDAR, midnight)).toMatchObject({
      today: "2026-05-02",
      state: "overdue",
    });
    expect(standingOf(item, policy, west, midnight)).toMatchObject({
      today: "2026-05-01",
      state: "at_risk",
    });
  });

  test("misses an owner the day after the policy's day", () => {
    const at = (text: string, change = {}) =>
      standingOf({ ...item, ...change }, policy, DEFAULT_CALENDAR, Date.parse(text))
        .isUnownedTooLong;
    expect(at("2026-05-01T23:59:59Z")).toBe(false);
    expect(at("2026-05-02T00:00:00Z")).toBe(true);
    expect(at("2026-05-02T00:00:00Z", { owner: "Grace" })).toBe(false);
    expect(at("2026-05-02T00:00:00Z", { status: "done" })).toBe(false);
    expect(at("2027-05-02T00:00:00Z", { priority: "P4" })).toBe(false);
    expect(at("2026-05-08T00:00:00Z", { priority: null })).toBe(true);
  });
});

const NONE = { deadline: null, deadlineOrigin: null, deadlineReason: null };
const POLICY_DAY = {
  deadline: "2026-05-08",
  deadlineOrigin: "policy" as const,
  deadlineReason: null,
};
const OWN_DAY = {
  deadline: "2026-06-01",
  deadlineOrigin: "person" as const,
  deadlineReason: "Needs the new database",
};
const RECORD_DAY = { ...NONE, deadline: "2024-01-22" };

describe("chooseDeadline", () => {
  test("leaves what nobody asked to change", () => {
    expect(chooseDeadline(OWN_DAY, {}, "2026-05-08")).toBe(OWN_DAY);
    expect(chooseDeadline(RECORD_DAY, { day: "2024-01-22" }, null)).toBe(RECORD_DAY);
    expect(chooseDeadline(POLICY_DAY, { day: "2026-05-08", reason: " " }, "2026-05-15")).toBe(
      POLICY_DAY,
    );
  });

  test("needs no reason for the policy's day", () => {
    expect(chooseDeadline(NONE, { day: "2026-05-08" }, "2026-05-08")).toEqual(POLICY_DAY);
    expect(chooseDeadline(OWN_DAY, { day: "2026-05-08" }, "2026-05-08")).toEqual(POLICY_DAY);
  });

  test("asks why for another day than the policy's, and for none", () => {
    const why = "The policy sets 2026-05-08. Say why it is another day.";
    expect(() => chooseDeadline(NONE, { day: "2026-05-09" }, "2026-05-08")).toThrow(why);
    expect(() => chooseDeadline(NONE, { day: null }, "2026-05-08")).toThrow(why);
    expect(() => chooseDeadline(POLICY_DAY, { day: null }, null)).toThrow(
      "Say why the deadline changes.",
    );
    expect(() => chooseDeadline(RECORD_DAY, { day: "2024-02-01" }, null)).toThrow(
      "Say why the deadline changes.",
    );
  });

  test("keeps the reason with the day that a person chose", () => {
    const wish = { day: "2026-06-01", reason: " Needs the new database " };
    expect(chooseDeadline(POLICY_DAY, wish, "2026-05-08")).toEqual(OWN_DAY);
    expect(chooseDeadline(NONE, { day: null, reason: "Nobody waits" }, "2026-05-08")).toEqual({
      deadline: null,
      deadlineOrigin: "person",
      deadlineReason: "Nobody waits",
    });
  });

  test("takes another reason for the same day", () => {
    const wish = { day: "2026-06-01", reason: "The vendor is late" };
    expect(chooseDeadline(OWN_DAY, wish, "2026-05-08").deadlineReason).toBe("The vendor is late");
  });

  test("takes a first day without a reason where the policy has none", () => {
    expect(chooseDeadline(NONE, { day: "2026-06-01" }, null)).toEqual({
      ...OWN_DAY,
      deadlineReason: null,
    });
  });

  test("keeps that there is to be no deadline", () => {
    const none = { deadline: null, deadlineOrigin: "person" as const, deadlineReason: "Why not" };
    expect(chooseDeadline(none, { day: null }, "2026-05-08")).toBe(none);
  });

  test("refuses what is no day of the calendar", () => {
    expect(() => chooseDeadline(NONE, { day: "2026-02-30", reason: "x" }, null)).toThrow(
      "“2026-02-30” is not a day such as 2026-05-01.",
    );
  });
});

describe("followPolicy", () => {
  test("fills in what nobody has set, and moves only the policy's own days", () => {
    expect(followPolicy(NONE, "2026-05-08")).toEqual(POLICY_DAY);
    expect(followPolicy(POLICY_DAY, "2026-05-15").deadline).toBe("2026-05-15");
    expect(followPolicy(POLICY_DAY, null).deadline).toBeNull();
    expect(followPolicy(OWN_DAY, "2026-05-08")).toBe(OWN_DAY);
    expect(followPolicy(RECORD_DAY, "2026-05-08")).toBe(RECORD_DAY);
  });
});

describe("deadlineWish", () => {
  test("asks for nothing where the form holds what stood there", () => {
    expect(deadlineWish({ deadline: " 2024-01-22" }, "2024-01-22")).toEqual({});
    expect(deadlineWish({}, null)).toEqual({});
    expect(deadlineWish({ deadline: "next week" }, "next week")).toEqual({});
  });

  test("asks for another day, or another reason", () => {
    expect(deadlineWish({ deadline: "2026-05-01" }, null)).toEqual({ day: "2026-05-01" });
    expect(deadlineWish({ deadline: "2026-05-01", deadlineReason: "x" }, "2026-05-01")).toEqual({
      day: "2026-05-01",
      reason: "x",
    });
  });

  test("asks for none where the day is taken out, and where that is ticked", () => {
    expect(deadlineWish({ deadline: "" }, "2024-01-22")).toEqual({ day: null });
    expect(deadlineWish({ deadline: "2026-05-01", noDeadline: true }, null)).toEqual({ day: null });
  });
});
