import { describe, expect, test } from "vitest";
import { outlineOf } from "@/lib/domain/outline";

describe("outlineOf", () => {
  test("gives the headings with where their lines begin", () => {
    expect(outlineOf("# One\ntext\n## Two \n### Three\n#### Four\n#no\n")).toEqual([
      { depth: 1, text: "One", offset: 0 },
      { depth: 2, text: "Two", offset: 11 },
      { depth: 3, text: "Three", offset: 19 },
    ]);
  });

  test("leaves out what stands in code", () => {
    const text = "```\n# no\n~~~\n# no\n```\n# One\n~~~~ sh\n# no\n~~~\n# no\n~~~~\n# Two";
    expect(outlineOf(text).map((entry) => entry.text)).toEqual(["One", "Two"]);
  });

  test("stops at 200 headings", () => {
    expect(outlineOf("# a\n".repeat(300))).toHaveLength(200);
  });
});
