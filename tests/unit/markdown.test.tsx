import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { readMarkdown } from "@/lib/markdown/read";
import { processorTimeOf } from "../support/processor-time";

/** The page of a text, without the box that every text stands in. */
async function html(markdown: string): Promise<string> {
  const page = renderToStaticMarkup(<MarkdownText reading={await readMarkdown(markdown)} />);
  return page.replace(/^.*?<div class="max-w[^>]*>|<\/div>$/g, "");
}

describe("readMarkdown", () => {
  test("shows headings, lists, emphasis, code, tables and tasks", async () => {
    const page = await html(
      "# Title\n\n## Impact\n\n- **342** failed\n- [x] told\n- [ ] fixed\n\n`code` ~~gone~~\n\n|a|b|\n|-|-:|\n|1|2|\n",
    );

    expect(page).toContain('<h2 id="user-content-title">Title</h2>');
    expect(page).toContain('<h2 id="user-content-impact">Impact</h2>');
    expect(page).toContain("<strong>342</strong> failed");
    expect(page).toContain('<span role="img" aria-label="Done">☑</span> told');
    expect(page).toContain('<span role="img" aria-label="Not done">☐</span> fixed');
    expect(page).toContain("<code>code</code> <del>gone</del>");
    expect(page).toContain(
      '<div role="group" aria-label="Table" tabindex="0" class="overflow-x-auto"><table>',
    );
    expect(page).toContain('align="right"');
  });

  test("keeps the language of a code block, and no other class", async () => {
    const page = await html('```sql\nselect 1\n```\n\n```x"y onclick=1\nz\n```');

    expect(page).toContain('<code class="language-sql">');
    expect(page).not.toContain("onclick=");
  });

  test.each([
    ["<script>alert(1)</script>"],
    ["<img src=x onerror=alert(1)>"],
    ["text <b onmouseover=alert(1)>bold</b>"],
    ["<svg/onload=alert(1)>"],
    ["<iframe srcdoc='<script>alert(1)</script>'></iframe>"],
    ["<style>*{display:none}</style>"],
    ["<form action=//evil.example><button>go</button></form>"],
    ["<!-- <script> -->\n<a href='javascript:alert(1)'>x</a>"],
    ["&lt;script&gt;alert(1)&lt;/script&gt;"],
    ['![x](/a "onerror=alert(1)")<img src=1 onerror=1>'],
  ])("makes no element of %s", async (markdown) => {
    const page = await html(markdown);

    expect(page).not.toMatch(/<(?:script|svg|iframe|style|form|button|b)\b/);
    expect(page).not.toMatch(/<[^>]*\son\w+=/);
    expect(page.replace(/"[^"]*"/g, "")).not.toMatch(/javascript:/);
  });

  test.each([
    ["[x](javascript:alert(1))"],
    ["[x](JaVaScRiPt:alert(1))"],
    ["[x](java&#x73;cript:alert(1))"],
    ["[x](javascript&colon;alert(1))"],
    ["[x](&#1;javascript:alert(1))"],
    ["[x](<java\tscript:alert(1)>)"],
    ["[x](data:text/html;base64,PHNjcmlwdD4=)"],
    ["[x](vbscript:x)"],
    ["[x](file:///etc/passwd)"],
    ["[x](http://plain.example)"],
    ["[x](//evil.example)"],
    ["[x](/.//evil.example)"],
    ["[x](/a/..//evil.example)"],
    ["<javascript:alert(1)>"],
    ["[x]\n\n[x]: javascript:alert(1)"],
    ["www.evil.example"],
  ])("follows no link of %s", async (markdown) => {
    expect(await html(markdown)).not.toContain("href=");
  });

  test.each([["/\\evil.example"], ["\\\\evil.example"], ["</\t/evil.example>"]])(
    "stays within the portal at %s",
    async (target) => {
      expect(await html(`[x](${target})`)).toMatch(/href="\/[^/\\]/);
    },
  );

  test("follows links within the portal, to https and to mailboxes", async () => {
    expect(await html("[14:40](/incidents/INC-2024-0142#e-9)")).toBe(
      '<p><a href="/incidents/INC-2024-0142#e-9" class="chip chip-event">14:40</a></p>',
    );
    expect(await html("[x](https://example.com/a?b=c&d)")).toContain(
      '<a href="https://example.com/a?b=c&amp;d" rel="noopener noreferrer nofollow">',
    );
    expect(await html("[x](mailto:a@example.com)")).toContain('href="mailto:a@example.com"');
    expect(await html("[see](#impact)")).toContain('href="#user-content-impact"');
    expect(await html("https://example.com")).toContain('href="https://example.com/"');
  });

  test("shows images of the portal, and links to images elsewhere", async () => {
    expect(await html("![Graph](/files/graph.png)")).toContain(
      '<img src="/files/graph.png" alt="Graph"/>',
    );
    const elsewhere = await html("![Graph](https://evil.example/beacon.png)");
    expect(elsewhere).not.toContain("<img");
    expect(elsewhere).toContain('<a href="https://evil.example/beacon.png"');
    expect(elsewhere).toContain("Image: Graph");
    for (const source of ["//evil.example/x.png", "data:image/png;base64,AA"]) {
      expect(await html(`![](${source})`)).not.toMatch(/<img|href=/);
    }
  });

  test("lets no id of the text stand in for one of the page", async () => {
    const page = await html("# main\n\n## main\n\nSee[^location].\n\n[^location]: Here.");

    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id?.startsWith("user-content-"))).toBe(true);
  });

  test("leads from a footnote to its text and back", async () => {
    const page = await html("See[^1].\n\n[^1]: Here.");

    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) {
      expect(page).toContain(`id="${target}"`);
    }
    expect(page).toContain('aria-describedby="user-content-footnote-label"');
  });
});

