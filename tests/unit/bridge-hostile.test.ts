// @vitest-environment happy-dom
import { DOMParser, DOMSerializer } from "@tiptap/pm/model";
import { describe, expect, test } from "vitest";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { lossOf } from "@/lib/markdown/bridge/loss";
import { nodes, schema } from "@/lib/markdown/bridge/schema";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";

/** What the editor's document looks like as HTML. */
function rendered(markdown: string): HTMLElement {
  const box = document.createElement("div");
  box.append(DOMSerializer.fromSchema(schema).serializeFragment(documentOf(markdown).content));
  return box;
}

function pasted(html: string) {
  const box = document.createElement("div");
  box.innerHTML = html;
  return DOMParser.fromSchema(schema).parse(box);
}

describe("the editor's document", () => {
  test.each([
    ["<script>alert(1)</script>"],
    ["<img src=x onerror=alert(1)>"],
    ["a <b onmouseover=alert(1)>b</b>"],
    ["<svg/onload=alert(1)>"],
    ["<iframe srcdoc='<script>alert(1)</script>'></iframe>"],
    ["<form id=attributes action=//evil.example><input name=children></form>"],
    ["<!-- <script> -->\n<a href='javascript:alert(1)'>x</a>"],
    ["[x](javascript:alert(1))"],
    ["[x](JaVa&#x73;cript:alert(1))"],
    ["[x](<java\tscript:alert(1)>)"],
    ["[x](data:text/html;base64,PHNjcmlwdD4=)"],
    ["[x](vbscript:x) <javascript:alert(1)>"],
    ['[x](/a "\\" onclick=alert(1) x=\\"")'],
    ["![x](javascript:alert(1))"],
    ["![x](data:image/svg+xml,<svg onload=alert(1)>)"],
    ["![x](https://evil.example/beacon.png)"],
    ["![x](//evil.example/beacon.png)"],
    ['```x" onclick=alert(1)\na\n```'],
    ["> [!NOTE]\n> <script>alert(1)</script>"],
  ])("makes nothing active of %s, and keeps it", (markdown) => {
    const box = rendered(markdown);

    expect(box.querySelector("script, svg, iframe, form, input, style, object, embed")).toBeNull();
    for (const element of box.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^(?:on|style$|id$|name$)/);
        if (name === "href" || name === "src")
          expect(value).toMatch(/^(?:\/(?!\/)|https:|mailto:|#)/);
      }
    }
    expect(box.querySelector("img[src]")).toBeNull();
    expect(lossOf(markdown)).toBeUndefined();
    const written = markdownOf(documentOf(markdown));
    expect(markdownOf(documentOf(written))).toBe(written);
  });

  test("keeps an unsafe address in the text, and shows it without one", () => {
    const markdown = "[x](javascript:alert%281%29) ![y](https://elsewhere.example/z.png)\n";

    expect(markdownOf(documentOf(markdown))).toBe(markdown);
    expect(rendered(markdown).querySelector("[href], [src]")).toBeNull();
  });

  test("links to pages of the portal, https and mail, and shows its images", () => {
    const box = rendered(
      "[a](/people/u-1) [b](https://a.example/) [c](mailto:a@b.example) ![d](/files/1)",
    );
    const links = Array.from(box.querySelectorAll("a"), (link) => link.getAttribute("href"));

    expect(links).toEqual(["/people/u-1", "https://a.example/", "mailto:a@b.example"]);
    expect(box.querySelector("img")?.getAttribute("src")).toBe("/files/1");
  });

  test("takes of pasted HTML only what a text can have", () => {
    const doc = pasted(
      '<h2 onclick="x()">Title</h2><script>alert(1)</script><p style="color:red">a <a href="javascript:x()">b</a> ' +
        '<a href="https://a.example/">c</a><img src="data:image/png;base64,AA"></p>' +
        "<table><tr><td colspan=3 align=center>d</td></tr></table>",
    );

    expect(markdownOf(doc)).toBe("## Title\n\na b [c](https://a.example/)\n\n| d |\n| :-: |\n");
  });

  test("survives being copied as HTML", () => {
    const markdown =
      "> [!NOTE]\n> a\n> b\n\n- [x] c\n\n```sql x=1\nd\n```\n\n```timeline\n```\n\n<div>\ne\n</div>\n\n[f](javascript:g) <b>h</b>\n\n| i |\n| --: |\n| j |\n";
    const copy = pasted(rendered(markdown).innerHTML);

    expect(markdownOf(copy)).toBe(markdown);
  });

  test("is not deeper than its text may nest", () => {
    expect(documentOf("> ".repeat(3000)).firstChild?.type).toBe(nodes.rawBlock);
    expect(documentOf("*a **b ".repeat(500) + "c** d*".repeat(500)).firstChild?.type).toBe(
      nodes.rawBlock,
    );
  });
});
