import { gfmFromMarkdown } from "mdast-util-gfm";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { LIVE_BLOCKS } from "@/lib/domain/live-block";
import { frozenText } from "@/lib/domain/postmortem-blocks";
import { makeBlocks } from "../support/make-blocks";

const EVENT = "[14:40](/incidents/INC-2026-0001#e-9)";
const frozen = (kind: string, overrides = {}) =>
  frozenText(`\`\`\`${kind}\n\`\`\``, makeBlocks(overrides));
const typesIn = (markdown: string) =>
  fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  }).children.map(({ type }) => type);

describe("frozenText", () => {
  test("makes a list of a timeline, each row with a link to where it stands", () => {
    expect(frozen("timeline")).toBe(`- ${EVENT} **Mitigation:** Rolled back — Grace`);
  });

  test("makes a table of the actions", () => {
    expect(frozen("action-items")).toBe(
      [
        "| Action | What | Owner | Priority | Deadline | Status |",
        "| - | - | - | - | - | - |",
        "| [AI-7](/actions/AI-7) | Add an alert | Grace | P1 | 2026-02-01 | Open |",
      ].join("\n"),
    );
  });

  test("says what an action lacks", () => {
    const bare = {
      id: 7,
      title: "x",
      owner: null,
      priority: null,
      deadline: null,
      status: "Open",
      note: null,
    };
    expect(frozen("action-items", { actions: [bare] })).toContain(
      "| No owner | Not set | Not set | Open |",
    );
  });

  test("says why an action will not be done, in words that make no Markdown", () => {
    const [action] = makeBlocks().actions;
    const dropped = { ...action, status: "Won’t do", note: "Too *dear* | for now" };
    expect(frozen("action-items", { actions: [dropped] })).toContain(
      "| Won’t do: Too \\*dear\\* \\| for now |",
    );
  });

  test("makes a table of the metrics with the events that they were taken from", () => {
    expect(frozen("metrics").split("\n").at(-1)).toBe(
      "| Time to mitigate | 70 min | 60 min, missed | Detected [14:30](/incidents/INC-2026-0001#e-2) | Mitigated 15:40 |",
    );
  });

  test("tells targets that were met, and where there is none", () => {
    const [metric] = makeBlocks().metrics;
    const metrics = [
      { ...metric, met: true },
      { ...metric, name: "duration", target: null, met: null },
    ];
    const rows = frozen("metrics", { metrics });
    expect(rows).toContain("| 60 min, met |");
    expect(rows).toContain("| Duration | 70 min | None |");
  });

  test("makes a table of the impact", () => {
    expect(frozen("impact")).toBe("| Impact | Recorded |\n| - | - |\n| Users affected | 35 % |");
  });

  test.each(LIVE_BLOCKS)("says so where there is nothing for %s", (kind) => {
    const nothing = { timeline: [], actions: [], metrics: [], impact: [] };
    expect(frozen(kind, nothing)).toMatch(/^\*[A-Z][a-z ]+: nothing recorded\.\*$/);
  });

  test("says how much the block left out", () => {
    expect(frozen("timeline", { timelineLeft: 12 })).toMatch(
      /\n\n\*And 12 more rows in the record\.\*$/,
    );
    expect(frozen("action-items", { actionsLeft: 1 })).toMatch(
      /\*And 1 more action in the record\.\*$/,
    );
  });

  test("leaves everything else to the letter, other code and inner fences too", () => {
    const text =
      "# A\r\n\r\n    ```timeline\r\n\r\n````md\r\n```impact\r\n```\r\n````\r\n\r\n`timeline`\r\n";
    expect(frozenText(text, makeBlocks())).toBe(text.replaceAll("\r\n", "\n"));
    expect(frozenText("a\r\nb", makeBlocks())).toBe("a\r\nb");
    expect(frozenText("```timelines\n```", makeBlocks())).toBe("```timelines\n```");
  });

  test("freezes each of several blocks, and what they were told besides is gone", () => {
    const text = "a\n\n```timeline all\nnote\n```\n\nb\n\n~~~impact\n~~~\n";
    expect(frozenText(text, makeBlocks())).toBe(
      `a\n\n- ${EVENT} **Mitigation:** Rolled back — Grace\n\nb\n\n| Impact | Recorded |\n| - | - |\n| Users affected | 35 % |\n`,
    );
  });

  test("stays within the quote or the list in which the block stood", () => {
    expect(frozenText("> ```impact\n> ```", makeBlocks())).toBe(
      "> | Impact | Recorded |\n> | - | - |\n> | Users affected | 35 % |",
    );
    const listed = frozenText("1. first\n\n   ```impact\n   ```\n2. second", makeBlocks());
    expect(listed).toBe(
      "1. first\n\n   | Impact | Recorded |\n   | - | - |\n   | Users affected | 35 % |\n2. second",
    );
    expect(frozenText("- ```impact\n  ```", makeBlocks())).toBe(
      "- | Impact | Recorded |\n  | - | - |\n  | Users affected | 35 % |",
    );
  });

  test("freezes 20 blocks at most", () => {
    const text = frozenText("```impact\n```\n\n".repeat(21), makeBlocks());
    expect(text.match(/Users affected/g)).toHaveLength(20);
    expect(text).toContain("```impact");
  });

  test("never lets a record's text become Markdown", () => {
    const hostile =
      "# x\n\n```impact\n```\n| a | b |\n<script>alert(1)</script> [x](javascript:1) ![i](//e) https://e.example/a|b";
    const blocks = {
      timeline: [
        { ...makeBlocks().timeline[0], text: hostile, type: "**a** | b", actor: "[x](y)" },
      ],
      actions: [{ ...makeBlocks().actions[0], title: hostile, owner: "a|b\\|c", status: "`" }],
      impact: [{ label: "Regions", value: hostile }],
    };
    expect(typesIn(frozen("timeline", blocks))).toEqual(["list"]);
    for (const kind of ["action-items", "impact"]) {
      const tree = fromMarkdown(frozen(kind, blocks), {
        extensions: [gfm()],
        mdastExtensions: [gfmFromMarkdown()],
      });
      const [table] = tree.children;
      expect(tree.children).toHaveLength(1);
      const width = kind === "impact" ? 2 : 6;
      expect(table?.type === "table" && table.children.map((row) => row.children.length)).toEqual([
        width,
        width,
      ]);
      const inner = JSON.stringify(table);
      expect(inner).not.toMatch(/"type":"(?:html|image)"/);
      expect(inner.match(/"type":"link"/g) ?? []).toHaveLength(kind === "impact" ? 0 : 1);
    }
  });
});
