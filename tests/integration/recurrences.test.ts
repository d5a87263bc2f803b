import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { moveActionItem } from "@/db/mutations/action-items";
import { importRecord } from "@/db/mutations/import";
import { answerRecurrence, type Answer } from "@/db/mutations/recurrences";
import { listRecurrences } from "@/db/queries/recurrences";
import { draftOf } from "@/db/queries/postmortems";
import { actionItemChanges, actionItems, incidents } from "@/db/schema";
import type { RecordActionItem, RecordIncident } from "@/lib/domain/record";
import { listChangesOf } from "../support/changes-of";
import { freshDatabase } from "../support/database";
import { makeRecord, makeViewer } from "../support/make";

freshDatabase();

const viewer = makeViewer();
const FIRST = "INC-2026-0001";
const LATER = "INC-2026-0009";

type Parts = {
  items?: RecordActionItem[];
  incident?: Partial<RecordIncident>;
  factors?: string[];
};

/** A resolved incident of that day in January 2026, of the same service unless told. */
function make(day: number, { items = [], incident = {}, factors = [] }: Parts = {}): string {
  const date = `2026-01-${String(day).padStart(2, "0")}`;
  const resolution = { contributing_factors: factors };
  const record = makeRecord({ action_items: items, resolution });
  return importRecord("Ada", {
    ...record,
    incident: {
      ...record.incident,
      id: `INC-2026-00${String(day).padStart(2, "0")}`,
      title: `Day ${day}`,
      service: "checkout",
      status: "resolved",
      declared_at: `${date}T10:00:00Z`,
      resolved_at: `${date}T11:00:00Z`,
      ...incident,
    },
  }).key;
}

const change = (key: string, to: Partial<typeof incidents.$inferInsert>) =>
  db().update(incidents).set(to).where(eq(incidents.key, key)).run();
const itemOf = (title: string) => {
  const item = db().select().from(actionItems).where(eq(actionItems.title, title)).get();
  if (!item) throw new Error(`${title} is not there`);
  return item;
};
const titles = (key = LATER, asked = viewer) =>
  listRecurrences(asked, key).map(({ title }) => title);

const ALERT = { title: "Alert at 70 %", type: "detection", status: "done" };

describe("listRecurrences", () => {
  test("proposes what was done before the same service failed again, each with why", () => {
    make(1, {
      items: [
        ALERT,
        { title: "Write a runbook", type: "process", status: "done" },
        { title: "Limit connections", type: "prevention", status: "open" },
        { title: "Drop the cache", type: "prevention", status: "wont_do" },
      ],
    });
    make(9);

    expect(listRecurrences(viewer, LATER)).toMatchObject([
      {
        title: "Alert at 70 %",
        expected: ["it was for detection"],
        reasons: [{ why: "same service", what: "checkout" }],
        incident: { key: FIRST },
        closedAt: null,
        answer: undefined,
      },
    ]);
  });

  test("finds what answers a factor like one of the later incident, in any service", () => {
    const factors = ["Nobody reviewed the connection pool"];
    const items = [{ title: "Review pools", type: "process", status: "done" }];
    make(1, { items, factors, incident: { service: "search" } });
    make(9, { factors: ["The connection pool was too small"] });

    expect(listRecurrences(viewer, LATER)).toMatchObject([
      {
        title: "Review pools",
        expected: ["it answers a factor like one of these"],
        reasons: [{ why: "similar cause", what: "connection pool" }],
      },
    ]);
  });

  test("waits until the later incident is over, and leaves out exercises and other services", () => {
    make(1, { items: [ALERT] });
    make(8, { incident: { status: "monitoring", resolved_at: null } });
    make(9);
    make(10, { incident: { service: "search" } });
    expect(titles("INC-2026-0008")).toEqual([]);
    expect(titles("INC-2026-0010")).toEqual([]);

    change(LATER, { isDrill: true });
    expect(titles()).toEqual([]);
    change(LATER, { isDrill: false });
    change(FIRST, { isDrill: true });
    expect(titles()).toEqual([]);
  });

  test("leaves out what was done only after the later one had begun", () => {
    make(1, { items: [{ ...ALERT, status: "open" }] });
    make(9);
    const began = Date.UTC(2026, 0, 9, 10);
    const words = { evidenceKind: "test", evidence: "It fires" } as const;
    const { id } = itemOf(ALERT.title);
    moveActionItem(viewer, { id, to: "done", index: 0, ...words }, began);
    expect(titles()).toEqual([]);

    db()
      .update(actionItems)
      .set({ closedAt: began - 1 })
      .run();
    expect(titles()).toEqual([ALERT.title]);
  });

  test("knows nothing of private incidents for those who may not", () => {
    make(1, { items: [ALERT] });
    make(9);
    change(FIRST, { isPrivate: true });
    expect(titles()).toEqual([]);
    expect(titles(LATER, makeViewer({ role: "admin" }))).toEqual([ALERT.title]);

    change(FIRST, { isPrivate: false });
    change(LATER, { isPrivate: true });
    expect(titles()).toEqual([]);
  });
});

