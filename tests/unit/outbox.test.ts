import { describe, expect, test } from "vitest";
import {
  CLAIM_LENGTH,
  LONGEST_ATTEMPT,
  MOST_ATTEMPTS,
  settle,
  waitAfter,
  type Outcome,
} from "@/lib/domain/outbox";

const NOW = 1_000_000;
const after = (outcome: Outcome, attempts = 1) =>
  settle(outcome, { attempts, now: NOW, random: 0.5 });

describe("waitAfter", () => {
  test("doubles from ten seconds up to an hour", () => {
    const waits = [1, 2, 3, 9, 10, 30].map((attempts) => waitAfter(attempts, 0.5) / 1000);
    expect(waits).toEqual([10, 20, 40, 2560, 3600, 3600]);
  });

  test("differs by a quarter either way", () => {
    expect([0, 1].map((random) => waitAfter(1, random))).toEqual([7_500, 12_500]);
  });

  test("adds up to about a day", () => {
    let total = 0;
    for (let attempts = 1; attempts < MOST_ATTEMPTS; attempts += 1)
      total += waitAfter(attempts, 0.5);
    expect(total / 3_600_000).toBeGreaterThan(22);
    expect(total / 3_600_000).toBeLessThan(26);
  });
});

describe("settle", () => {
  test("keeps when a message was sent", () => {
    expect(after({ is: "sent" })).toEqual({ state: "sent", sentAt: NOW, problem: null });
  });

  test("lets a delayed one wait, with the reason", () => {
    expect(after({ is: "delayed", problem: "No answer." }, 2)).toEqual({
      state: "waiting",
      dueAt: NOW + 20_000,
      problem: "No answer.",
    });
  });

  test("gives up what is refused for good, and what was tried too often", () => {
    expect(after({ is: "refused", problem: "No such user." })).toMatchObject({ state: "failed" });
    const delayed = { is: "delayed", problem: "No answer." } as const;
    expect(after(delayed, MOST_ATTEMPTS - 1).state).toBe("waiting");
    expect(after(delayed, MOST_ATTEMPTS).state).toBe("failed");
  });

  test("says why one was not needed any more", () => {
    expect(after({ is: "dropped", problem: "Nothing to say." })).toEqual({
      state: "dropped",
      problem: "Nothing to say.",
    });
  });

  test("keeps of another server's words one short line", () => {
    const { problem } = after({
      is: "refused",
      problem: `550-No\r\n550\u0000 such ${"x".repeat(999)}`,
    });
    expect(problem).toMatch(/^550-No 550 such x+$/);
    expect(problem).toHaveLength(300);
  });
});

test("an attempt is over before its claim is", () => {
  expect(LONGEST_ATTEMPT * 2).toBeLessThan(CLAIM_LENGTH);
});
