import { describe, expect, test } from "vitest";
import { addressOf, linkProblem } from "@/components/postmortems/editor/link-address";
import { looksLikeMarkdown } from "@/components/postmortems/editor/markdown-paste";
import { savedText } from "@/components/postmortems/editor/saved-text";
import { lengthText } from "@/components/postmortems/editor/word-count";

describe("looksLikeMarkdown", () => {
  test.each([
    "# Impact",
    "Before\n\n## Impact\n\nAfter",
    "- one\n- two",
    "1. one\n2. two",
    "- [ ] a task",
    "```js\nlet a;\n```",
    "> said somebody",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "see [the graph](https://example.com/graph)",
    "this is **bold**",
    "run `make`",
  ])("knows %j", (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  test.each([
    "Just a sentence.",
    "Two lines\nof words",
    "5 * 3 * 2 is 30",
    "a #tag and a - dash",
    "- one dash only",
    "snake_case_name and __init__.py",
    "2024-01-15 14:20:01 ERROR pool exhausted",
  ])("leaves %j alone", (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});

describe("linkProblem", () => {
  test.each([
    "https://example.com/a?b#c",
    "mailto:ada@example.com",
    "/incidents/INC-1#e-2",
    "#e-2",
  ])("lets %s through", (address) => {
    expect(linkProblem(address)).toBeUndefined();
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
  ])("refuses %s", (address) => {
    expect(linkProblem(address)).toMatch(/^Only addresses/);
  });

  test("asks for an address, a whole one, and not too long a one", () => {
    expect(linkProblem("")).toBe("Write the address.");
    expect(linkProblem("wiki page")).toMatch(/whole address/);
    expect(linkProblem(`https://example.com/${"a".repeat(2000)}`)).toMatch(/2,000/);
  });
});

test("addressOf completes a bare host and leaves the rest", () => {
  expect(addressOf(" example.com/a ")).toBe("https://example.com/a");
  expect(addressOf("/incidents")).toBe("/incidents");
  expect(addressOf("mailto:a@b.example")).toBe("mailto:a@b.example");
});

describe("savedText", () => {
  const at = Date.UTC(2024, 0, 15, 14, 2);

  test("says when the text was saved, and that it is being saved", () => {
    expect(savedText({ kind: "live", pending: 0, savedAt: at })).toBe("Saved 14:02");
    expect(savedText({ kind: "live", pending: 0 })).toBe("Saved");
    expect(savedText({ kind: "live", pending: 2, savedAt: at })).toBe("Saving…");
  });

  test("says what is kept while there is no connection", () => {
    expect(savedText({ kind: "offline", pending: 3 })).toBe(
      "Offline — 3 changes kept on this device",
    );
    expect(savedText({ kind: "offline", pending: 1 })).toBe(
      "Offline — 1 change kept on this device",
    );
    expect(savedText({ kind: "offline", pending: 0 })).toBe("Offline");
    expect(savedText({ kind: "connecting", pending: 1 })).toBe("Reconnecting…");
  });

  test("says that nothing is saved where the connection was refused", () => {
    expect(savedText({ kind: "failed", pending: 2 })).toBe("Not saved");
  });
});

test("lengthText counts words and the time that they take", () => {
  expect(lengthText(0)).toBe("No words yet");
  expect(lengthText(1)).toBe("1 word, 1 min to read");
  expect(lengthText(1240)).toBe("1,240 words, 5 min to read");
});