const repeat = (text: string, characters: number) =>
  text.repeat(Math.ceil(characters / text.length)).slice(0, characters);

describe("readMarkdown of a text that keeps parsers busy", () => {
  const nested = Array.from({ length: 300 }, (_, depth) => `${" ".repeat(2 * depth)}- a`).join(
    "\n",
  );

  test.each([
    ["2 KB of quotes", repeat(">", 2048)],
    ["89 KB of nested lists", nested],
    ["44 KB of backticks", repeat("`", 44 * 1024)],
    ["more than 256 KB", repeat("words ", 257 * 1024)],
  ])("shows %s as they are written, at once", async (_, markdown) => {
    let page = "";
    const spent = await processorTimeOf(async () => (page = await html(markdown)));

    expect(page).toContain("This text is shown as it is written, because");
    expect(page).toContain("<pre");
    expect(spent).toBeLessThan(1000);
  });

  test.each([
    ["half-open brackets", repeat("[", 20_000)],
    ["images", repeat("![", 8_000)],
    [
      "backticks that never match",
      Array.from({ length: 3000 }, (_, i) => "`".repeat(i % 10)).join("a"),
    ],
  ])("lays out %s", async (_, markdown) => {
    expect(await html(markdown)).not.toContain("shown as it is written");
  });

  test.each([
    ["nested emphasis", `${"*a ".repeat(12_000)}${" a*".repeat(12_000)}`],
    ["underlines without a heading", repeat("=\n", 100_000)],
    [
      "a table much wider than its rows",
      `${"|a".repeat(900)}\n${"|-".repeat(900)}\n${"|\n".repeat(900)}`,
    ],
    ["an address that is repeated", `[a]: /${repeat("b", 5000)}\n\n${"[a] ".repeat(900)}`],
  ])("gives up on %s, and lays out the next text", async (_, markdown) => {
    expect(await html(markdown)).toContain("it takes too long to lay out");
    expect(await html("*next*")).toBe("<p><em>next</em></p>");
  });
});
