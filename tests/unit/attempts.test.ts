import { describe, expect, test } from "vitest";
import {
  FREE_ATTEMPTS,
  waitAfter,
  waitSentence,
  withAttempt,
  type Attempts,
} from "@/lib/domain/attempts";

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 5, 10);

const minutesAfter = (count: number) => waitAfter({ count, lastAt: START }, 5, START) / MINUTE;

describe("waitAfter", () => {
  test("asks for no wait while attempts are free, then for longer and longer ones", () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 5000].map(minutesAfter)).toEqual([
      0, 0, 1, 2, 4, 8, 15, 15, 15,
    ]);
  });

  test("counts down", () => {
    const attempts = { count: 7, lastAt: START };
    expect(waitAfter(attempts, 5, START + 3 * MINUTE)).toBe(MINUTE);
    expect(waitAfter(attempts, 5, START + 4 * MINUTE)).toBe(0);
  });

  test("never exceeds its length, even if the clock was put back", () => {
    expect(waitAfter({ count: 5, lastAt: START + 999 * MINUTE }, 5, START)).toBe(MINUTE);
  });

  test("forgets after an hour of quiet", () => {
    const attempts = { count: 5000, lastAt: START };
    expect(waitAfter(attempts, 5, START + 61 * MINUTE)).toBe(0);
    expect(withAttempt(attempts, START + 61 * MINUTE).count).toBe(1);
  });

  test("lets no one make more than 20 attempts in 15 minutes, nor locks anyone out", () => {
    const allowed: number[] = [];
    let attempts: Attempts | undefined;
    for (let now = START; now < START + 300 * MINUTE; now += 1000) {
      if (attempts && waitAfter(attempts, FREE_ATTEMPTS.account, now) > 0) continue;
      attempts = withAttempt(attempts, now);
      allowed.push(now);
    }
    const busiest = allowed.map(
      (from) => allowed.filter((at) => at >= from && at < from + 15 * MINUTE).length,
    );
    expect(Math.max(...busiest)).toBeLessThanOrEqual(20);
    expect(allowed.at(-1)).toBeGreaterThan(START + 280 * MINUTE);
  });
});

describe("waitSentence", () => {
  test("says how many minutes are left, rounded up", () => {
    expect(waitSentence(1)).toBe("Too many attempts. Try again in 1 minute.");
    expect(waitSentence(3.2 * MINUTE)).toBe("Too many attempts. Try again in 4 minutes.");
  });
});
