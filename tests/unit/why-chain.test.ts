import { describe, expect, test } from "vitest";
import { askedFor, givenAnswers, MOST_WHYS, whyMarkdown, withWhys } from "@/lib/domain/why-chain";

describe("givenAnswers", () => {
  test("closes the chain over answers that were emptied", () => {
    expect(givenAnswers(["one", " ", " two ", ""])).toEqual(["one", "two"]);
  });
});

describe("askedFor", () => {
  test.each([
    [[], 1],
    [["one"], 2],
    [["one", "", " "], 2],
    [["", "two"], 3],
    [Array(MOST_WHYS).fill("why"), MOST_WHYS],
  ])("opens the answer after the last of %j", (answers, count) => {
    expect(askedFor(answers)).toBe(count);
  });
});

describe("whyMarkdown", () => {
  test("writes the problem and a numbered list", () => {
    expect(whyMarkdown({ problem: "Payments failed", answers: ["No *slots*", "Bad\npool"] })).toBe(
      "**Problem:** Payments failed\n\n1. Why? No \\*slots\\*\n2. Why? Bad pool",
    );
  });

  test("is the problem alone before the first answer", () => {
    expect(whyMarkdown({ problem: "Payments failed", answers: [] })).toBe(
      "**Problem:** Payments failed",
    );
  });
});

describe("withWhys", () => {
  const chain = { problem: "Payments failed", answers: ["A small pool"] };
  const passage = "**Problem:** Payments failed\n\n1. Why? A small pool\n";

  test("stands at the end of the section on the root cause", () => {
    expect(withWhys("# P\n\n## Root *cause*\n\nA pool.\n\n## Next\n\nx\n", chain)).toBe(
      `# P\n\n## Root *cause*\n\nA pool.\n\n${passage}\n## Next\n\nx\n`,
    );
    expect(withWhys("## root cause", chain)).toBe(`## root cause\n\n${passage}`);
  });

  test("gets a section of its own where there is none", () => {
    expect(withWhys("Once upon a time\n", chain)).toBe(
      `Once upon a time\n\n## Root cause\n\n${passage}`,
    );
    expect(withWhys("", chain)).toBe(`## Root cause\n\n${passage}`);
  });
});
