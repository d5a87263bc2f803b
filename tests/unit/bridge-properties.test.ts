import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentOf, openingOf } from "@/lib/markdown/bridge/from-markdown";
import { settled } from "@/lib/markdown/bridge/settled";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { arbitraryDocument } from "@/tests/support/arbitrary-document";
import { arbitraryMarkdown } from "@/tests/support/arbitrary-markdown";

const HTML = /<div>\n\*a\*\n<\/div>|<!-- x\n\ny -->|\[r\]: \/u 'title'|\[\^1\]: note\n\n {4}more/g;

describe("any Markdown", () => {
  test("goes through the editor with the same tree, and then with the same bytes", () => {
    fc.assert(
      fc.property(arbitraryMarkdown, (markdown) => {
        const { doc, loss } = openingOf(markdown);
        const written = markdownOf(doc);

        expect(loss).toBeUndefined();
        expect(documentOf(written).eq(doc)).toBe(true);
        expect(markdownOf(documentOf(written))).toBe(written);
      }),
      { numRuns: 1500, seed: 4 },
    );
  }, 120_000);

  test("keeps what the editor does not know to the letter", () => {
    fc.assert(
      fc.property(fc.array(arbitraryMarkdown, { maxLength: 3 }), (texts) => {
        const unknown = "<div>\n*a*\n</div>\n\n[r]: /u 'title'\n[^1]: note\n\n    more";
        const written = markdownOf(documentOf(`${unknown}\n\n${texts.join("\n\n")}`));

        expect(written.startsWith(unknown)).toBe(true);
        expect(written.match(HTML)?.length).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 200, seed: 4 },
    );
  }, 60_000);
});

describe("any document of the editor", () => {
  test("is read as it was written, and written the same again", () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        const written = markdownOf(doc);
        const read = documentOf(written);

        expect(read.eq(settled(doc))).toBe(true);
        expect(markdownOf(read)).toBe(written);
        expect(settled(read).eq(read)).toBe(true);
        read.check();
      }),
      { numRuns: 2000, seed: 4 },
    );
  }, 120_000);

  test("keeps its words", () => {
    const words = (text: string) => text.replace(/[\s\0\uFFFD]+/g, "");
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        fc.pre(!doc.toString().includes("rawInline"));
        expect(words(settled(doc).textContent)).toBe(words(doc.textContent));
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});
