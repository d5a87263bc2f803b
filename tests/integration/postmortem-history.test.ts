import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { savePostmortem } from "@/db/mutations/postmortems";
import { countRevisions, listHistory } from "@/db/queries/postmortem-history";
import { listRevisions } from "@/db/queries/postmortems";
import { findIncidentByKey } from "@/db/queries/record";
import { postmortemRevisions, postmortems } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const grace = makeViewer({ name: "Grace" });
const idOf = (key: string) => findIncidentByKey(grace, key)?.id ?? 0;

describe("listHistory", () => {
  test("tells who kept each version, why, and by how much it grew", () => {
    const key = makeIncident();
    savePostmortem(grace, { key, body: "one", baseVersion: 0 }, NOON);
    savePostmortem(grace, { key, body: "one two", baseVersion: 1 }, NOON + 1);
    savePostmortem(grace, { key, body: "two", baseVersion: 2 }, NOON + 2);

    expect(listHistory(idOf(key), 1)).toEqual([
      { version: 3, author: "Grace", note: null, createdAt: NOON + 2, grown: -4 },
      { version: 2, author: "Grace", note: null, createdAt: NOON + 1, grown: 4 },
      { version: 1, author: "Grace", note: null, createdAt: NOON, grown: 3 },
    ]);
  });

  test("gives fifty of a thousand to a page, each with what it grew by", () => {
    const key = makeIncident();
    savePostmortem(grace, { key, body: "x", baseVersion: 0 }, NOON);
    const id = db().select({ id: postmortems.id }).from(postmortems).get()?.id ?? 0;
    for (let version = 2; version <= 1000; version += 1) {
      const row = { postmortemId: id, version, body: "x".repeat(version), author: "Grace" };
      db()
        .insert(postmortemRevisions)
        .values({ ...row, createdAt: NOON + version })
        .run();
    }

    expect(countRevisions(idOf(key))).toBe(1000);
    const pages = Array.from({ length: 20 }, (_, index) => listHistory(idOf(key), index + 1));
    expect(pages.map((rows) => [rows.length, rows[0]?.version, rows.at(-1)?.version])).toEqual(
      Array.from({ length: 20 }, (_, index) => [50, 1000 - index * 50, 951 - index * 50]),
    );
    expect(new Set(pages.flat().map(({ grown }) => grown))).toEqual(new Set([1]));
    expect(listHistory(idOf(key), 21)).toEqual([]);
    expect(listRevisions(idOf(key))).toHaveLength(50);
  });

  test("is empty where nothing is written", () => {
    const key = makeIncident();
    expect(countRevisions(idOf(key))).toBe(0);
    expect(listHistory(idOf(key), 1)).toEqual([]);
  });
});
