import { describe, expect, test } from "vitest";
import { ConflictError } from "@/lib/domain/error";
import { DRAFT_MARK, withSectionDraft } from "@/lib/domain/section-draft";

const TEXT =
  "## Summary\n\nIt was slow.\n\n## Root cause\n\n> **TODO:** Write this.\n\n## Impact\n";

describe("a drafted section", () => {
  test("takes the place of what the record gave, and of nothing else", () => {
    const text = withSectionDraft(TEXT, TEXT, { title: "root  cause", body: "A full disk.\n" });
    expect(text).toBe(
      `## Summary\n\nIt was slow.\n\n## Root cause\n\nA full disk.\n\n${DRAFT_MARK}\n\n## Impact\n`,
    );
  });

  test("fills an empty section, also the last one", () => {
    const text = withSectionDraft(TEXT, "", { title: "Impact", body: "Nobody could pay." });
    expect(text).toBe(`${TEXT}\nNobody could pay.\n\n${DRAFT_MARK}\n`);
  });

  test("comes last where there is none of its name", () => {
    const text = withSectionDraft("Intro.", "", { title: "Lessons", body: "One." });
    expect(text).toBe(`Intro.\n\n## Lessons\n\nOne.\n\n${DRAFT_MARK}\n`);
    expect(withSectionDraft("", "", { title: "Lessons", body: "One." })).toMatch(/^## Lessons/);
  });

  test("leaves what people wrote, and says what that is", () => {
    const draft = { title: "Summary", body: "It was fast." };
    const act = () => withSectionDraft(TEXT, "## Summary\n\nOld.\n", draft);
    expect(act).toThrow(ConflictError);
    try {
      act();
    } catch (error) {
      expect(error).toMatchObject({ current: { title: "Summary", body: "It was slow." } });
    }
  });

  test("replaces what people wrote for a writer who has seen it", () => {
    const draft = { title: "Summary", body: "It was fast.", seen: "It was slow.\n" };
    expect(withSectionDraft(TEXT, "", draft)).toContain("## Summary\n\nIt was fast.");
    expect(() => withSectionDraft(TEXT, "", { ...draft, seen: "It was" })).toThrow(ConflictError);
  });

  test("is one section", () => {
    const draft = { title: "Impact", body: "Some.\n\n## Summary\n\nMine." };
    expect(() => withSectionDraft(TEXT, "", draft)).toThrow("third depth");
    const deep = { title: "Impact", body: "### Who\n\nAll." };
    expect(withSectionDraft(TEXT, "", deep)).toContain("### Who");
  });
});
