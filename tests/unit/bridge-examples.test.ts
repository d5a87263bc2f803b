import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { createRequire } from "node:module";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { lossOf } from "@/lib/markdown/bridge/loss";
import { normalBlocks } from "@/lib/markdown/bridge/normal-tree";
import { spreadByLines } from "@/lib/markdown/bridge/spread";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { GFM_EXAMPLES } from "@/tests/support/gfm-examples";

const Examples = z.object({
  tests: z.array(z.object({ markdown: z.string(), section: z.string(), number: z.number() })),
});
const { tests } = Examples.parse(createRequire(import.meta.url)("commonmark-spec"));

const parser = unified().use(remarkParse).use(remarkGfm);

/** What a text says to its readers, by the parser that the pages use. */
function says(markdown: string) {
  const text = markdown.replace(/\r\n?/g, "\n");
  const root = parser.parse(text);
  spreadByLines(root);
  return normalBlocks(root.children, text).map((block) => block.says);
}

function expectKept(markdown: string): void {
  const written = markdownOf(documentOf(markdown));

  expect(lossOf(markdown)).toBeUndefined();
  expect(says(written)).toEqual(says(markdown));
  expect(documentOf(written).eq(documentOf(markdown))).toBe(true);
  expect(markdownOf(documentOf(written))).toBe(written);
  documentOf(markdown).check();
}

describe("the bridge keeps CommonMark's example", () => {
  test.each(tests.map((example) => [example.number, example.section, example.markdown] as const))(
    "%d of %s",
    (_number, _section, markdown) => {
      expectKept(markdown.replaceAll("→", "\t"));
    },
  );

  test("of every section there is one", () => {
    expect(tests.length).toBeGreaterThan(600);
  });
});

describe.each(Object.entries(GFM_EXAMPLES))("the bridge keeps GFM's %s", (_section, examples) => {
  test.each(examples)("as in %j", (markdown) => {
    expectKept(markdown);
  });
});
