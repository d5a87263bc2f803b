import { describe, expect, test } from "vitest";
import { BLANK_SECTION, changeSections, parseChange } from "@/lib/domain/template-edit";

const sections = ["A", "B", "C"].map((title) => ({ ...BLANK_SECTION, title }));
const after = (text: string) => {
  const change = parseChange(text);
  return (
    change &&
    changeSections(sections, change, BLANK_SECTION)
      .map(({ title }) => title)
      .join()
  );
};

describe("changeSections", () => {
  test("moves a section by one place, and no further than the ends", () => {
    expect([after("up:1"), after("down:1")]).toEqual(["B,A,C", "A,C,B"]);
    expect([after("up:0"), after("down:2"), after("up:7")]).toEqual(["A,B,C", "A,B,C", "A,B,C"]);
  });

  test("removes one, and adds a blank one", () => {
    expect([after("remove:1"), after("remove:3"), after("add")]).toEqual([
      "A,C",
      "A,B,C",
      "A,B,C,",
    ]);
  });
});

describe("parseChange", () => {
  test("knows nothing but the buttons' texts", () => {
    for (const text of ["save", "up", "up:x", "over:1", "up:1 "]) {
      expect(parseChange(text)).toBeUndefined();
    }
  });
});
