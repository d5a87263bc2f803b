import { describe, expect, test } from "vitest";
import { documentText } from "@/components/postmortems/draft/document-text";
import { analyze } from "@/lib/domain/analysis";
import { STANDARD } from "@/lib/domain/built-in-templates";
import { draftPostmortem } from "@/lib/domain/draft";
import { factsOf } from "@/lib/domain/draft/facts";
import { sectionsOf } from "@/lib/domain/template";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { sampleRecord } from "../support/make";

const problems = (text: string) => sectionsOf(text, STANDARD).map(({ problem }) => problem);

describe("documentText", () => {
  test("tells of an open document's sections what its Markdown tells", () => {
    const record = sampleRecord();
    const draft = draftPostmortem(factsOf({ record, analysis: analyze(record) }), STANDARD);
    const written = draft.replace(/^> \*\*TODO.*$/gm, "").replace("## Impact\n", "## Effect\n");
    for (const text of [draft, written, "## Summary\n\n- [ ] TODO: write\n\n## Timeline\n"]) {
      expect(problems(documentText(documentOf(text)))).toEqual(problems(text));
    }
  });

  test("takes no words for a heading that are none, and a block that shows itself for written", () => {
    const text = "## Summary\n\n```\n## Impact\n```\n\n## Timeline\n\n```timeline\n```\n";
    expect(problems(documentText(documentOf(text))).slice(0, 3)).toEqual([
      undefined,
      "missing",
      undefined,
    ]);
  });
});
