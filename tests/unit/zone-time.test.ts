import { describe, expect, test } from "vitest";
import { momentOf, wallTime } from "@/lib/domain/zone-time";

const BERLIN = "Europe/Berlin";

describe("wallTime", () => {
  test.each([
    [BERLIN, Date.UTC(2026, 0, 31, 23, 30), "2026-02-01T00:30"],
    [BERLIN, Date.UTC(2026, 6, 1, 12), "2026-07-01T14:00"],
    ["UTC", Date.UTC(2026, 6, 1), "2026-07-01T00:00"],
    ["Asia/Kathmandu", Date.UTC(2026, 6, 1), "2026-07-01T05:45"],
  ])("shows in %s what a clock there does", (zone, at, text) => {
    expect(wallTime(zone, at)).toBe(text);
  });
});

describe("momentOf", () => {
  test.each([
    [BERLIN, "2026-01-31T22:00", Date.UTC(2026, 0, 31, 21)],
    [BERLIN, "2026-07-01T22:00", Date.UTC(2026, 6, 1, 20)],
    [BERLIN, "2026-03-29T01:59", Date.UTC(2026, 2, 29, 0, 59)],
    [BERLIN, "2026-03-29T03:00", Date.UTC(2026, 2, 29, 1)],
    [BERLIN, "2026-10-25T01:59", Date.UTC(2026, 9, 24, 23, 59)],
    [BERLIN, "2026-10-25T03:00", Date.UTC(2026, 9, 25, 2)],
    ["America/Los_Angeles", "2026-07-01T22:00:30", Date.UTC(2026, 6, 2, 5)],
    ["Pacific/Kiritimati", "2026-07-01T02:00", Date.UTC(2026, 5, 30, 12)],
    ["Australia/Lord_Howe", "2026-07-01T10:30", Date.UTC(2026, 6, 1)],
    ["UTC", "2026-10-25T02:30", Date.UTC(2026, 9, 25, 2, 30)],
  ])("reads in %s the time %s", (zone, text, at) => {
    expect(momentOf(zone, text)).toEqual({ at });
  });

  test("refuses a time that the clocks leave out", () => {
    expect(momentOf(BERLIN, "2026-03-29T02:30")).toMatchObject({
      problem: expect.stringContaining("leave this time out"),
    });
  });

  test("refuses a time that comes twice", () => {
    expect(momentOf(BERLIN, "2026-10-25T02:30")).toMatchObject({
      problem: expect.stringContaining("twice"),
    });
  });

  test.each(["", "tomorrow", "2026-02-30T10:00", "2026-05-01T10:00Z", "1969-01-01T00:00"])(
    "refuses “%s”",
    (text) => {
      expect(momentOf(BERLIN, text)).toMatchObject({ problem: expect.stringContaining("such as") });
    },
  );

  test("gives back what a clock shows, for each hour of a year in zones with a summer", () => {
    for (const zone of [BERLIN, "America/St_Johns", "Australia/Lord_Howe"]) {
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000 * 7) {
        const moment = momentOf(zone, wallTime(zone, at));
        expect("problem" in moment ? at : moment.at).toBe(at);
      }
    }
  });
});
