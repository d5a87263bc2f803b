import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { lossOf } from "@/lib/markdown/bridge/loss";
import { nodes, schema } from "@/lib/markdown/bridge/schema";
import { settled } from "@/lib/markdown/bridge/settled";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";

const written = (markdown: string) => markdownOf(documentOf(markdown));
const json = (markdown: string) => documentOf(markdown).toJSON();
const paragraph = (text: string) => nodes.paragraph.create(null, schema.text(text));
const docOf = (...blocks: ReturnType<typeof paragraph>[]) => nodes.doc.create(null, blocks);

const CANONICAL = `# Title

Words **bold** *italic* \`code\` ~~gone~~ [link](/people/u-1 "title") and snake_case, R&D (status:identified).
The same paragraph\\
after a hard break, see https://grafana.example/d/1?from=2.

- a
- b
  - c

1. x
2. y

- [ ] todo
- [x] done

> quote

> [!NOTE]
> A note
>
> - with a list

| a | b | c |
| --- | :-: | --: |
| 1 | \`x\\|y\` | \\| |

\`\`\`sql title="a"
select 1
\`\`\`

\`\`\`timeline
\`\`\`

\`\`\`metrics from=detected
\`\`\`

---

![A graph](/files/7 "At 14:40")
`;

describe("markdownOf", () => {
  test("writes a text of the editor's own form as it was read", () => {
    expect(written(CANONICAL)).toBe(CANONICAL);
  });

  test.each([
    ["* a\n* b", "- a\n- b\n"],
    ["1) a\n1) b", "1. a\n2. b\n"],
    ["_a_ __b__", "*a* **b**\n"],
    ["Title\n=====", "# Title\n"],
    ["* * *", "---\n"],
    ["~~~js\na\n~~~", "```js\na\n```\n"],
    ["    code", "```\ncode\n```\n"],
    ["a  \nb", "a\\\nb\n"],
    ["|a|b|\n|-|-:|\n|1|", "| a | b |\n| --- | --: |\n| 1 |  |\n"],
    ["a\r\nb\r\n", "a\nb\n"],
    ["> [!tip]\n>\n> a", "> [!TIP]\n> a\n"],
    ["**a *b***", "**a _b_**\n"],
    ["&copy; &lt;b&gt;", "© \\<b>\n"],
    ["<https://a.example/b>", "https://a.example/b\n"],
    ["a <https://a.example/b>c", "a <https://a.example/b>c\n"],
  ])("writes %j in the one form", (markdown, form) => {
    expect(written(markdown)).toBe(form);
  });

  test.each([
    ["<div>\n  <b>*x*</b>\n</div>"],
    ["a <kbd>Ctrl</kbd> b"],
    ["a[^1]\n\n[^1]: Note\n\n    More of it"],
    ["[text][ref] [ref] ![x][ref]\n\n[ref]: </a b>  'Title'"],
    ["1. [ ]  ordered\n2. x"],
    ["- [ ] task\n-  item"],
    ["|a|\n|-|\n|1|2|"],
    ["<!-- a\n\nb -->"],
  ])("keeps what the editor does not know to the letter: %j", (markdown) => {
    expect(written(markdown)).toContain(markdown.split("\n\n").at(-1));
    expect(written(markdown).trimEnd()).toBe(markdown);
  });

  test("takes the marks of quotes and items off what it keeps, and puts them back", () => {
    const markdown = "> - <div>\n>   *x*\n>   </div>\n> - [a\n>   b][r]\n\n[r]: /u\n";

    expect(written(markdown)).toBe(markdown);
    expect(JSON.stringify(json(markdown))).toContain('"<div>\\n*x*\\n</div>"');
    expect(JSON.stringify(json(markdown))).toContain('"[a\\nb][r]"');
  });

  test.each([
    ...["1. x", "# x", "- x", "+ x", "* x", "| a |", "> x", "[!NOTE]", "```", "~~~", "---", "==="],
    ...[
      "<b>x</b>",
      "&amp;",
      "ends in \\",
      "x #",
      "[ ] x",
      "[r]: /u",
      "[^1]: x",
      "![x](y)",
      "**x**",
    ],
    ...[
      "https://a.example",
      "www.a.example",
      "a@b.example",
      "5 * 3",
      "__init__",
      "(status:identified)",
    ],
  ])("writes the words %j as words", (words) => {
    const doc = docOf(paragraph(words));
    expect(documentOf(markdownOf(doc)).eq(doc)).toBe(true);
  });

  test("moves spaces out of marks", () => {
    const bold = schema.text("bold ", [schema.mark("bold")]);
    const doc = docOf(nodes.paragraph.create(null, [bold, schema.text("plain")]));

    expect(markdownOf(doc)).toBe("**bold** plain\n");
  });

  test("keeps apart lists that stand side by side", () => {
    const markdown = "- a\n\n* b\n\n- [ ] c\n\n1. d\n\n1) e\n";
    expect(written(markdown)).toBe(markdown);
  });

  test("keeps an empty task, and leaves out empty paragraphs", () => {
    const task = nodes.taskItem.create(null, nodes.paragraph.create());
    const doc = docOf(nodes.taskList.create(null, task), nodes.paragraph.create(), paragraph("a"));

    expect(markdownOf(doc)).toBe("- [ ] &#x20;\n\na\n");
    expect(documentOf(markdownOf(doc)).eq(settled(doc))).toBe(true);
  });
});

describe("documentOf", () => {
  test("reads nothing as an empty paragraph", () => {
    expect(json("")).toEqual({ type: "doc", content: [{ type: "paragraph" }] });
    expect(written("")).toBe("");
  });

  test("reads alerts, live blocks and code with words that are no live block", () => {
    expect(json("> [!WARNING]\n> a").content[0].attrs).toEqual({ alert: "warning" });
    expect(json("> \\[!WARNING]\n> a").content[0].attrs).toEqual({ alert: null });
    expect(json("```impact\n```").content[0]).toMatchObject({ attrs: { kind: "impact" } });
    expect(json("```impact\na\n```").content[0].type).toBe("codeBlock");
  });

  test("keeps a text that is beyond bounds as one raw block", () => {
    const deep = ">".repeat(5000);
    expect(json(deep).content).toEqual([{ type: "rawBlock", attrs: { source: deep } }]);
  });
});

describe("lossOf", () => {
  test("finds nothing to lose in what the editor can hold", () => {
    expect(lossOf(CANONICAL)).toBeUndefined();
  });

  test.each([
    [">".repeat(5000), "nests more than 20"],
    ["`".repeat(40), "backticks"],
    [`${" ".repeat(80)}a`, "spaces"],
    ["a".repeat(300_000), "256 KB"],
    ["*a _b ".repeat(300) + "c_ d*".repeat(300), "nested"],
  ])("says why a text cannot be opened", (markdown, reason) => {
    expect(lossOf(markdown)).toContain(reason);
  });

  test("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        lossOf(text);
        documentOf(text).check();
      }),
      { numRuns: 500 },
    );
  });
});
