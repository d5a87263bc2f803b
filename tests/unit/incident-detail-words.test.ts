import { describe, expect, test } from "vitest";
import { jsonText, number, percent, word, yesNo } from "@/components/incidents/detail/fact-values";
import { offsetText } from "@/components/incidents/detail/offset";

const minute = 60_000;

describe("offsetText", () => {
  test("counts from the declaration, both ways", () => {
    expect(offsetText(22 * minute)).toBe("+22 min");
    expect(offsetText(-8 * minute)).toBe("−8 min");
    expect(offsetText(142 * minute)).toBe("+2 h 22 min");
    expect(offsetText(0)).toBe("±0");
  });
});

describe("a fact's value", () => {
  test("is left out where the record has none", () => {
    expect([number(null), percent(undefined), yesNo(null), word("")]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("is written for people", () => {
    expect([number(12500), percent(23.5), yesNo(false), word("us_only")]).toEqual([
      "12,500",
      "23.5 %",
      "No",
      "Us only",
    ]);
  });

  test("keeps zero", () => {
    expect([number(0), percent(0)]).toEqual(["0", "0 %"]);
  });

  test("of metadata goes on one line of limited length", () => {
    expect(jsonText("datadog")).toBe("datadog");
    expect(jsonText(true)).toBe("yes");
    expect(jsonText({ a: [1, null] })).toBe('{"a":[1,null]}');
    expect(jsonText("x".repeat(500))).toHaveLength(301);
    expect(jsonText(undefined)).toBe("");
  });
});
