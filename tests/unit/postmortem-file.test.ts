import { describe, expect, test } from "vitest";
import { postmortemFile } from "@/lib/domain/postmortem-file";

describe("postmortemFile", () => {
  test("puts what is known before the text, and nothing of it can end early", () => {
    const about = { title: 'It said "no"\n---\n: yes', key: "INC-1", edition: 2 };
    expect(postmortemFile(about, "## Summary\n")).toBe(
      '---\ntitle: "It said \\"no\\"\\n---\\n: yes"\nkey: "INC-1"\nedition: 2\n---\n\n## Summary\n',
    );
  });
});
