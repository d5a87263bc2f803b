import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { assignRole } from "@/db/mutations/roles";
import { listStoryRows, STORY_ROWS_PER_PAGE } from "@/db/queries/story-rows";
import { listPeopleNamed, listThingsNamed } from "@/db/queries/suggestions";
import { events, incidents, people } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const grace = makeViewer();

describe("listPeopleNamed", () => {
  test("finds people by any part of their name, the beginning first", () => {
    db()
      .insert(people)
      .values([{ name: "Marjane" }, { name: "Jane Smith" }, { name: "Bob" }, { name: "50%" }])
      .run();

    expect(listPeopleNamed("jane").map((one) => one.kind === "person" && one.name)).toEqual([
      "Jane Smith",
      "Marjane",
    ]);
    expect(listPeopleNamed("%")).toMatchObject([{ name: "50%" }]);
    expect(listPeopleNamed("")).toHaveLength(4);
  });
});

describe("listThingsNamed", () => {
  test("offers the incident's own actions first, then others and incidents", () => {
    const other = makeIncident({ title: "Alerts are late" });
    makeActionItem({ title: "Add an alert there" });
    const key = makeIncident({ title: "Checkout is slow" });
    makeActionItem({ title: "Add an alert here" });

    expect(listThingsNamed(grace, { key, text: "alert" })).toMatchObject([
      { kind: "action", key, title: "Add an alert here" },
      { kind: "action", key: other, title: "Add an alert there" },
      { kind: "incident", key: other },
    ]);
    expect(listThingsNamed(grace, { key, text: "" })).toMatchObject([
      { kind: "action", key },
      { kind: "incident", key },
      { kind: "incident", key: other },
    ]);
  });

  test("finds an action by its number and an incident by its key", () => {
    const key = makeIncident();
    const id = makeActionItem({ title: "Write the runbook" });

    expect(listThingsNamed(grace, { key, text: `AI-${id}` })).toMatchObject([{ id }]);
    expect(listThingsNamed(grace, { key, text: key.toLowerCase() })).toMatchObject([
      { kind: "incident", key },
    ]);
  });

  test("knows nothing of private incidents and their actions", () => {
    makeIncident({ title: "Secret breach" });
    makeActionItem({ title: "Rotate the secret" });
    db().update(incidents).set({ isPrivate: true }).run();
    const key = makeIncident();

    expect(listThingsNamed(grace, { key, text: "secret" })).toEqual([]);
    const admin = makeViewer({ role: "admin" });
    expect(listThingsNamed(admin, { key, text: "secret" })).toHaveLength(2);
  });
});

describe("listStoryRows", () => {
  test("gives the rows by time without activity, and when the first one was", () => {
    const key = makeIncident();
    addEvent(grace, { key, type: "trigger", description: "Deployed", at: NOON - 60_000 }, NOON);
    assignRole(grace, { key, role: "Scribe", person: "Ada", seenHolder: "" }, NOON);

    const found = listStoryRows(grace, { key, text: "", page: 1 });
    expect(found?.rows.map(({ text }) => text)[0]).toBe("Deployed");
    expect(found).toMatchObject({ total: 2, page: 1, pages: 1, firstAt: NOON - 60_000 });
  });

  test("finds rows by their text, their type and who acted", () => {
    const key = makeIncident();
    addEvent(grace, { key, type: "mitigation", description: "Rolled back 100%" }, NOON);
    const found = (text: string) => listStoryRows(grace, { key, text, page: 1 })?.total;

    expect(found("rolled")).toBe(1);
    expect(found("MITIG")).toBe(1);
    expect(found("grace")).toBe(2);
    expect(found("100%")).toBe(1);
    expect(found("1_0")).toBe(0);
  });

  test("gives a page at a time, and the last one for any page beyond it", () => {
    const key = makeIncident();
    const row = db().select().from(events).get();
    if (!row) throw new Error("A declared incident has an event.");
    const { id: _, ...copied } = row;
    for (let seq = 2; seq <= STORY_ROWS_PER_PAGE + 5; seq += 1) {
      db()
        .insert(events)
        .values({ ...copied, seq, ordinal: seq })
        .run();
    }

    expect(listStoryRows(grace, { key, text: "", page: 1 })?.rows).toHaveLength(
      STORY_ROWS_PER_PAGE,
    );
    const last = listStoryRows(grace, { key, text: "", page: 99 });
    expect(last?.rows).toHaveLength(5);
    expect(last).toMatchObject({ page: 2, pages: 2, total: STORY_ROWS_PER_PAGE + 5 });
  });

  test("finds no incident that this person may not know of", () => {
    const key = makeIncident();
    db().update(incidents).set({ isPrivate: true }).run();
    expect(listStoryRows(grace, { key, text: "", page: 1 })).toBeUndefined();
  });
});
