import { describe, expect, test } from "vitest";
import { proseOf } from "@/lib/domain/prose";
import { frozenText } from "@/lib/domain/postmortem-blocks";
import { treeOf } from "@/lib/domain/publication/sections";
import { workOf } from "@/lib/domain/markdown-work";
import { documentOf, openingOf } from "@/lib/markdown/bridge/from-markdown";
import { canonical } from "@/lib/markdown/canonical";
import { makeBlocks } from "../support/make-blocks";
import { processorTime } from "../support/processor-time";

const SIZE = 250 * 1024;
const filled = (unit: string) => unit.repeat(SIZE / unit.length);

describe("what a text takes to be read", () => {
  test.each([
    ["plain words", filled("word ")],
    ["9,000 short paragraphs", filled("Nine thousand of these make it.\n\n")],
    [
      "20,000 words with marks",
      filled(`The **pool** was [too small](/a), ${"so ".repeat(40)}.\n\n`),
    ],
    ["a table of 5,000 rows", `| a | b |\n| - | - |\n${"| row | 1 |\n".repeat(5000)}`],
    ["a list of 5,000 items", "- The pool was **too small**\n".repeat(5000)],
    ["code", `\`\`\`\n${filled("select a from b;\n")}\n\`\`\``],
  ])("is little for %s", (_, text) => {
    expect(workOf(text)).toBeLessThan(1);
  });

  test.each(
    ["[", "]", "[]", "[a](", "![", "*", "a**b", "*a _b ", "a_", "~a~~b", "`a", "<b>", "&", "|"].map(
      (unit) => [unit, filled(unit)],
    ),
  )("is too much for an editor in a text of nothing but %s", (_, text) => {
    const spent = processorTime(() => {
      const { doc, loss } = openingOf(text);
      expect(loss).toContain("too ");
      expect(doc.childCount).toBe(1);
      expect(canonical(text)).toBe(text);
    });
    expect(spent).toBeLessThan(2000);
  });

  test("is too much for everybody where it grows with the square of the length", () => {
    const hostile = filled("]");
    expect(proseOf(hostile)).toEqual({ text: hostile, mailLinks: [] });
    expect(treeOf(hostile).children).toEqual([{ type: "code", value: hostile }]);
    const live = `\`\`\`timeline\n\`\`\`\n\n${hostile}`;
    expect(frozenText(live, makeBlocks())).toBe(live);
  });

  test("is counted by paragraph", () => {
    expect(workOf("**a** b\n".repeat(2000))).toBeGreaterThan(
      2 * workOf("**a** b\n\n".repeat(2000)),
    );
    expect(workOf("- **a** b\n".repeat(2000))).toBeLessThan(0.5);
  });
});

describe("opening a text", () => {
  test("takes not much more than twice as long for twice the text", () => {
    const block = (index: number) =>
      `## Part ${index}\n\nThe **pool** was _too_ small: [why](/a${index})\n\n* one\n* \`two\`\n\n`;
    const text = (parts: number) =>
      Array.from({ length: parts }, (_, part) => block(part)).join("");
    const least = (parts: number) =>
      Math.min(
        ...Array.from({ length: 4 }, (_, run) => {
          const fresh = `Run ${run} of ${parts}\n\n${text(parts)}`;
          return processorTime(() => documentOf(fresh));
        }),
      );
    least(40);
    const [short, long] = [least(80), least(160)];
    expect(long / short).toBeLessThan(3.5);
  });

  test("is done once for one text", () => {
    const text = "* one\n* two\n";
    expect(openingOf(text)).toBe(openingOf(text));
    const others = Array.from({ length: 60 }, (_, index) => openingOf(`* ${index}\n`));
    expect(openingOf("* 59\n")).toBe(others.at(-1));
    expect(openingOf("* 0\n")).not.toBe(others[0]);
  });
});