describe("the draft of a postmortem", () => {
  const draft = () => {
    const later = db().select().from(incidents).where(eq(incidents.key, LATER)).get();
    return draftOf(later?.id ?? 0);
  };

  test("lists what should have prevented the incident, with a link to each", () => {
    make(1, { items: [ALERT] });
    make(9);
    const { id } = itemOf(ALERT.title);
    expect(draft()).toContain(`“Alert at 70 %” of ${FIRST} should have prevented this`);
    expect(draft()).toContain(`([AI-${id}](/actions/AI-${id})).`);
  });

  test("is silent of private incidents, whoever reads it, and of what is unrelated", () => {
    make(1, { items: [ALERT] });
    make(9);
    change(FIRST, { isPrivate: true });
    expect(draft()).not.toContain("Alert at 70 %");

    change(FIRST, { isPrivate: false });
    const { id } = itemOf(ALERT.title);
    answerRecurrence(viewer, { key: LATER, item: id, answer: "unrelated", reason: "A disk" });
    expect(draft()).not.toContain("Alert at 70 %");
  });
});

describe("answerRecurrence", () => {
  let id = 0;
  const answer = (given: Partial<Answer>, by = viewer) =>
    answerRecurrence(by, { key: LATER, item: id, answer: "reopened", ...given }, 1000);

  beforeEach(() => {
    make(1, { items: [{ title: "Other", status: "open" }, ALERT] });
    make(9);
    id = itemOf(ALERT.title).id;
  });

  test("puts the item at the end of Open, with the later incident in its history", () => {
    answer({ reason: "It never fired" });

    const { status, position, version, closedAt } = itemOf(ALERT.title);
    expect({ status, position, version, closedAt }).toEqual({
      status: "open",
      position: 1,
      version: 2,
      closedAt: null,
    });
    expect(db().select().from(actionItemChanges).all()).toMatchObject([
      {
        field: "status",
        before: "done",
        after: "open",
        by: "Grace",
        at: 1000,
        reason: `${LATER} happened: It never fired`,
      },
    ]);
    expect(listChangesOf(FIRST)).toContain("action-item:reopen by Grace");
    expect(listChangesOf(LATER)).toContain("recurrence:answer by Grace");
    expect(listRecurrences(viewer, LATER)).toMatchObject([
      { status: "open", answer: { answer: "reopened", answeredBy: "Grace" } },
    ]);
  });

  test("leaves an unrelated item where it is, and wants to know why", () => {
    expect(() => answer({ answer: "unrelated" })).toThrow("has nothing to do with");
    answer({ answer: "unrelated", reason: "A disk" });
    expect(itemOf(ALERT.title).status).toBe("done");
    expect(listRecurrences(viewer, LATER)).toMatchObject([{ answer: { reason: "A disk" } }]);
  });

  test("tells the second person what the first one said", () => {
    answer({ answer: "unrelated", reason: "A disk" }, makeViewer({ name: "Olga" }));
    expect(() => answer({})).toThrow(
      "Someone else was faster. Olga says that it has nothing to do with this: A disk",
    );
    answer({ seen: "unrelated" });
    expect(itemOf(ALERT.title).status).toBe("open");
    expect(() => answer({ seen: "reopened" })).toThrow(`AI-${id} stands in Open now.`);
  });

  test("refuses what is not proposed", () => {
    const { id: other } = itemOf("Other");
    expect(() => answer({ item: other })).toThrow(`AI-${other} stands in Open now.`);
    db().update(actionItems).set({ type: "process" }).run();
    expect(() => answer({})).toThrow("not among the actions that should have prevented this");
    expect(() => answer({ item: 404 })).toThrow("Someone deleted this action item.");
  });

  test("keeps the key of a private incident out of the item's history", () => {
    change(LATER, { isPrivate: true });
    answer({}, makeViewer({ role: "admin" }));
    expect(db().select().from(actionItemChanges).all()).toMatchObject([
      { reason: "A later incident happened." },
    ]);
  });

  test("is not for those who may not know of one of the two", () => {
    change(FIRST, { isPrivate: true });
    expect(() => answer({})).toThrow("Someone deleted this action item.");
    change(FIRST, { isPrivate: false });
    change(LATER, { isPrivate: true });
    expect(() => answer({})).toThrow(`There is no incident ${LATER}.`);
  });
});
