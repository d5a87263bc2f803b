import type { Mark, Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { ALERTS, ALIGNMENTS, LIVE_KINDS } from "@/lib/markdown/bridge/names";
import { marks, nodes, schema } from "@/lib/markdown/bridge/schema";

const WORDS = [
  ...[
    "a",
    "word",
    "two words",
    " ",
    "  ",
    " a",
    "a ",
    "é",
    "🎉",
    "snake_case",
    "__init__",
    "5 * 3",
    "*a*",
    "**b**",
  ],
  ...[
    "_c_",
    "~5",
    "~~d~~",
    "`e`",
    "``",
    "[f](g)",
    "[^1]",
    "[!NOTE]",
    "[ ] x",
    "![h](i)",
    "<b>",
    "<!-- j -->",
  ],
  ...[
    "&amp;",
    "&",
    "&#35;",
    "R&D",
    "\\",
    "\\*",
    "a\\",
    "1. x",
    "2) y",
    "-",
    "- x",
    "+ x",
    "* x",
    "# x",
    "#",
    "x #",
  ],
  ...[
    "> x",
    "===",
    "---",
    "***",
    "```",
    "~~~",
    "| a |",
    "| - |",
    "|",
    ":-",
    "a|b",
    "[r]: /u",
    "[r]",
    "https://a.example",
  ],
  ...[
    "http://a.example/b_c_",
    "www.a.example",
    "a@b.example",
    "(status:identified)",
    "!",
    "]",
    "[",
    "(",
    ")",
    "\t",
  ],
  ...[
    "\u00a0",
    ".",
    ",",
    "«x»",
    "^",
    "'",
    '"',
    "=",
    ":",
    "e\u0301",
    "\u200b",
    "$x$",
    "{y}",
    "%",
    "a\nb",
    "\n",
  ],
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 5, unit: "grapheme" }) },
);

const address = fc.constantFrom(
  ...[
    "/people/u-1",
    "/incidents/INC-1#e-9",
    "https://a.example/b?c=d&e=f",
    "a b",
    "a(b",
    "<x>",
    "",
    "#top",
  ],
  ...[
    "javascript:alert(1)",
    "data:text/html,x",
    "a\\b",
    "x&amp;y",
    "a|b",
    "mailto:a@b.example",
    "`",
    "*a*",
  ],
);
const title = fc.constantFrom(null, null, "t", 'a "b"', "c\\", "d|e", "&lt;");

const mark = fc.oneof(
  fc.constantFrom(marks.bold, marks.italic, marks.strike, marks.code).map((type) => type.create()),
  fc.record({ href: address, title }).map((attributes) => marks.link.create(attributes)),
);
const marking = fc
  .oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(mark, { maxLength: 3 }))
  .map((some: readonly Mark[]) =>
    some.reduce((set, one) => one.addToSet(set), schema.text("x").marks),
  );

const RAW = ["<b>", "</b>", "<!-- c -->", "<br>", '<a title="|">', "[^1]"];

const leaf = fc.oneof(
  { weight: 8, arbitrary: word.map((text) => schema.text(text)) },
  { weight: 1, arbitrary: fc.constant(nodes.hardBreak.create()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...RAW).map((source) => nodes.rawInline.create({ source })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        src: address,
        alt: fc.constantFrom("", "a", "[b]", "c]", "*d*", "e\\", "^f", "g|h"),
        title,
      })
      .map((attributes) => nodes.image.create(attributes)),
  },
  {
    weight: 1,
    arbitrary: fc.constant(schema.text(" ", [marks.softBreak.create()])),
  },
);

const piece = fc
  .tuple(leaf, marking)
  .map(([node, set]) => node.mark(node.marks.reduce((all, one) => one.addToSet(all), set)));
const line = fc.array(piece, { maxLength: 7 });

const flag = fc.boolean();
const paragraph = line.map((content) => nodes.paragraph.create(null, content));
const cell = (type: typeof nodes.tableCell) =>
  fc
    .tuple(paragraph, fc.constantFrom(null, ...ALIGNMENTS))
    .map(([words, align]) => type.create({ align }, words));
const row = fc
  .array(fc.oneof(cell(nodes.tableCell), cell(nodes.tableHeader)), { minLength: 1, maxLength: 3 })
  .map((cells) => nodes.tableRow.create(null, cells));

const code = fc
  .record({
    language: fc.constantFrom(null, "", "sql", "a`b", "c d", "timeline", "\\*", "&amp;"),
    meta: fc.constantFrom(null, "", "x=1", "a`b", " y "),
    text: fc.constantFrom(
      "",
      "select 1",
      "\n",
      "a\n\n  b\n",
      "```",
      "````\n",
      "~~~",
      "    x",
      "- a",
      "\t",
    ),
  })
  .map(({ text, ...attributes }) =>
    nodes.codeBlock.create(attributes, text === "" ? null : schema.text(text)),
  );

const { block } = fc.letrec<{ block: Node }>((tie) => {
  const blocks = fc.array(tie("block"), { minLength: 1, maxLength: 3 });
  const item = fc
    .tuple(blocks, flag)
    .map(([content, spread]) => nodes.listItem.create({ spread }, content));
  const task = fc
    .tuple(blocks, flag, flag)
    .map(([content, spread, checked]) => nodes.taskItem.create({ spread, checked }, content));
  const items = fc.array(item, { minLength: 1, maxLength: 3 });
  return {
    block: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      { weight: 5, arbitrary: paragraph },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.integer({ min: 1, max: 6 }), line)
          .map(([level, content]) => nodes.heading.create({ level }, content)),
      },
      { weight: 1, arbitrary: code },
      { weight: 1, arbitrary: fc.constant(nodes.horizontalRule.create()) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...LIVE_KINDS)
          .map((kind) => nodes.liveBlock.create({ kind, meta: null })),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom("<div>\nx\n</div>", "<!-- c -->", "[r]: /u", "1. [ ] a", "- [ ] a\n- b")
          .map((source) => nodes.rawBlock.create({ source })),
      },
      {
        weight: 1,
        arbitrary: fc
          .array(row, { minLength: 1, maxLength: 3 })
          .map((rows) => nodes.table.create(null, rows)),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(blocks, fc.constantFrom(null, null, ...ALERTS))
          .map(([content, alert]) => nodes.blockquote.create({ alert }, content)),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(items, flag)
          .map(([content, spread]) => nodes.bulletList.create({ spread }, content)),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(items, flag, fc.constantFrom(0, 1, 2, 9, 999_999_999))
          .map(([content, spread, start]) => nodes.orderedList.create({ spread, start }, content)),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.array(task, { minLength: 1, maxLength: 3 }), flag)
          .map(([content, spread]) => nodes.taskList.create({ spread }, content)),
      },
    ),
  };
});

const note = nodes.rawBlock.create({ source: "[^1]: note" });

/** Documents of every shape that the schema allows, with texts that look like Markdown. */
export const arbitraryDocument = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => nodes.doc.create(null, content))
  .map((doc) => (refersToNote(doc) ? nodes.doc.create(null, [...doc.children, note]) : doc));

function refersToNote(doc: Node): boolean {
  let refers = false;
  doc.descendants((node) => {
    refers ||= node.attrs.source === "[^1]";
  });
  return refers;
}
