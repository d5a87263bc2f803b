import { describe, expect, test } from "vitest";
import {
  canBeDue,
  dailyDue,
  digestInWords,
  digestOf,
  isEmpty,
  weeklyDue,
  type Reminded,
} from "@/lib/domain/digest";

const at = (time: string) => Date.parse(time);
const WEEK = [1, 2, 3, 4, 5];
const UTC = { zone: "UTC", workingDays: WEEK };

describe("dailyDue", () => {
  test("comes at eight of a working day, once", () => {
    const eight = at("2026-11-23T08:00Z");
    expect(dailyDue(UTC, eight - 60_000, eight - 1)).toBeUndefined();
    expect(dailyDue(UTC, eight - 60_000, eight)).toBe("2026-11-23");
    expect(dailyDue(UTC, eight, eight + 60_000)).toBeUndefined();
  });

  test("is made up for by a portal that was down at eight, and by one that starts", () => {
    expect(dailyDue(UTC, at("2026-11-22T23:00Z"), at("2026-11-23T15:00Z"))).toBe("2026-11-23");
    expect(dailyDue(UTC, undefined, at("2026-11-23T15:00Z"))).toBe("2026-11-23");
    expect(dailyDue(UTC, undefined, at("2026-11-23T07:59Z"))).toBeUndefined();
  });

  test("leaves out days without work", () => {
    const saturday = at("2026-11-21T09:00Z");
    expect(dailyDue(UTC, undefined, saturday)).toBeUndefined();
    expect(dailyDue({ zone: "UTC", workingDays: [6] }, undefined, saturday)).toBe("2026-11-21");
  });

  test.each([
    ["Pacific/Kiritimati", "2026-11-22T18:00Z", "2026-11-23"],
    ["Pacific/Pago_Pago", "2026-11-23T19:00Z", "2026-11-23"],
    ["Asia/Kathmandu", "2026-11-23T02:15Z", "2026-11-23"],
    ["America/New_York", "2026-03-09T12:00Z", "2026-03-09"], // the day after its clocks went ahead
    ["America/New_York", "2026-03-06T13:00Z", "2026-03-06"],
    ["Europe/Berlin", "2026-10-26T07:00Z", "2026-10-26"], // the day after its clocks went back
    ["Europe/Berlin", "2026-10-23T06:00Z", "2026-10-23"],
    ["Europe/London", "2028-02-29T08:00Z", "2028-02-29"],
  ])("is eight o’clock in %s at %s", (zone, time, day) => {
    const place = { zone, workingDays: WEEK };
    expect(dailyDue(place, undefined, at(time) - 1)).not.toBe(day);
    expect(dailyDue(place, at(time) - 1, at(time))).toBe(day);
  });

  test("comes on each working day of a year, clock changes and all, however often one looks", () => {
    const place = { zone: "America/New_York", workingDays: WEEK };
    const days: string[] = [];
    let after = at("2026-01-01T00:00Z");
    const end = at("2027-01-01T00:00Z");
    while (after < end) {
      const now = after + 900_000;
      const day = dailyDue(place, after, now);
      if (day) days.push(day);
      after = now;
    }
    expect(days).toHaveLength(261);
    expect(new Set(days).size).toBe(261);
  });
});

describe("weeklyDue", () => {
  test("comes on Monday, and is made up for later in the week", () => {
    const monday = at("2026-11-23T08:00Z");
    expect(weeklyDue(UTC, monday - 1, monday)).toBe("2026-11-23");
    expect(weeklyDue(UTC, monday - 1, at("2026-11-25T03:00Z"))).toBe("2026-11-23");
    expect(weeklyDue(UTC, monday, at("2026-11-25T12:00Z"))).toBeUndefined();
    expect(weeklyDue(UTC, undefined, at("2026-11-23T07:59Z"))).toBeUndefined();
  });

  test("comes on the first working day where that is another one", () => {
    const place = { zone: "UTC", workingDays: [7, 2, 3] };
    expect(weeklyDue(place, undefined, at("2026-11-23T09:00Z"))).toBeUndefined();
    expect(weeklyDue(place, undefined, at("2026-11-24T08:00Z"))).toBe("2026-11-24");
    const everyday = { zone: "UTC", workingDays: [] };
    expect(weeklyDue(everyday, undefined, at("2026-11-23T08:00Z"))).toBe("2026-11-23");
  });
});

describe("canBeDue", () => {
  test("is false within a quarter of an hour that was looked at", () => {
    expect(canBeDue(undefined, 0)).toBe(true);
    expect(canBeDue(at("2026-11-23T08:00Z"), at("2026-11-23T08:14Z"))).toBe(false);
    expect(canBeDue(at("2026-11-23T07:59Z"), at("2026-11-23T08:00Z"))).toBe(true);
  });
});

const item = (overrides: Partial<Reminded> = {}): Reminded => ({
  status: "open",
  owner: "Ana",
  state: "on_time",
  isCheckDue: false,
  snoozedUntil: null,
  today: "2026-11-23",
  ...overrides,
});

describe("digestOf", () => {
  const overdue = item({ state: "overdue" });
  const atRisk = item({ state: "at_risk" });
  const check = item({ status: "done", state: undefined, isCheckDue: true });

  test("sorts out what is late, soon due and to be checked", () => {
    expect(digestOf([item(), overdue, atRisk, check], [])).toEqual({
      overdue: [overdue],
      atRisk: [atRisk],
      checksDue: [check],
      unowned: [],
    });
  });

  test("tells a lead of what nobody owns, until it is closed", () => {
    const unowned = item({ owner: " " });
    const dropped = item({ owner: null, status: "wont_do" });
    expect(digestOf([], [item(), unowned, dropped]).unowned).toEqual([unowned]);
  });

  test("leaves out what is snoozed, until the day", () => {
    const snoozed = item({ owner: null, state: "overdue", snoozedUntil: "2026-11-24" });
    expect(isEmpty(digestOf([snoozed], [snoozed]))).toBe(true);
    const awake = { ...snoozed, today: "2026-11-24" };
    expect(isEmpty(digestOf([awake], [awake]))).toBe(false);
  });
});

describe("digestInWords", () => {
  test("names what is there", () => {
    const late = item({ state: "overdue" });
    const check = item({ isCheckDue: true });
    expect(
      digestInWords(digestOf([late, item({ state: "at_risk" }), check], [item({ owner: null })])),
    ).toBe("1 overdue, 1 at risk, 1 check due, 1 without an owner");
    expect(digestInWords(digestOf([late, check, check], []))).toBe("1 overdue, 2 checks due");
  });
});
