import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { analyze } from "@/lib/domain/analysis";
import { STANDARD } from "@/lib/domain/built-in-templates";
import { draftPostmortem } from "@/lib/domain/draft";
import { factsOf } from "@/lib/domain/draft/facts";
import { canonical } from "@/lib/markdown/canonical";
import { arbitraryRecord } from "../support/arbitrary-record";

describe("canonical", () => {
  test("writes a text as the editor does, the same each time", () => {
    expect(canonical("* one\n* two\n\nHeading\n---\n")).toBe("- one\n- two\n\n## Heading\n");
    expect(canonical("* one\n* two\n\nHeading\n---\n")).toBe("- one\n- two\n\n## Heading\n");
  });

  test("leaves a text as it is that the editor would lose something of", () => {
    const deep = `${">".repeat(400)} deep *x*\n* y\n`;
    expect(canonical(deep)).toBe(deep);
  });

  test("forgets what nobody asked for lately", () => {
    const texts = Array.from({ length: 60 }, (_, index) => `* ${index}\n`);
    expect(texts.map(canonical)).toEqual(texts.map((text) => text.replace("*", "-")));
    expect(canonical("* 0\n")).toBe("- 0\n");
  });

  test("keeps every line of a draft, its sources and its rest", () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const draft = draftPostmortem(factsOf({ record, analysis: analyze(record) }), STANDARD);
        const written = canonical(draft);
        expect(canonical(written)).toBe(written);
        const bare = (text: string) => text.replace(/\\|&#x?\w+;/g, "").split("\n");
        expect(bare(written)).toEqual(bare(draft));
        expect(kindsIn(written)).toEqual(kindsIn(draft));
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});

type Node = { type: string; children?: Node[] };

/** What a text is made of: a word of the record that became a link or HTML would differ here. */
function kindsIn(markdown: string): string[] {
  const all = ({ type, children = [] }: Node): string[] => [type, ...children.flatMap(all)];
  return all(unified().use(remarkParse).use(remarkGfm).parse(markdown));
}
