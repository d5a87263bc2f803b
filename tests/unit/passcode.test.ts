import { describe, expect, test } from "vitest";
import { passcodeProblem } from "@/lib/domain/passcode";

describe("passcodeProblem", () => {
  test.each([
    ["12345", "Use 6 characters at least."],
    ["x".repeat(101), "Use 100 characters at most."],
    ["aaaaaa", "This one is guessed first. Choose another."],
    ["123456", "This one is guessed first. Choose another."],
    ["987654", "This one is guessed first. Choose another."],
  ])("says of %s why it is none", (passcode, problem) => {
    expect(passcodeProblem(passcode)).toBe(problem);
  });

  test.each(["tulip 7", "391-204"])("takes %s", (passcode) => {
    expect(passcodeProblem(passcode)).toBeUndefined();
  });
});
