import { describe, expect, test } from "vitest";
import { withNumbered } from "@/lib/numbered-fields";

describe("withNumbered", () => {
  const withAnswers = withNumbered("answers");

  test("gathers the numbered fields of a form, and none where there are none", () => {
    expect(withAnswers({ key: "x", "answers.0": "a", "answers.2": "c" })).toEqual({
      key: "x",
      answers: { 0: "a", 2: "c" },
    });
    expect(withAnswers({ key: "x" })).toEqual({ key: "x", answers: {} });
  });

  test("leaves what is no form, or has them gathered", () => {
    expect(withAnswers(null)).toBeNull();
    expect(withAnswers("text")).toBe("text");
    expect(withAnswers({ answers: { 1: "b" } })).toEqual({ answers: { 1: "b" } });
  });
});
