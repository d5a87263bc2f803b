import { describe, expect, test } from "vitest";
import { wallCountdown } from "@/components/wall/wall-countdown";

const NOW = Date.UTC(2026, 0, 5, 12);
const MINUTE = 60_000;

describe("wallCountdown", () => {
  test.each([
    [NOW + 23.5 * MINUTE, "calm", "Next update in", "23 min"],
    [NOW + 4.5 * MINUTE, "soon", "Next update in", "4:30"],
    [NOW, "soon", "Next update in", "0:00"],
    [NOW - 1000, "late", "Update overdue by", "1 min"],
    [NOW - 90 * MINUTE, "late", "Update overdue by", "1 h 30 min"],
    [undefined, "none", "No update promised", ""],
  ])("says of %s: %s, %s %s", (dueAt, state, label, value) => {
    expect(wallCountdown(dueAt, NOW)).toEqual({ state, label, value });
  });

  test("names the time until the clock can be asked", () => {
    expect(wallCountdown(NOW, undefined)).toEqual({
      state: "calm",
      label: "Next update due",
      value: "12:00 UTC",
    });
  });
});
