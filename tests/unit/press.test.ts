import { describe, expect, test, vi } from "vitest";
import { TYPES } from "@/lib/status-page/file";
import { makePress, type Change } from "@/scripts/status/press";
import type { Part } from "@/scripts/status/site-parts";

const part = (name: string, of: unknown, paths: Record<string, string>): Part => ({
  name,
  of: [of],
  make: () =>
    Object.entries(paths).map(([path, body]) => ({ path, type: TYPES.text, kind: "data", body })),
});

/** A press, what it sent, and what readers then have. */
function pressed(sent = new Map<string, string>(), slice = 0) {
  const changes: Change<string>[] = [];
  const problems: string[] = [];
  const press = makePress<string>({
    sent,
    slice,
    pack: ({ path, body }) => `${path}: ${body}`,
    send: (change) => changes.push(change),
    fail: (name) => problems.push(name),
  });
  return { press, changes, problems };
}

describe("the press", () => {
  test("sends what changed alone, and what is no more", () => {
    const { press, changes } = pressed();
    press.print([part("a", 1, { one: "1", two: "2" }), part("b", 1, { three: "3" })]);
    press.print([part("a", 2, { one: "1", two: "II" })]);
    expect(changes).toEqual([
      { removed: [], changed: ["one: 1", "two: 2", "three: 3"], isWhole: true },
      { removed: ["three"], changed: ["two: II"], isWhole: true },
    ]);
  });

  test("makes nothing of parts that are as they were", () => {
    const { press, changes } = pressed();
    const make = vi.fn(() => []);
    press.print([{ name: "a", of: [1, "x"], make }]);
    press.print([{ name: "a", of: [1, "x"], make }]);
    expect(make).toHaveBeenCalledTimes(1);
    expect(changes).toEqual([]);
  });

  test("leaves a file that another part has taken over", () => {
    const { press, changes } = pressed();
    press.print([part("a", 1, { one: "1" }), part("b", 1, {})]);
    press.print([part("b", 2, { one: "gone" })]);
    expect(changes.at(-1)).toEqual({ removed: ["one"], changed: ["one: gone"], isWhole: true });
    press.print([part("a", 3, { one: "1" }), part("b", 3, {})]);
    expect(changes.at(-1)).toEqual({ removed: [], changed: ["one: 1"], isWhole: true });
  });

  test("goes on from what an earlier thread sent", () => {
    const { press, changes } = pressed(new Map([["old", "etag"]]));
    press.print([part("a", 1, { one: "1" })]);
    expect(changes).toEqual([{ removed: ["old"], changed: ["one: 1"], isWhole: true }]);
  });

  test("keeps the files of a part that cannot be made, and makes all others", () => {
    const { press, changes, problems } = pressed();
    press.print([part("a", 1, { one: "1" }), part("b", 1, { two: "2" })]);
    const broken: Part = {
      name: "a",
      of: [2],
      make: () => {
        throw new Error("broken");
      },
    };
    press.print([broken, part("b", 2, { two: "II" })]);
    expect(changes.at(-1)).toEqual({ removed: [], changed: ["two: II"], isWhole: true });
    expect(problems).toEqual(["a"]);
    press.print([part("b", 2, { two: "II" })]);
    expect(changes.at(-1)?.removed).toEqual(["one"]);
  });

  test("sends much in slices, the first parts first, and says when that was all", async () => {
    const { press, changes } = pressed();
    const parts = Array.from({ length: 30 }, (_, i) => part(`p${i}`, 1, { [`f${i}`]: "x" }));
    press.print(parts);
    expect(changes[0]).toEqual({ removed: [], changed: ["f0: x"], isWhole: false });
    await vi.waitFor(() => expect(changes.at(-1)?.isWhole).toBe(true));
    expect(changes.flatMap(({ changed }) => changed)).toEqual(parts.map((_, i) => `f${i}: x`));
  });

  test("lets what is printed meanwhile take over", async () => {
    const { press, changes } = pressed();
    const parts = (of: number) =>
      Array.from({ length: 30 }, (_, i) =>
        part(`p${i}`, i === 29 ? of : 1, { [`f${i}`]: `${of}` }),
      );
    press.print(parts(1));
    press.print(parts(2));
    await vi.waitFor(() => expect(changes.at(-1)?.isWhole).toBe(true));
    const sent = changes.flatMap(({ changed }) => changed);
    expect(sent).toHaveLength(30);
    expect(sent.slice(-2)).toEqual(["f28: 2", "f29: 2"]);
  });
});
