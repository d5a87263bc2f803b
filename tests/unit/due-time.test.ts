import { describe, expect, test } from "vitest";
import { dueTimeOf } from "@/lib/domain/due-time";

const NOW = Date.UTC(2026, 0, 5, 14, 30);
const at = (hour: number, minute = 0, day = 5) => Date.UTC(2026, 0, day, hour, minute);

describe("dueTimeOf", () => {
  test.each([
    ["14:45", at(14, 45)],
    [" 14:45 UTC ", at(14, 45)],
    ["14:45z", at(14, 45)],
    ["2:15", at(2, 15, 6)],
    ["20", at(14, 50)],
    ["20 min", at(14, 50)],
    ["1 minute", at(14, 31)],
    ["2h", at(16, 30)],
    ["2 hours", at(16, 30)],
  ])("reads %j", (text, time) => {
    expect(dueTimeOf(text, NOW)).toBe(time);
  });

  test.each(["14:29", "25:00", "14:60", "0", "0 min", "400 h", "soon", "", "14:45 CET", "3 days"])(
    "takes %j for no time to come",
    (text) => {
      expect(dueTimeOf(text, NOW)).toBeUndefined();
    },
  );
});
