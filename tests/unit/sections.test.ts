import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameOf, splitSections } from "@/lib/domain/sections";

describe("splitSections", () => {
  test("gives each heading with what stands below it, and what stands before the first", () => {
    expect(splitSections("Hello\n\n# One\n\ntext\n\n### Deeper\n\nmore\n\n## Two ##\n")).toEqual([
      { title: "", raw: "Hello\n\n", body: "Hello" },
      {
        title: "One",
        raw: "# One\n\ntext\n\n### Deeper\n\nmore\n\n",
        body: "text\n\n### Deeper\n\nmore",
      },
      { title: "Two", raw: "## Two ##\n", body: "" },
    ]);
  });

  test("leaves headings in code alone, and keeps how the first line is indented", () => {
    const [section] = splitSections("## One\n\n    code\n\n```\n## Two\n```\n");
    expect(section?.body).toBe("    code\n\n```\n## Two\n```");
  });

  test("loses no letter", () => {
    const line = fc.constantFrom("# A", "## B", "### C", "", " ", "text", "```", "~~~", "## A #");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        const sections = splitSections(text);
        expect(sections.map(({ raw }) => raw).join("")).toBe(text);
      }),
      { seed: 7 },
    );
  });
});

describe("nameOf", () => {
  test("is the same for headings that read the same", () => {
    for (const title of ["What went well", " what  WENT well ##", "**What** went *well*"])
      expect(nameOf(title)).toBe("what went well");
    expect(nameOf("Costs \\& snake_case \\_x\\_")).toBe("costs & snake_case _x_");
  });
});
