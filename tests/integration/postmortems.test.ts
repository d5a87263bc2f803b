import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { restoreRevision, savePostmortem } from "@/db/mutations/postmortems";
import { draftOf, getPostmortem, getRevision, listRevisions } from "@/db/queries/postmortems";
import { findIncidentByKey } from "@/db/queries/record";
import { auditLog } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const grace = makeViewer({ name: "Grace" });
const ada = makeViewer({ name: "Ada" });
const idOf = (key: string) => findIncidentByKey(makeViewer(), key)?.id ?? 0;

describe("savePostmortem", () => {
  test("keeps the first text as version 1, a revision and an audit entry", () => {
    const key = makeIncident();

    savePostmortem(grace, { key, body: "## Summary\n", baseVersion: 0 }, NOON);

    expect(getPostmortem(idOf(key))).toMatchObject({
      body: "## Summary\n",
      version: 1,
      updatedBy: "Grace",
      updatedAt: NOON,
    });
    expect(listRevisions(idOf(key))).toEqual([{ version: 1, author: "Grace", createdAt: NOON }]);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Grace",
      action: "postmortem:edit",
      object: `incident ${key}`,
      detail: { version: 1 },
    });
  });

  test("keeps every text as a revision", () => {
    const key = makeIncident();
    savePostmortem(grace, { key, body: "one", baseVersion: 0 });
    savePostmortem(ada, { key, body: "two", baseVersion: 1 });

    expect(listRevisions(idOf(key)).map(({ version, author }) => [version, author])).toEqual([
      [2, "Ada"],
      [1, "Grace"],
    ]);
    expect(getRevision(idOf(key), 1)?.body).toBe("one");
    expect(getPostmortem(idOf(key))).toMatchObject({ body: "two", version: 2, updatedBy: "Ada" });
  });

  test("refuses a text that started from an older version, and tells what stands there", () => {
    const key = makeIncident();
    savePostmortem(grace, { key, body: "one", baseVersion: 0 });
    savePostmortem(ada, { key, body: "theirs", baseVersion: 1 }, NOON);

    const save = () => savePostmortem(grace, { key, body: "mine", baseVersion: 1 });

    expect(save).toThrow("Ada saved this postmortem while you were writing.");
    expect(save).toThrow(ConflictError);
    expect(conflictOf(save)).toMatchObject({
      body: "theirs",
      version: 2,
      updatedBy: "Ada",
      updatedAt: NOON,
    });
    expect(getPostmortem(idOf(key))?.body).toBe("theirs");
    expect(listRevisions(idOf(key))).toHaveLength(2);
  });

  test("refuses a second first text", () => {
    const key = makeIncident();
    savePostmortem(ada, { key, body: "theirs", baseVersion: 0 });

    expect(() => savePostmortem(grace, { key, body: "mine", baseVersion: 0 })).toThrow("Ada saved");
  });

  test("makes no revision of a text that stands there already", () => {
    const key = makeIncident();
    savePostmortem(grace, { key, body: "one\ntwo", baseVersion: 0 });

    const again = savePostmortem(ada, { key, body: "one\r\ntwo", baseVersion: 0 });

    expect(again).toMatchObject({ version: 1, updatedBy: "Grace" });
    expect(listRevisions(idOf(key))).toHaveLength(1);
  });

  test.each([
    ["a\0b", "The text holds the control character U+0000."],
    ["a\u001bb", "The text holds the control character U+001B."],
    ["a\ud800b", "The text holds half of a surrogate pair, which is not Unicode text."],
    ["é".repeat(128 * 1024 + 1), "The text is longer than 256 KB."],
  ])("refuses what cannot be kept (%#)", (body, problem) => {
    const key = makeIncident();

    expect(() => savePostmortem(grace, { key, body, baseVersion: 0 })).toThrow(problem);
    expect(getPostmortem(idOf(key))).toBeUndefined();
  });

  test("says so when the incident is not there", () => {
    expect(() => savePostmortem(grace, { key: "INC-1", body: "", baseVersion: 0 })).toThrow(
      "There is no incident INC-1.",
    );
  });
});

describe("restoreRevision", () => {
  test("saves the earlier text anew and keeps the later ones", () => {
    const key = makeIncident();
    savePostmortem(grace, { key, body: "one", baseVersion: 0 });
    savePostmortem(grace, { key, body: "two", baseVersion: 1 });

    restoreRevision(ada, { key, version: 1, baseVersion: 2 });

    expect(getPostmortem(idOf(key))).toMatchObject({ body: "one", version: 3, updatedBy: "Ada" });
    expect(getRevision(idOf(key), 2)?.body).toBe("two");
  });

  test("refuses when someone saved meanwhile, or the version is not there", () => {
    const key = makeIncident();
    savePostmortem(grace, { key, body: "one", baseVersion: 0 });
    savePostmortem(grace, { key, body: "two", baseVersion: 1 });

    expect(() => restoreRevision(ada, { key, version: 1, baseVersion: 1 })).toThrow("Grace saved");
    expect(() => restoreRevision(ada, { key, version: 9, baseVersion: 2 })).toThrow(
      "This version is not there.",
    );
  });
});

describe("draftOf", () => {
  test("links to the incident's events by their numbers", () => {
    const key = makeIncident();
    expect(draftOf(idOf(key))).toContain(`](/incidents/${key}#e-1))`);
  });
});

function conflictOf(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    if (error instanceof ConflictError) return error.current;
  }
  return undefined;
}
