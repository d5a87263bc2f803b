import { describe, expect, test } from "vitest";
import { BUILT_IN_TEMPLATES, builtIn, STANDARD } from "@/lib/domain/built-in-templates";
import {
  DRAFT_SOURCES,
  hasTodo,
  missingSections,
  sectionsOf,
  sectionsProblem,
  type TemplateSection,
} from "@/lib/domain/template";

const section = (title: string, isRequired = true): TemplateSection => ({
  title,
  help: "Help",
  isRequired,
  source: null,
});
const template = { sections: [section("Summary"), section("Impact"), section("Luck", false)] };

describe("the built-in templates", () => {
  test("keep every rule", () => {
    for (const { sections } of BUILT_IN_TEMPLATES)
      expect(sectionsProblem(sections)).toBeUndefined();
    expect(builtIn("Short")?.sections.length).toBeLessThan(STANDARD.sections.length);
    expect(builtIn("Long")).toBeUndefined();
  });

  test("ask for everything that a draft has, in its order", () => {
    expect(STANDARD.sections.map(({ source }) => source)).toEqual(DRAFT_SOURCES);
    expect(STANDARD.sections.every(({ help }) => help !== "")).toBe(true);
  });
});

describe("sectionsProblem", () => {
  test("says what is wrong", () => {
    expect(sectionsProblem([])).toBe("A template needs a section.");
    expect(sectionsProblem([section("A"), section("* *")])).toBe("Give section 2 a title.");
    expect(sectionsProblem([section("A"), section("B"), section("a ")])).toBe(
      "Two sections are called “a ”. Give each a title of its own.",
    );
    const many = Array.from({ length: 31 }, (_, index) => section(`Part ${index}`));
    expect(sectionsProblem(many)).toBe("A template has up to 30 sections.");
    expect(sectionsProblem(many.slice(1))).toBeUndefined();
    const long = { ...section("A"), help: "x".repeat(501) };
    expect(sectionsProblem([long])).toMatch(/^“A” is too long: a title has up to 120 characters/);
    expect(sectionsProblem([section("A".repeat(121))])).toContain("is too long");
  });
});

describe("sectionsOf", () => {
  const problems = (markdown: string) =>
    sectionsOf(markdown, template).map(({ problem }) => problem);

  test("says which are missing, empty or still ask for something", () => {
    expect(problems("")).toEqual(["missing", "missing", "missing"]);
    expect(problems("## Summary\n\n## Impact\n\n> **TODO:** Say.\n\n## Luck\n\nNone.\n")).toEqual([
      "empty",
      "todo",
      undefined,
    ]);
  });

  test("takes headings and comments alone for nothing", () => {
    expect(problems("## Summary\n\n### People\n\n## Impact\n\n<!-- later -->\n")).toEqual([
      "empty",
      "empty",
      "missing",
    ]);
  });

  test("knows a heading by its words, at both depths, also where it is there twice", () => {
    expect(problems("# **SUMMARY**\n\n## Impact\n\n## Impact\n\nx\n\n## Luck\n")).toEqual([
      "empty",
      undefined,
      "empty",
    ]);
  });
});

describe("missingSections", () => {
  test("gives those that are required alone", () => {
    expect(missingSections("## Impact\n\nTODO: count\n", template)).toEqual([
      { title: "Summary", problem: "missing" },
      { title: "Impact", problem: "todo" },
    ]);
    expect(missingSections("## Impact\n\nx\n\n## Summary\n\nx\n", template)).toEqual([]);
  });
});

describe("hasTodo", () => {
  test("finds requests, and not the word in a sentence", () => {
    for (const text of ["> **TODO:** x", "- [ ] TODO: x", "a\n\ntodo: x", "* **TODO**: x"])
      expect(hasTodo(text)).toBe(true);
    for (const text of ["The TODO: service failed", "`TODO:`", "TODO list", "- Todos: 3"])
      expect(hasTodo(text)).toBe(false);
  });
});
