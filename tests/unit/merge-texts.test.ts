import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeTexts } from "@/lib/merge-texts";
import { processorTime } from "../support/processor-time";

describe("mergeTexts", () => {
  const base = "one\ntwo\nthree\nfour\nfive";

  test("puts together what two people changed in different lines", () => {
    const mine = base.replace("one", "ONE");
    const theirs = base.replace("five", "FIVE\nsix");
    expect(mergeTexts({ base, mine, theirs })).toBe("ONE\ntwo\nthree\nfour\nFIVE\nsix");
  });

  test("takes what both changed alike once", () => {
    const both = base.replace("two", "2");
    expect(mergeTexts({ base, mine: both, theirs: both })).toBe(both);
  });

  test("leaves it to people where both changed the same line", () => {
    const mine = base.replace("two", "mine");
    const theirs = base.replace("two", "theirs");
    expect(mergeTexts({ base, mine, theirs })).toBeUndefined();
  });

  test("puts together what two people changed in neighbouring lines", () => {
    const mine = base.replace("two", "mine");
    const theirs = base.replace("three", "theirs");
    expect(mergeTexts({ base, mine, theirs })).toBe("one\nmine\ntheirs\nfour\nfive");
  });

  test("puts together different words of one line", () => {
    expect(
      mergeTexts({
        base: "The red pool was full at noon.",
        mine: "The blue pool was full at noon.",
        theirs: "The red pool was full at 14:40.",
      }),
    ).toBe("The blue pool was full at 14:40.");
  });

  test("leaves it to people where one removed the line in which the other wrote", () => {
    const mine = base.replace("two\n", "");
    const theirs = base.replace("two", "two and more");
    expect(mergeTexts({ base, mine, theirs })).toBeUndefined();
  });

  test("leaves it to people where both added at the same place", () => {
    const mine = base.replace("two", "two\nmine");
    const theirs = base.replace("two", "two\ntheirs");
    expect(mergeTexts({ base, mine, theirs })).toBeUndefined();
  });

  test("leaves long texts that share nothing to people", () => {
    const lines = (word: string) =>
      Array.from({ length: 30_000 }, (_, index) => `${word} ${index}`).join("\n");
    expect(
      mergeTexts({ base: lines("base"), mine: lines("mine"), theirs: lines("theirs") }),
    ).toBeUndefined();
  });

  test("merges 100,000 empty lines in little time", () => {
    const empty = "\n".repeat(100_000);
    const spent = processorTime(() =>
      expect(mergeTexts({ base: empty, mine: `a\n${empty}`, theirs: `${empty}\nb` })).toBe(
        `a\n${empty}\nb`,
      ),
    );
    expect(spent).toBeLessThan(2000);
  });

  test("loses no line that only one of two people wrote", () => {
    const line = fc.constantFrom("a", "b", "c", "");
    const lines = fc.array(line, { maxLength: 6 });
    fc.assert(
      fc.property(lines, lines, lines, (first, second, third) => {
        const [before, after] = [first, third].map((all) => all.join("\n"));
        const text = second.join("\n");
        const mine = `mine\n${text}`;
        const merged = mergeTexts({
          base: `x\n${before}\ny\n${after}`,
          mine: `x\n${mine}\ny\n${after}`,
          theirs: `x\n${before}\ny\n${after}\ntheirs`,
        });
        expect(merged).toBe(`x\n${mine}\ny\n${after}\ntheirs`);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
