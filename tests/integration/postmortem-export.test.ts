import { describe, expect, test } from "vitest";
import { publishEdition } from "@/db/mutations/editions";
import { importRecord } from "@/db/mutations/import";
import { savePostmortem } from "@/db/mutations/postmortems";
import { exportMarkdown, exportWithPostmortem } from "@/db/queries/postmortem-export";
import { nextEditionOf } from "@/db/queries/publication";
import { exportRecord, findIncidentByKey } from "@/db/queries/record";
import { parseRecord } from "@/lib/record/parse";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { NOON } from "../support/make-incident";

freshDatabase();

const grace = makeViewer({ name: "Grace" });
const BODY = '## Summary\n\nThe "pool" was too small.\n';

/** The sample with a postmortem of which an edition is published; answers its key. */
function published(): string {
  const { key } = importRecord(grace, sampleRecord());
  savePostmortem(grace, { key, body: BODY, baseVersion: 0 }, NOON);
  const seen = nextEditionOf(grace, findIncidentByKey(grace, key)?.id ?? 0)?.seen ?? "";
  publishEdition(grace, { key, edition: 0, seen, withoutApproval: true }, NOON);
  return key;
}

describe("exportWithPostmortem", () => {
  test("adds the text and its editions, and leaves the record as it is", () => {
    const key = published();
    const { postmortem, ...record } = JSON.parse(exportWithPostmortem(grace, key) ?? "");

    expect(record).toEqual(sampleRecord());
    expect(JSON.parse(exportRecord(grace, key) ?? "")).toEqual(sampleRecord());
    expect(postmortem).toEqual({
      state: "published",
      body: BODY,
      version: 1,
      updated_by: "Grace",
      updated_at: "2026-01-05T12:00:00.000Z",
      editions: [
        {
          number: 1,
          version: 1,
          body: BODY,
          note: null,
          published_by: "Grace",
          published_at: "2026-01-05T12:00:00.000Z",
        },
      ],
    });
  });

  test("gives a record that can be imported, and that keeps it", () => {
    const key = published();
    const text = exportWithPostmortem(grace, key) ?? "";
    const elsewhere = text.replaceAll(key, "INC-2026-7777");
    const parsed = parseRecord(new TextEncoder().encode(elsewhere));
    if (!parsed.ok) throw new Error(parsed.problems.join("\n"));

    importRecord(grace, parsed.record);

    expect(JSON.parse(exportRecord(grace, "INC-2026-7777") ?? "")).toEqual(JSON.parse(elsewhere));
  });

  test("is the record alone where nothing is written, and nothing for those who may not know of it", () => {
    const { key } = importRecord(grace, sampleRecord());
    expect(exportWithPostmortem(grace, key)).toBe(exportRecord(grace, key));
    expect(exportWithPostmortem(grace, "INC-0")).toBeUndefined();
  });
});

describe("exportMarkdown", () => {
  test("gives an edition with what is known of it", () => {
    const key = published();
    expect(exportMarkdown(grace, { key, edition: 1 })).toBe(
      `---\ntitle: ${JSON.stringify(sampleRecord().incident.title)}\nkey: "${key}"\nedition: 1\npublished: "2026-01-05T12:00:00.000Z"\n---\n\n${BODY}`,
    );
  });

  test("gives the text as it stands, with its state", () => {
    const key = published();
    savePostmortem(grace, { key, body: "New.\n", baseVersion: 1 });
    const file = exportMarkdown(grace, { key, edition: undefined });
    expect(file).toContain('version: 2\nstate: "published"\n---\n\nNew.\n');
  });

  test("is nothing where there is no such edition, text or incident", () => {
    const { key } = importRecord(grace, sampleRecord());
    expect(exportMarkdown(grace, { key, edition: undefined })).toBeUndefined();
    expect(exportMarkdown(grace, { key, edition: 1 })).toBeUndefined();
    expect(exportMarkdown(grace, { key: "INC-0", edition: undefined })).toBeUndefined();
  });
});
