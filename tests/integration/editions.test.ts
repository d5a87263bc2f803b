import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { publishEdition, type Publishing } from "@/db/mutations/editions";
import { savePostmortem } from "@/db/mutations/postmortems";
import { getEdition, listEditions } from "@/db/queries/editions";
import { isEditedSince, nextEditionOf } from "@/db/queries/publication";
import { findIncidentByKey } from "@/db/queries/record";
import { getStanding } from "@/db/queries/reviews";
import { auditLog, postmortems } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const grace = makeViewer({ name: "Grace" });
const ada = makeViewer({ name: "Ada", userId: 2 });
const idOf = (key: string) => findIncidentByKey(makeViewer({ role: "admin" }), key)?.id ?? 0;
const FIRST = "## Summary\n\nThe pool was too small.\n";
const SECOND = "## Summary\n\nThe pool was much too small.\n";

function write(key: string, body: string, baseVersion = 0): string {
  savePostmortem(grace, { key, body, baseVersion }, NOON);
  return key;
}

const publishing = (key: string, overrides: Partial<Publishing> = {}): Publishing => ({
  key,
  edition: 0,
  seen: nextEditionOf(grace, idOf(key))?.seen ?? "",
  withoutApproval: true,
  ...overrides,
});

describe("publishEdition", () => {
  test("keeps the text as edition 1, marks it published and leaves a record", () => {
    const key = write(makeIncident(), FIRST);

    expect(publishEdition(grace, publishing(key), NOON)).toEqual({ number: 1 });

    expect(getEdition(idOf(key))).toMatchObject({
      number: 1,
      version: 1,
      body: FIRST,
      sharedBody: null,
      note: null,
      publishedBy: "Grace",
      publishedAt: NOON,
    });
    expect(getStanding(idOf(key)).state).toBe("published");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Grace",
      action: "postmortem:publish",
      object: `incident ${key}`,
      detail: { edition: 1, version: 1 },
    });
  });

  test("leaves an edition as it is to the letter when the text is edited", () => {
    const key = write(makeIncident(), FIRST);
    publishEdition(grace, publishing(key));
    const before = getEdition(idOf(key), 1);
    expect(isEditedSince(idOf(key), { version: 1 })).toBe(false);

    write(key, SECOND, 1);

    expect(getEdition(idOf(key), 1)).toEqual(before);
    expect(listEditions(idOf(key))).toHaveLength(1);
    expect(isEditedSince(idOf(key), { version: 1 })).toBe(true);
    expect(getStanding(idOf(key)).state).toBe("published");
  });

  test("makes a second edition with a note, and not without", () => {
    const key = write(makeIncident(), FIRST);
    publishEdition(grace, publishing(key));
    write(key, SECOND, 1);

    const again = publishing(key, { edition: 1 });
    expect(() => publishEdition(ada, again)).toThrow("Say what changed since edition 1.");
    publishEdition(ada, { ...again, note: "How small it was." });

    expect(listEditions(idOf(key)).map(({ number, note }) => [number, note])).toEqual([
      [2, "How small it was."],
      [1, null],
    ]);
    expect(getEdition(idOf(key), 1)?.body).toBe(FIRST);
    expect(getEdition(idOf(key))?.body).toBe(SECOND);
  });

  test("makes one edition of a form that is sent twice", () => {
    const key = write(makeIncident(), FIRST);
    const sent = publishing(key);

    expect([publishEdition(grace, sent), publishEdition(grace, sent)]).toEqual([
      { number: 1 },
      { number: 1 },
    ]);
    expect(listEditions(idOf(key))).toHaveLength(1);
  });

  test("makes one edition of two people's, and tells the second who was first", () => {
    const key = write(makeIncident(), FIRST);
    const sent = publishing(key);
    publishEdition(grace, sent);

    const second = () => publishEdition(ada, sent);

    expect(second).toThrow(ConflictError);
    expect(second).toThrow("Grace published edition 1 meanwhile.");
    expect(listEditions(idOf(key))).toHaveLength(1);
  });

  test("refuses a text that is not the one that was looked at", () => {
    const key = write(makeIncident(), FIRST);
    const sent = publishing(key);
    write(key, SECOND, 1);

    expect(() => publishEdition(grace, sent)).toThrow("The text changed after you looked at it.");
    expect(listEditions(idOf(key))).toEqual([]);
  });

  test("refuses to say again what the newest edition says", () => {
    const key = write(makeIncident(), FIRST);
    publishEdition(grace, publishing(key));

    const again = () => publishEdition(ada, publishing(key, { edition: 1, note: "Nothing." }));

    expect(again).toThrow("Edition 1 says this already.");
  });

  test("asks whoever publishes without an approval whether that is meant", () => {
    const key = write(makeIncident(), FIRST);
    const publish = () => publishEdition(grace, publishing(key, { withoutApproval: false }));

    expect(publish).toThrow("Nobody has approved this text yet.");
    expect(listEditions(idOf(key))).toEqual([]);
  });

  test("refuses where nothing is written", () => {
    const key = makeIncident();
    expect(() => publishEdition(grace, publishing(key))).toThrow(
      `Nobody has begun the postmortem of ${key}.`,
    );
  });

  test("is not there for somebody who may not know of the incident", () => {
    const key = write(makeIncident(), FIRST);
    const seen = publishing(key);
    db().$client.prepare("update incidents set is_private = 1").run();
    const stranger = makeViewer({ userId: 99 });

    expect(() => publishEdition(stranger, seen)).toThrow(`There is no incident ${key}.`);
  });

  test("freezes what live blocks show, and keeps it when the record goes on", () => {
    const key = write(makeIncident(), "## Facts\n\n```impact\n```\n\n```timeline\n```\n");
    publishEdition(grace, publishing(key));
    const body = getEdition(idOf(key))?.body ?? "";

    expect(body).not.toContain("```");
    db().$client.prepare("update events set description = 'changed'").run();
    expect(getEdition(idOf(key))?.body).toBe(body);
  });

  test("puts roles in place of names where the postmortem shows roles", () => {
    const key = write(makeIncident({ commander: "Carol Rivera" }), "Carol Rivera rolled back.\n");
    db().update(postmortems).set({ showsRoles: true }).run();
    publishEdition(grace, publishing(key));

    expect(getEdition(idOf(key))).toMatchObject({ showsRoles: true });
    expect(getEdition(idOf(key))?.body).not.toContain("Carol");
  });
});
