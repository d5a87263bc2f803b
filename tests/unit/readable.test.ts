import { describe, expect, test } from "vitest";
import { readable } from "@/lib/domain/readable";

describe("readable", () => {
  test("shows a drafted text without what only Markdown needs", () => {
    const drafted = [
      "- **14:40** Resized the *pool* \\<now\\> ([14:40](/incidents/INC-1#e-9), `signals`).",
      "",
      "> **TODO:** Say \\`why\\`.",
      "",
      "```action-items",
      "```",
    ];
    expect(readable(drafted.join("\n"))).toBe(
      "• 14:40 Resized the *pool* <now> (14:40, signals).\n\nTODO: Say `why`.\n\n(live block: action-items)",
    );
  });
});
