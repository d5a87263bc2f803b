import { describe, expect, test } from "vitest";
import {
  callLinkPath,
  callMinutes,
  levelsAfter,
  nextCall,
  nextCallAt,
  reaches,
  respondBy,
} from "@/lib/domain/escalation";
import { SEVERITIES } from "@/lib/domain/incident";

const MINUTE = 60_000;
const AT = Date.UTC(2026, 0, 5, 12);
const standing = { level: "on_call", calls: 1, calledAt: AT, putOffUntil: null } as const;

describe("callMinutes", () => {
  test("follows the severity's time to respond and the one after which it escalates", () => {
    expect(SEVERITIES.map(callMinutes)).toEqual([
      [0, 5, 15, 20],
      [0, 15, 30, 45],
      [0, 30, 120, 150],
      [0, 120, 480, 600],
    ]);
  });
});

describe("respondBy", () => {
  test("is the time within which the severity asks for a response", () => {
    expect(respondBy(AT, "SEV2")).toBe(AT + 15 * MINUTE);
  });
});

describe("nextCallAt", () => {
  test("is the moment after the last call's", () => {
    expect(nextCallAt(standing, "SEV1")).toBe(AT + 5 * MINUTE);
    expect(nextCallAt({ ...standing, level: "next", calls: 2 }, "SEV1")).toBe(AT + 10 * MINUTE);
    expect(nextCallAt({ ...standing, level: "team", calls: 3 }, "SEV1")).toBe(AT + 5 * MINUTE);
  });

  test("counts calls, so a level without anybody takes no time", () => {
    expect(nextCallAt({ ...standing, level: "team", calls: 1 }, "SEV2")).toBe(AT + 15 * MINUTE);
  });

  test("is nearer once the severity is worse", () => {
    expect(nextCallAt(standing, "SEV4")).toBe(AT + 120 * MINUTE);
    expect(nextCallAt(standing, "SEV1")).toBe(AT + 5 * MINUTE);
  });

  test("is at once where nobody was called yet", () => {
    expect(nextCallAt({ ...standing, level: null, calls: 0 }, "SEV1")).toBe(AT);
  });

  test("waits where somebody put it off", () => {
    const putOffUntil = AT + 30 * MINUTE;
    expect(nextCallAt({ ...standing, putOffUntil }, "SEV1")).toBe(putOffUntil);
    expect(nextCallAt({ ...standing, putOffUntil: AT }, "SEV1")).toBe(AT + 5 * MINUTE);
    expect(nextCallAt({ ...standing, level: null, calls: 0, putOffUntil }, "SEV1")).toBe(
      putOffUntil,
    );
  });

  test("does not come where everybody was called", () => {
    expect(nextCallAt({ ...standing, level: "admins", calls: 2 }, "SEV1")).toBeUndefined();
    expect(nextCallAt({ ...standing, level: "team", calls: 4 }, "SEV1")).toBeUndefined();
    expect(nextCallAt({ ...standing, level: "team", calls: 9 }, "SEV1")).toBeUndefined();
  });
});

describe("levelsAfter", () => {
  test("leaves the ones that come", () => {
    expect(levelsAfter(null)).toEqual(["on_call", "next", "team", "admins"]);
    expect(levelsAfter("next")).toEqual(["team", "admins"]);
    expect(levelsAfter("admins")).toEqual([]);
  });
});

describe("nextCall", () => {
  const people = { on_call: [1], next: [2], team: [1, 2, 3, 3], admins: [9] };

  test("is the first level of all at the start", () => {
    expect(nextCall(null, (level) => people[level], [])).toEqual({
      level: "on_call",
      userIds: [1],
    });
  });

  test("leaves out who was called, and names nobody twice", () => {
    expect(nextCall("next", (level) => people[level], [1, 2])).toEqual({
      level: "team",
      userIds: [3],
    });
  });

  test("passes a level over in which nobody is left", () => {
    const few = { ...people, next: [], team: [1] };
    expect(nextCall("on_call", (level) => few[level], [1])).toEqual({
      level: "admins",
      userIds: [9],
    });
  });

  test("is none where nobody is left at all", () => {
    expect(nextCall("on_call", () => [], [1])).toBeUndefined();
    expect(nextCall("admins", (level) => people[level], [])).toBeUndefined();
  });
});

describe("reaches", () => {
  test("keeps a drill from the admins", () => {
    expect(reaches("team", { isDrill: true })).toBe(true);
    expect(reaches("admins", { isDrill: true })).toBe(false);
    expect(reaches("admins", { isDrill: false })).toBe(true);
  });
});

describe("callLinkPath", () => {
  test("has the token in the query", () => {
    expect(callLinkPath("a+b")).toBe("/login/acknowledge?token=a%2Bb");
  });
});
