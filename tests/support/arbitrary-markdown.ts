import fc from "fast-check";

const INLINE = [
  ...["*", "**", "_", "__", "~~", "~", "`", "``", "[", "]", "(", ")", "![", "](/a)", "<", ">", "|"],
  ...[
    "[a](/b)",
    "[a](</b c> 'd')",
    '![i](/x "t")',
    "[r]",
    "[r][]",
    "[t][r]",
    "![r]",
    "[^1]",
    "[!NOTE]",
  ],
  ...[
    "<b>",
    "</b>",
    "<!-- c -->",
    "<https://a.example/b>",
    "<a@b.example>",
    "https://a.example/b?c=d",
  ],
  ...[
    "www.a.example",
    "a@b.example",
    "http://",
    "&amp;",
    "&copy;",
    "&#32;",
    "&#xA;",
    "&nbsp;",
    "&lt;b&gt;",
  ],
  ...[
    "\\",
    "\\*",
    "\\\n",
    "  \n",
    "\\[",
    "a",
    "b c",
    " ",
    "é",
    "🎉",
    "snake_case",
    "(status:identified)",
  ],
  ...[
    "1.",
    "2)",
    "-",
    "+",
    "#",
    "=",
    "===",
    "---",
    ":",
    "!",
    "^",
    "x",
    "\t",
    "|a|",
    "R&D",
    "\u00a0",
    ".",
  ],
];

const BLOCK = [
  ...[
    "# a",
    "## b ##",
    "###### c",
    "#",
    "a\n===",
    "a\nb\n---",
    "---",
    "***",
    "- a",
    "* b",
    "+ c",
    "-",
  ],
  ...[
    "- a\n\n- b",
    "- a\n  - b",
    "- a\n\n  b",
    "- # h",
    "- - a",
    "1. a\n2. b",
    "3) c",
    "0. z",
    "- [ ] t\n- [x] u",
  ],
  ...[
    "- [ ] t\n- u",
    "1. [ ] t",
    "- [x] t\n\n  more",
    "> a",
    "> a\nb",
    "> > c",
    "> [!NOTE]\n> b",
    "> [!tip]\n>\n> c",
  ],
  ...[
    "> - a\n> - b",
    "```\ncode\n```",
    "```js meta x\ncode\n\n  more\n```",
    "~~~ a`b\n`\n~~~",
    "    indented",
  ],
  ...[
    "```timeline\n```",
    "```metrics from=a\n```",
    "```impact\nnot empty\n```",
    "<div>\n*a*\n</div>",
    "<!-- x\n\ny -->",
  ],
  ...[
    "<pre>\n\na\n</pre>",
    "[r]: /u 'title'",
    "[^1]: note\n\n    more",
    "| a | b |\n| - | :-: |\n| 1 | 2 |",
  ],
  ...[
    "|a|\n|-|\n|1|2|",
    "a|b\n-|-\n1",
    "| `a\\|b` | \\| |\n|---|--:|",
    "a\\\nb",
    "a  \nb",
    "a\nb",
    "[^1] [t][r]",
    "",
  ],
];

const GLUE = [
  "\n\n",
  "\n\n",
  "\n\n",
  "\n",
  "\n> ",
  "\n  ",
  "\n    ",
  "\n- ",
  "\r\n\r\n",
  "\n>\n> ",
  "\n\n  ",
];

const line = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...INLINE) }, fc.string({ maxLength: 4 })),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((pieces) => pieces.join(""));

/** Pieces of Markdown of every kind, glued together in ways that nobody would write. */
export const arbitraryMarkdown = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...BLOCK) }, { weight: 2, arbitrary: line }),
      fc.constantFrom(...GLUE),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((pieces) => pieces.flat().join(""));
