import { describe, expect, test } from "vitest";
import { countdownOf, tickAfter } from "@/components/incidents/detail/countdown-text";

const second = 1000;
const minute = 60 * second;

describe("countdownOf", () => {
  test("names no length without a clock", () => {
    expect(countdownOf(0, undefined)).toEqual({
      state: "calm",
      text: "Next update due",
      spoken: "",
      titleMark: "",
    });
  });

  test("is calm and coarse while more than five minutes are left", () => {
    expect(countdownOf(12.9 * minute, 0)).toEqual({
      state: "calm",
      text: "Next update due in 12 min",
      spoken: "",
      titleMark: "",
    });
  });

  test("counts seconds in the last five minutes and says so", () => {
    expect(countdownOf(4 * minute + 32 * second, 0)).toEqual({
      state: "soon",
      text: "Next update due in 4:32",
      spoken: "The next update is due within five minutes.",
      titleMark: "4:32 · ",
    });
    expect(countdownOf(9 * second, 0)).toEqual({
      state: "soon",
      text: "Next update due in 0:09",
      spoken: "The next update is due within one minute.",
      titleMark: "0:09 · ",
    });
  });

  test("says by how much it is late", () => {
    expect(countdownOf(0, 6.5 * minute)).toEqual({
      state: "late",
      text: "Update overdue by 6 min",
      spoken: "The next update is overdue.",
      titleMark: "(!) ",
    });
    expect(countdownOf(0, second).text).toBe("Update overdue by 1 min");
  });
});

describe("tickAfter", () => {
  test("ticks by the second in the last two minutes only", () => {
    expect(tickAfter(0, 10 * minute)).toBe(15 * second);
    expect(tickAfter(10 * minute, 0)).toBe(15 * second);
    expect(tickAfter(minute, 0)).toBe(second);
  });
});
