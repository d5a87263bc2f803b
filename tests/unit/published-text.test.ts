import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outsideAddress } from "@/lib/domain/publication/address";
import { choicesIn } from "@/lib/domain/publication/sections";
import { notApproved } from "@/lib/domain/publication/words";
import { publishedText } from "@/lib/domain/published-text";

const portal = "https://muster.example";
const publish = (markdown: string, sections = [0], names: string[] = []) =>
  publishedText(markdown, { sections, portal, names });

describe("choicesIn", () => {
  test("cuts a text at its headings, and marks what is usually internal or unfinished", () => {
    const text = "Before.\n\n# A\n\n## *Time*line\n\n### Deeper\n\n## Impact\n\n**TO**DO: whom?\n";
    expect(choicesIn(text)).toEqual([
      { index: 0, title: "Before the first heading", isInternal: false, hasTodo: false },
      { index: 1, title: "A", isInternal: false, hasTodo: false },
      { index: 2, title: "Timeline", isInternal: true, hasTodo: false },
      { index: 3, title: "Impact", isInternal: false, hasTodo: true },
    ]);
  });

  test("names a heading without words", () => {
    expect(choicesIn("## ![](/files/1)\n")).toMatchObject([{ title: "Without a title" }]);
  });
});

describe("publishedText", () => {
  test("has the chosen sections only, one level deeper", () => {
    const text = "## One\n\nA.\n\n### Under\n\n#### Deep\n\n###### Deepest\n\n## Two\n\nB.\n";
    expect(publish(text, [0]).text).toBe(
      "### One\n\nA.\n\n#### Under\n\n##### Deep\n\n###### Deepest\n",
    );
    expect(publish(text, [1]).text).toBe("### Two\n\nB.\n");
  });

  test("keeps emphasis, lists, tables, quotes, code, rules and line breaks", () => {
    const text = [
      "**b** *i* ~~s~~ `c`\\",
      "next",
      "",
      "3. one",
      "4. two",
      "",
      "- [x] done",
      "- [ ] open",
      "",
      "> quote",
      "",
      "| a | b |",
      "| :- | -: |",
      "| 1 | x\\|y |",
      "",
      "***",
      "",
      "```",
      "code",
      "```",
      "",
    ].join("\n");
    expect(publish(text)).toMatchObject({ problems: [], leftOut: [], addresses: [] });
    for (const kept of [
      "**b** *i* ~~s~~ `c`\\\nnext",
      "3. one",
      "- [x] done",
      "> quote",
      "x\\|y",
      "***",
      "```\ncode\n```",
    ]) {
      expect(publish(text).text).toContain(kept);
    }
  });

  test("says a callout's word instead of its syntax", () => {
    expect(publish("> [!WARNING]\n> Look out.\n").text).toBe("> **Warning**\n>\n> Look out.\n");
  });

  test("leaves out images with their descriptions, HTML, footnotes and live blocks, and counts them", () => {
    const text =
      "Seen[^1] ![canary](/files/canary \"canary\") ![canary][i] here <b title=canary>now</b>.\n\n<p>canary</p>\n\n```timeline canary\ncanary\n```\n\n[^1]: canary\n\n[i]: /canary 'canary'\n";
    expect(publish(text)).toEqual({
      text: "Seen here now.\n",
      problems: [],
      leftOut: ["2 images", "1 live block", "1 footnote", "3 pieces of HTML"],
      addresses: [],
    });
  });

  test("drops what code says of itself", () => {
    expect(publish("```canary canary\nx = 1\n```\n").text).toBe("```\nx = 1\n```\n");
  });

  test("makes words of links into the portal, and keeps links elsewhere without their titles", () => {
    const text =
      '[event](/incidents/INC-1#e-2 "canary") [page](https://status.example.com/x "canary") [ref][r] [own](https://muster.example/a) [odd](javascript:alert) [none][]\n\n[r]: https://example.com/r "canary"\n[none]: /canary\n';
    expect(publish(text)).toEqual({
      text: "event [page](https://status.example.com/x) [ref](https://example.com/r) own odd none\n",
      problems: [],
      leftOut: ["4 addresses of links"],
      addresses: ["https://status.example.com/x", "https://example.com/r"],
    });
  });

  test("hides addresses of the portal that stand as words", () => {
    const text =
      "See https://muster.example/incidents/INC-1, `https://muster.example/x` and //muster.example/y.\n";
    expect(publish(text).text).not.toContain("muster.example");
    expect(publish(text).text).toContain("link left out");
  });

  test("hides e-mail addresses", () => {
    const { text, leftOut } = publish(
      "Ask alice@company.com or <bob@company.com>, `eve@company.com`.\n",
    );
    expect(text).not.toMatch(/company/);
    expect(leftOut).toContain("3 e-mail addresses");
  });

  test("refuses an e-mail address that emphasis hides", () => {
    expect(publish("*alice*@company.com\n").problems).toEqual(["It holds an e-mail address."]);
  });

  test("refuses a TODO with the section's name, and nothing at all", () => {
    expect(publish("## Impact\n\n> **TODO:** say whom.\n").problems).toEqual([
      "“Impact” still has a TODO. Write what is missing, or leave it out.",
    ]);
    expect(publish("## A\n\nx\n\n## B\n\nTODO\n", [0]).problems).toEqual([]);
    expect(publish("text\n", []).problems).toEqual([
      "Choose at least one section with words in it.",
    ]);
    expect(publish("![only](/files/1)\n").problems).toHaveLength(1);
  });

  test("refuses names that are left, in code too", () => {
    const names = ["Alice Chen", "Al"];
    expect(publish("`alice chen` did\n", [0], names).problems).toEqual([
      "It names Alice Chen. Write the role instead.",
    ]);
    expect(publish("Malice Chenille did\n", [0], names).problems).toEqual([]);
  });

  const CANARY = "canary";
  const DEFINED = '\n\n[^canary]: canary\n\n[canary]: /canary "canary"\n';
  const hiding = fc.constantFrom(
    "![canary](/files/canary)",
    '![canary](https://x.example/canary "canary")',
    "<!-- canary -->",
    '<b class="canary">',
    "[text](/incidents/canary)",
    '[text](https://muster.example/canary "canary")',
    "[text](http://example.com/canary)",
    "[text](https://grafana.internal/canary)",
    "[text](https://canary@example.com/)",
    "[text](mailto:canary@example.com)",
    '[text](https://example.com "canary")',
    "[text][canary]",
    "x[^canary]",
    "canary@example.com",
    "https://muster.example/canary",
  );
  const block = fc.oneof(
    fc
      .array(fc.oneof(hiding, fc.constantFrom("word", "**bold**", "`code`")), {
        minLength: 1,
        maxLength: 4,
      })
      .map((each) => each.join(" ")),
    hiding.map((each) => `- ${each}\n- item`),
    hiding.map((each) => `> ${each}`),
    hiding.map((each) => `| ${each} |\n| - |\n| ${each} |`),
    hiding.map((each) => `### ${each} heading`),
    fc.constantFrom(
      "```canary canary\ncode\n```",
      "```timeline\ncanary\n```",
      "```metrics canary\n```",
      "<div>\ncanary\n</div>",
      "[^canary]: the canary",
      '[canary]: /canary "canary"',
    ),
  );
  const blocks = fc.array(block, { maxLength: 6 }).map((each) => each.join("\n\n"));

  test("lets nothing out of any place that outsiders must not see", () => {
    fc.assert(
      fc.property(blocks, blocks, (chosen, other) => {
        const text = `## Shown\n\n${chosen}\n\n## canary\n\ncanary\n\n${other}${DEFINED}`;
        const published = publish(text, [0]);
        expect(JSON.stringify(published)).not.toContain(CANARY);
      }),
      { numRuns: 400 },
    );
  });

  test("is read as the very text that it was written as", () => {
    fc.assert(
      fc.property(blocks, (chosen) => {
        const once = publish(`${chosen.replaceAll("### ", "")}${DEFINED}`);
        expect(publish(once.text)).toEqual({ ...once, leftOut: [] });
      }),
    );
  });
});

