import { describe, expect, test } from "vitest";
import type { PhaseName } from "@/lib/domain/phases";
import { storyOf, timeBetween } from "@/lib/domain/story";
import { clockMs } from "../support/make-timeline";

const entry = (id: number, time: string, phase?: PhaseName) => ({
  id,
  seq: id,
  at: clockMs(`${time}:00`),
  phase,
});
const whole = { gaps: {}, notes: {}, newestFirst: false, isComplete: true };

/** The items in short: "day", "gap 30", "note x", "phase triage", "1". */
function told(items: ReturnType<typeof storyOf<ReturnType<typeof entry>, string>>): string[] {
  return items.map((item) => {
    if (item.kind === "entry") return String(item.entry.id);
    if (item.kind === "gap") return `gap ${item.gap.minutes}`;
    if (item.kind === "note") return `note ${item.note}`;
    return item.kind === "phase" ? `phase ${item.name}` : "day";
  });
}

describe("storyOf", () => {
  const gap = { start: clockMs("10:05:00"), end: clockMs("10:35:00"), minutes: 30 };
  const between = { gaps: { 2: [gap] }, notes: { 2: ["x"] } };

  test("puts silences, notes and phases before the entry that ends or begins them", () => {
    const entries = [entry(1, "10:05", "detection"), entry(2, "10:35", "triage")];
    expect(told(storyOf(entries, { ...whole, ...between }))).toEqual([
      "day",
      "phase detection",
      "1",
      "gap 30",
      "note x",
      "phase triage",
      "2",
    ]);
  });

  test("keeps them between the same rows when the newest come first", () => {
    const entries = [entry(2, "10:35", "triage"), entry(1, "10:05", "detection")];
    expect(told(storyOf(entries, { ...whole, ...between, newestFirst: true }))).toEqual([
      "day",
      "2",
      "phase triage",
      "note x",
      "gap 30",
      "1",
      "phase detection",
    ]);
  });

  test("names each day once", () => {
    const next = { ...entry(2, "00:10"), at: clockMs("10:00:00") + 24 * 3_600_000 };
    expect(told(storyOf([entry(1, "10:05"), next, { ...next, id: 3 }], whole))).toEqual([
      "day",
      "1",
      "day",
      "2",
      "3",
    ]);
  });

  test("offers a place between each row and the next later one", () => {
    const entries = [entry(1, "10:00"), entry(2, "10:30")];
    const insertions = (items: typeof entries, view: typeof whole) =>
      storyOf(items, view).flatMap((item) => (item.kind === "entry" ? [item.insertion] : []));
    const middle = { after: 1, at: clockMs("10:15:00") };

    expect(insertions(entries, whole)).toEqual([middle, { after: 2, at: clockMs("10:31:00") }]);
    expect(insertions(entries, { ...whole, isComplete: false })).toEqual([middle, undefined]);
    expect(insertions(entries.toReversed(), { ...whole, newestFirst: true })).toEqual([
      middle,
      undefined,
    ]);
  });

  test("offers none after a row of another incident", () => {
    const entries = [{ ...entry(1, "10:00"), seq: -1 }, entry(2, "10:30")];
    const items = storyOf(entries, whole);
    expect(items.flatMap((item) => (item.kind === "entry" ? [item.insertion] : []))).toEqual([
      undefined,
      { after: 2, at: clockMs("10:31:00") },
    ]);
  });
});

describe("timeBetween", () => {
  test.each([
    ["10:00:00", "10:45:00", "10:22:00"],
    ["10:00:00", "10:01:00", "10:00:30"],
    ["10:00:10", "10:00:11", "10:00:10"],
    ["10:00:10", "10:00:10", "10:00:10"],
    ["10:00:30", undefined, "10:01:00"],
  ])("of %s and %s is %s", (earlier, later, between) => {
    expect(timeBetween(clockMs(earlier), later === undefined ? undefined : clockMs(later))).toBe(
      clockMs(between),
    );
  });
});
