import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { readMarkdown } from "@/lib/markdown/read";

const shown = async (markdown: string) =>
  renderToStaticMarkup(<MarkdownText reading={await readMarkdown(markdown)} />);

describe("a quote that is a callout", () => {
  test("is marked with its kind, without the sign", async () => {
    const html = await shown("> [!WARNING]\n> Do not restart.\n>\n> Ever.");
    expect(html).toContain('<blockquote data-alert="warning">');
    expect(html).toContain("<p>Do not restart.</p>");
    expect(html).not.toContain("[!");
  });

  test("may have its sign in a paragraph of its own, and stand in a list", async () => {
    const html = await shown("- item\n\n  > [!tip]\n  >\n  > Look here.");
    expect(html).toContain('<blockquote data-alert="tip">');
    expect(html).not.toContain("[!");
  });

  test("stays a quote where the sign is none", async () => {
    const html = await shown("> [!OTHER]\n> Words\n\n> **TODO:** more");
    expect(html).not.toContain("<blockquote data-alert");
    expect(html).toContain("[!OTHER]");
  });
});