describe("outsideAddress", () => {
  test.each(["https://example.com/a?b#c", "https://status.example.co.uk/"])(
    "keeps %s",
    (address) => {
      expect(outsideAddress(address, portal)).toBe(address);
    },
  );

  test.each([
    "/incidents/INC-1",
    "#anchor",
    "http://example.com/",
    "https://muster.example/a",
    "https://user:secret@example.com/",
    "https://localhost/a",
    "https://wiki/a",
    "https://10.0.0.1/a",
    "https://[::1]/a",
    "https://grafana.corp/a",
    "https://x.internal/a",
    "https://example.com/?u=alice@company.com",
    "https://example.com/?u=alice%40company.com",
    "javascript:alert(1)",
    "",
  ])("refuses %s", (address) => {
    expect(outsideAddress(address, portal)).toBeUndefined();
  });
});

describe("notApproved", () => {
  test("asks nothing of an approved text that nobody edited", () => {
    expect(notApproved("approved", false)).toBeUndefined();
  });

  test.each([
    ["approved", true, "edited after it was approved"],
    ["published", false, "since the last edition"],
    ["not_required", false, "not required"],
    ["draft", false, "Nobody has approved this text yet"],
    ["in_review", false, "Nobody has approved this text yet"],
  ] as const)("asks about a text that is %s", (state, isEdited, words) => {
    expect(notApproved(state, isEdited)).toContain(words);
  });
});
