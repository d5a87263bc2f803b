import { describe, expect, test } from "vitest";
import { lineChanges, wordChanges } from "@/lib/text-changes";

describe("lineChanges", () => {
  test("tells which lines only one of two texts has", () => {
    expect(lineChanges("a\nb\nc\n", "a\nB\nc\n")).toEqual([
      { kind: "same", text: "a\n" },
      { kind: "deleted", text: "b\n" },
      { kind: "inserted", text: "B\n" },
      { kind: "same", text: "c\n" },
    ]);
  });

  test("gives up on long texts that share nothing", () => {
    const lines = (word: string) =>
      Array.from({ length: 30_000 }, (_, index) => `${word} ${index}`).join("\n");
    expect(lineChanges(lines("mine"), lines("theirs"))).toBeUndefined();
  });
});

describe("wordChanges", () => {
  test("tells which words differ within a line", () => {
    expect(wordChanges("same\nthe red pool\n", "same\nthe blue pool\n")).toEqual([
      { kind: "same", text: "same\n" },
      { kind: "same", text: "the " },
      { kind: "deleted", text: "red" },
      { kind: "inserted", text: "blue" },
      { kind: "same", text: " pool\n" },
    ]);
  });

  test("keeps lines that were only added or only removed whole", () => {
    expect(wordChanges("a\nb\n", "b\nc\n")).toEqual([
      { kind: "deleted", text: "a\n" },
      { kind: "same", text: "b\n" },
      { kind: "inserted", text: "c\n" },
    ]);
  });
});
