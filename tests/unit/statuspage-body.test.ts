import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyText } from "@/lib/statuspage-import/body-text";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe("the text of a body with HTML", () => {
  test.each([
    ["Plain text.\n\nTwo paragraphs.", "Plain text.\n\nTwo paragraphs."],
    ["One<br>Two<br />\nThree", "One\nTwo\nThree"],
    ["<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["Causes:<ul><li>A</li><li>B</li></ul>End", "Causes:\n\n- A\n- B\n\nEnd"],
    ["<h2>Why</h2><div>Because</div>", "Why\nBecause"],
    ["503 <strong>errors</strong> &amp; more", "503 errors & more"],
    [
      'See <a href="https://a.example/?x=1&amp;y=2">here</a>.',
      "See here (https://a.example/?x=1&y=2).",
    ],
    ["<a href=https://a.example>https://a.example</a>", "https://a.example"],
    ["<a href='javascript:alert(1)'>here</a> <a name=x>there</a>", "here there"],
    ["set <your-token> in a < b > c", "set <your-token> in a < b > c"],
    [
      "&lt;b&gt; &#8212; &#x2014; &mdash; &unknown; &#xd800; &#0;",
      "<b> — — — &unknown; &#xd800; &#0;",
    ],
    ["a &amp;lt; b", "a &lt; b"],
    ["", ""],
  ])("%j becomes %j", (html, text) => {
    expect(bodyText(html)).toBe(text);
  });

  test("is the text itself where nothing but text was escaped", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(bodyText(escaped(text))).toBe(text);
      }),
    );
  });
});
