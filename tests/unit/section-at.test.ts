import { describe, expect, test } from "vitest";
import { sectionAt } from "@/components/postmortems/editor/section-at";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";

describe("sectionAt", () => {
  const doc = documentOf(
    "Before.\n\n## What *went* wrong\n\nThe pool.\n\n## Actions\n\nRaise it.\n",
  );

  function placeOf(words: string): number {
    let place = -1;
    doc.descendants((node, at) => {
      if (node.text?.includes(words)) place = at;
    });
    return place;
  }

  test("is the heading above, without its marks", () => {
    expect(sectionAt(doc, placeOf("The pool"))).toBe("What went wrong");
    expect(sectionAt(doc, placeOf("Raise it"))).toBe("Actions");
  });

  test("is missing before the first, and cut where it is long", () => {
    expect(sectionAt(doc, placeOf("Before"))).toBeUndefined();
    const long = documentOf(`## ${"x".repeat(300)}\n\ntext\n`);
    expect(sectionAt(long, long.content.size)).toHaveLength(200);
  });
});
