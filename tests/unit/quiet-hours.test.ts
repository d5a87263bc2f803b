import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isTimeOfDay, quietUntil, wakes } from "@/lib/domain/quiet-hours";

const night = { from: "22:00", until: "07:00", zone: "Europe/Berlin" };
const at = (text: string) => Date.parse(text);

describe("quietUntil", () => {
  test("ends a night that began yesterday, and one that begins today", () => {
    expect(quietUntil(night, at("2026-11-20T23:30:00Z"))).toBe(at("2026-11-21T06:00:00Z"));
    expect(quietUntil(night, at("2026-11-20T21:00:00Z"))).toBe(at("2026-11-21T06:00:00Z"));
  });

  test("is nothing at any other hour, its end included", () => {
    expect(quietUntil(night, at("2026-11-20T20:59:59Z"))).toBeUndefined();
    expect(quietUntil(night, at("2026-11-21T06:00:00Z"))).toBeUndefined();
  });

  test("ends hours within a day", () => {
    const noon = { from: "12:00", until: "13:30", zone: "UTC" };
    expect(quietUntil(noon, at("2026-11-20T12:45:10Z"))).toBe(at("2026-11-20T13:30:00Z"));
    expect(quietUntil(noon, at("2026-11-20T14:00:00Z"))).toBeUndefined();
  });

  test("ends by the clock on the wall when the clocks change at night", () => {
    expect(quietUntil(night, at("2026-10-24T22:00:00Z"))).toBe(at("2026-10-25T06:00:00Z"));
    expect(quietUntil(night, at("2026-03-28T23:00:00Z"))).toBe(at("2026-03-29T05:00:00Z"));
  });

  test("ends also where the clocks leave its end out, or show it twice", () => {
    const gap = { from: "22:00", until: "02:30", zone: "Europe/Berlin" };
    const spring = at("2026-03-28T23:00:00Z");
    const autumn = at("2026-10-24T22:00:00Z");
    expect(quietUntil(gap, spring)).toBe(spring + 150 * 60_000);
    expect(quietUntil(gap, autumn)).toBe(autumn + 150 * 60_000);
  });

  test("ends later than now, and within a day and an hour", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const time = minute.map(
      (all) =>
        `${String(Math.floor(all / 60)).padStart(2, "0")}:${String(all % 60).padStart(2, "0")}`,
    );
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu");
    const now = fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2027-01-01T00:00:00Z") });
    fc.assert(
      fc.property(time, time, zone, now, (from, until, zone, now) => {
        const end = quietUntil({ from, until, zone }, now);
        return end === undefined || (end > now && end <= now + 25 * 3_600_000);
      }),
      { numRuns: 300 },
    );
  });
});

describe("isTimeOfDay", () => {
  test("takes what a clock shows, and nothing else", () => {
    expect(["00:00", "23:59"].every(isTimeOfDay)).toBe(true);
    expect(["24:00", "7:00", "07:60", "0700", ""].some(isTimeOfDay)).toBe(false);
  });
});

describe("wakes", () => {
  const sev1 = { severity: "SEV1", isDrill: false, sev1BreaksThrough: true } as const;

  test("lets a SEV1 through to whoever did not say otherwise, unless it is a drill", () => {
    expect(wakes("incident.declared", sev1)).toBe(true);
    expect(wakes("incident.declared", { ...sev1, sev1BreaksThrough: false })).toBe(false);
    expect(wakes("incident.declared", { ...sev1, isDrill: true })).toBe(false);
    expect(wakes("incident.declared", { ...sev1, severity: "SEV2" })).toBe(false);
  });

  test("always lets a call to come through", () => {
    const quiet = { severity: "SEV4", isDrill: true, sev1BreaksThrough: false } as const;
    expect(wakes("escalation.raised", quiet)).toBe(true);
  });
});
