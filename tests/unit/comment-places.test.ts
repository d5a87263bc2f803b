import { describe, expect, test } from "vitest";
import { placedThreads } from "@/lib/domain/comment-places";

const TEXT =
  "## Summary\n\nThe pool was full.\n\n## Cause\n\nSee [the graph](/pool) of the pool.\n";
const thread = (id: number, quote: string, prefix = "", suffix = "") => ({
  id,
  quote,
  prefix,
  suffix,
});

describe("placedThreads", () => {
  test("puts threads in the order of the text, under their headings", () => {
    const placed = placedThreads(
      [
        thread(1, "of the pool"),
        thread(2, "words that are gone"),
        thread(3, "pool was full"),
        thread(4, ""),
      ],
      TEXT,
    );
    expect(placed.map(({ id, place }) => [id, place.heading, place.isLost])).toEqual([
      [4, undefined, false],
      [3, "Summary", false],
      [1, "Cause", false],
      [2, undefined, true],
    ]);
  });

  test("finds no words in the addresses of links", () => {
    expect(placedThreads([thread(1, "/pool", "x y z", "a b c")], TEXT)[0]?.place.isLost).toBe(true);
  });
});
