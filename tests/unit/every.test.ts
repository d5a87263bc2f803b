import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { every } from "@/lib/outbox/every";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("every", () => {
  test("runs at once, and again some time after it was done", async () => {
    let runs = 0;
    const end = every(1000, async () => {
      runs += 1;
      await new Promise((done) => setTimeout(done, 500));
    });
    expect(runs).toBe(1);
    await vi.advanceTimersByTimeAsync(1499);
    expect(runs).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(runs).toBe(2);
    await vi.advanceTimersByTimeAsync(500);
    await end();
    await vi.advanceTimersByTimeAsync(5000);
    expect(runs).toBe(2);
  });

  test("goes on after a failure", async () => {
    let runs = 0;
    const end = every(1000, () => {
      runs += 1;
      throw new Error("not now");
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(runs).toBe(2);
    await end();
  });

  test("ends once what runs is done, which is told to end", async () => {
    const said: string[] = [];
    const end = every(1000, async (isEnding) => {
      await new Promise((done) => setTimeout(done, 500));
      said.push(isEnding() ? "told" : "not told");
    });
    const ended = end().then(() => said.push("ended"));
    await vi.advanceTimersByTimeAsync(500);
    await ended;
    expect(said).toEqual(["told", "ended"]);
  });
});
