import { describe, expect, test } from "vitest";
import type { JsonObject } from "@/lib/domain/record";
import { mergeEdits, planList, type Likeness } from "@/lib/record/merge";

describe("mergeEdits", () => {
  test("takes theirs where ours did not change", () => {
    const base = { title: "A", owner: "x", note: 1 };
    expect(mergeEdits(base, { ...base }, { title: "B", note: 2 })).toEqual({ title: "B", note: 2 });
  });

  test("keeps ours where ours changed, also where both did", () => {
    const [base, ours] = [
      { title: "A", status: "open" },
      { title: "A", status: "done" },
    ];
    expect(mergeEdits(base, ours, { title: "B", status: "closed" })).toEqual({
      title: "B",
      status: "done",
    });
  });

  test("keeps what ours took away", () => {
    const ours: JsonObject = { title: "A" };
    const merged = mergeEdits({ title: "A", owner: "x" }, ours, { title: "A", owner: "y" });
    expect(merged.owner).toBeUndefined();
  });

  test("merges objects key by key", () => {
    const base = { impact: { users: 1, revenue: "low" } };
    const ours = { impact: { users: 1, revenue: "high" } };
    expect(mergeEdits(base, ours, { impact: { users: 9, revenue: "low" } })).toEqual({
      impact: { users: 9, revenue: "high" },
    });
  });

  test("takes everything of ours for an edit when there was no base", () => {
    expect(mergeEdits<JsonObject>(null, { a: 1, c: {} }, { a: 2, b: 3 })).toEqual({
      a: 1,
      b: 3,
      c: {},
    });
  });
});

describe("planList", () => {
  const imported = (ordinal: number, source: JsonObject, current = source) => ({
    ordinal,
    source,
    current,
  });
  const [a, b, c]: [JsonObject, JsonObject, JsonObject] = [{ t: "a" }, { t: "b" }, { t: "c" }];

  test("keeps equal entries at their new places, adds new ones, removes the others", () => {
    const stored = [imported(0, a), imported(1, b)];
    expect(planList(stored, [c, a])).toEqual({
      kept: [{ stored: stored[0], item: a, ordinal: 1 }],
      added: [{ item: c, ordinal: 0 }],
      staying: [],
      removed: [stored[1]],
    });
  });

  test("pairs each of several equal entries with one row", () => {
    const stored = [imported(0, a), imported(1, a)];
    const { kept, added } = planList(stored, [a, a, a]);
    expect(kept.map((each) => each.stored)).toEqual(stored);
    expect(added).toEqual([{ item: a, ordinal: 2 }]);
  });

  test("knows an edited entry by what it was imported as", () => {
    const stored = [imported(0, a, { t: "edited" })];
    expect(planList(stored, [a]).kept).toEqual([{ stored: stored[0], item: a, ordinal: 0 }]);
  });

  test("lets entries of the portal and edited ones stay, after the incoming ones", () => {
    const own = { ordinal: 5, source: null, current: b };
    const edited = imported(2, c, { t: "edited" });
    expect(planList([own, edited], [a]).staying).toEqual([
      { stored: edited, ordinal: 1 },
      { stored: own, ordinal: 2 },
    ]);
  });

  test("pairs what is left by other likenesses", () => {
    const byPlace: Likeness<ReturnType<typeof imported>, JsonObject> = {
      stored: ({ ordinal }) => String(ordinal),
      incoming: (_, index) => String(index),
    };
    const stored = [imported(0, a), imported(1, b)];
    expect(planList(stored, [c, b], [byPlace]).kept).toEqual([
      { stored: stored[0], item: c, ordinal: 0 },
      { stored: stored[1], item: b, ordinal: 1 },
    ]);
  });
});
