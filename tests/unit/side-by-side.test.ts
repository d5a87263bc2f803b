import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairsOf } from "@/lib/side-by-side";

describe("pairsOf", () => {
  test("puts the words that differ beside one another", () => {
    expect(pairsOf("one\ntwo small\nthree\n", "one\ntwo large\nthree\n")).toEqual([
      { same: "one\n" },
      {
        before: [
          { kind: "same", text: "two " },
          { kind: "deleted", text: "small" },
          { kind: "same", text: "\n" },
        ],
        after: [
          { kind: "same", text: "two " },
          { kind: "inserted", text: "large" },
          { kind: "same", text: "\n" },
        ],
      },
      { same: "three\n" },
    ]);
  });

  test("leaves the other side empty where only one has lines", () => {
    expect(pairsOf("one\ntwo\n", "one\n")).toEqual([
      { same: "one\n" },
      { before: [{ kind: "deleted", text: "two\n" }], after: [] },
    ]);
    expect(pairsOf("one\n", "one\ntwo\n")).toEqual([
      { same: "one\n" },
      { before: [], after: [{ kind: "inserted", text: "two\n" }] },
    ]);
  });

  test("has all of both texts, whatever they are", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c d", "e f g", ""), { maxLength: 12 })
      .map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pairs = pairsOf(before, after) ?? [];
        const side = (name: "before" | "after") =>
          pairs
            .map((pair) =>
              "same" in pair ? pair.same : pair[name].map((each) => each.text).join(""),
            )
            .join("");
        expect([side("before"), side("after")]).toEqual([before, after]);
      }),
    );
  });
});
