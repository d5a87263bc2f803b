import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import type { BlockData } from "@/lib/domain/live-block";
import { readMarkdown } from "@/lib/markdown/read";
import { makeBlocks } from "../support/make-blocks";

const html = async (markdown: string, blocks?: BlockData) =>
  renderToStaticMarkup(<MarkdownText reading={await readMarkdown(markdown)} blocks={blocks} />);

describe("MarkdownText", () => {
  test("shows what the record says where a live block stands", async () => {
    const page = await html("```timeline\n```", makeBlocks());

    expect(page).toContain("<figure");
    expect(page).toContain("From the record, as it is now");
    expect(page).toContain('href="/incidents/INC-2026-0001#e-9"');
    expect(page).toContain("Rolled back");
    expect(page).not.toContain("<pre");
  });

  test("shows actions, metrics and impact", async () => {
    const page = await html(
      "```action-items\n```\n\n```metrics\n```\n\n- ```impact\n  ```",
      makeBlocks(),
    );

    expect(page.match(/<figure/g)).toHaveLength(3);
    expect(page).toContain("AI-7");
    expect(page).toContain("1 h 10 min");
    expect(page).toContain("Missed");
    expect(page).toContain("35 %");
    expect(page).not.toContain("node=");
  });

  test("says so where there is nothing to show", async () => {
    const none = makeBlocks({ timeline: [], actions: [], metrics: [], impact: [] });
    const page = await html(
      "```timeline\n```\n\n```action-items\n```\n\n```metrics\n```\n\n```impact\n```",
      none,
    );

    for (const words of ["Nothing recorded", "No action items", "Nothing can be", "No impact"]) {
      expect(page).toContain(words);
    }
  });

  test("keeps a live block as code where no record is at hand, and any other code always", async () => {
    expect(await html("```timeline\nx\n```")).toContain('<code class="language-timeline">x');
    expect(await html("```sql\nx\n```", makeBlocks())).toContain('<code class="language-sql">');
    expect(await html("```\nx\n```", makeBlocks())).toContain("<code>x");
  });

  test("shows 20 live blocks at most", async () => {
    const page = await html("```impact\n```\n\n".repeat(21), makeBlocks());
    expect(page.match(/<figure/g)).toHaveLength(20);
    expect(page).toContain("language-impact");
  });

  test("makes chips of links to people, incidents, actions and rows, and says what a row says", async () => {
    const page = await html(
      "[@Jane](/people#p-1) [14:40](/incidents/INC-2026-0001#e-9) [x](/incidents/INC-2#e-9) [y](https://example.com)",
      makeBlocks(),
    );

    expect(page).toContain('<a href="/people#p-1" class="chip chip-person">@Jane</a>');
    expect(page).toContain(
      '<a href="/incidents/INC-2026-0001#e-9" title="Rolled back" class="chip chip-event">',
    );
    expect(page).toContain('<a href="/incidents/INC-2#e-9" class="chip chip-event">');
    expect(page).toContain('<a href="https://example.com/" rel="noopener noreferrer nofollow">');
  });
});
