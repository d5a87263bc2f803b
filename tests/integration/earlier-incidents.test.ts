import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { importRecord } from "@/db/mutations/import";
import { listEarlier } from "@/db/queries/earlier-incidents";
import { incidents } from "@/db/schema";
import type { RecordActionItem, RecordIncident, RecordResolution } from "@/lib/domain/record";
import { freshDatabase } from "../support/database";
import { makeRecord, makeViewer } from "../support/make";

freshDatabase();

const viewer = makeViewer();

type Parts = { resolution?: RecordResolution; action_items?: RecordActionItem[] };

/** An incident of that day in January 2026; answers its key. */
function make(day: number, incident: Partial<RecordIncident>, parts: Parts = {}): string {
  const record = makeRecord(parts);
  const date = `2026-01-${String(day).padStart(2, "0")}`;
  const times = { declared_at: `${date}T10:00:00Z`, resolved_at: `${date}T11:00:00Z` };
  const id = `INC-2026-00${String(day).padStart(2, "0")}`;
  const words = { id, title: `Day ${day}`, status: "resolved" };
  return importRecord("Ada", {
    ...record,
    incident: { ...record.incident, ...words, ...times, ...incident },
  }).key;
}

const rowOf = (key: string) => {
  const row = db().select().from(incidents).where(eq(incidents.key, key)).get();
  if (!row) throw new Error(`${key} is not there`);
  return row;
};
const earlier = (key: string, asked = viewer) => listEarlier(asked, rowOf(key));
const change = (key: string, to: Partial<typeof incidents.$inferInsert>) =>
  db().update(incidents).set(to).where(eq(incidents.key, key)).run();

const pool = { root_cause: "The connection pool of the gateway was exhausted" };

describe("listEarlier", () => {
  test("finds those of the same service and those of a similar cause, the newest first", () => {
    make(
      1,
      { service: "search" },
      { resolution: { contributing_factors: ["A connection pool leak"] } },
    );
    make(2, { affected_services: ["payment-gateway"] });
    make(3, { service: "search" });
    const key = make(4, { service: "payment-gateway" }, { resolution: pool });

    expect(earlier(key).map((each) => [each.key, each.reasons])).toEqual([
      ["INC-2026-0002", [{ why: "same service", what: "payment-gateway" }]],
      ["INC-2026-0001", [{ why: "similar cause", what: "connection pool" }]],
    ]);
  });

  test("says when, how it ended, why it happened and how many actions still wait", () => {
    make(
      1,
      { service: "checkout" },
      {
        resolution: pool,
        action_items: [
          { title: "One", status: "open" },
          { title: "Two" },
          { title: "Three", status: "Completed" },
          { title: "Four", status: "cancelled" },
        ],
      },
    );
    make(2, { service: "checkout", status: "monitoring", resolved_at: null });
    const key = make(3, { service: "checkout" });

    expect(earlier(key)).toMatchObject([
      { key: "INC-2026-0002", isOver: false, resolvedAt: null, items: { open: 0, total: 0 } },
      {
        key: "INC-2026-0001",
        declaredAt: Date.UTC(2026, 0, 1, 10),
        resolvedAt: Date.UTC(2026, 0, 1, 11),
        isOver: true,
        rootCause: pool.root_cause,
        items: { open: 2, total: 4 },
      },
    ]);
  });

  test("shows five at most", () => {
    for (let day = 1; day <= 7; day += 1) make(day, { service: "checkout" });
    expect(earlier("INC-2026-0007").map(({ key }) => key.slice(-1))).toEqual([
      "6",
      "5",
      "4",
      "3",
      "2",
    ]);
  });

  test("leaves out later ones, drills, merged ones and those that this person may not know of", () => {
    const service = "checkout";
    const [drill, merged, hidden] = [
      make(1, { service }),
      make(2, { service }),
      make(3, { service }),
    ];
    const key = make(4, { service });
    const later = make(5, { service });
    change(drill, { isDrill: true });
    change(merged, { mergedIntoId: rowOf(later).id });
    change(hidden, { isPrivate: true });

    expect(earlier(key)).toEqual([]);
    expect(earlier(key, makeViewer({ role: "admin" })).map((each) => each.key)).toEqual([hidden]);
  });

  test("finds none for an incident that has nothing in common with any", () => {
    make(1, { service: "search" });
    expect(earlier(make(2, { title: "Alone" }))).toEqual([]);
  });
});
