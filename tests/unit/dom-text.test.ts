// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { domText } from "@/components/postmortems/comments/dom-text";

function page(html: string): Element {
  document.body.innerHTML = html;
  return document.body;
}

afterEach(() => document.body.replaceChildren());

describe("domText", () => {
  test("parts blocks by lines, and not words by marks", () => {
    const { text } = domText(page("<h2>Summary</h2><p>The <b>po</b>ol.</p><ul><li>One</li></ul>"));
    expect(text).toBe("\nSummary\nThe pool.\nOne");
  });

  test("leads from words to the page and back", () => {
    const root = page("<p>The <b>pool</b> was full.</p><p>Yes.</p>");
    const { text, rangeOf, wordsIn } = domText(root);
    const from = text.indexOf("pool");
    const range = rangeOf({ from, to: from + "pool was".length });
    expect(range.toString()).toBe("pool was");
    expect(wordsIn(range)).toEqual({ from, to: from + "pool was".length });
  });

  test("finds no words in a part without any", () => {
    const root = page("<p></p>");
    const range = document.createRange();
    range.selectNode(root);
    expect(domText(root).wordsIn(range)).toBeUndefined();
  });
});
