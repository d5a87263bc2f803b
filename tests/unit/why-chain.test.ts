import { describe, expect, test } from "vitest";
import { askedFor, givenAnswers, MOST_WHYS, whyMarkdown } from "@/lib/domain/why-chain";

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
