import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { auditLog, events } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const minute = 60_000;
const note = { type: "investigation", description: "The pool is full." };

describe("addEvent", () => {
  test("keeps the time it happened and the time it was written", () => {
    const key = makeIncident();
    const at = NOON - 20 * minute;
    const before = Date.now();

    expect(addEvent(makeViewer(), { key, ...note, at }, NOON + minute)).toEqual({ seq: 2 });

    const [, event] = db().select().from(events).all();
    expect(event).toMatchObject({
      seq: 2,
      ordinal: 1,
      at,
      timestamp: "2026-01-05T11:40:00Z",
      actor: "Grace",
      origin: "portal",
      source: null,
      ...note,
    });
    expect(event?.recordedAt).toBeGreaterThanOrEqual(before);
  });

  test("takes the present time when none is chosen", () => {
    const key = makeIncident();
    addEvent(makeViewer(), { key, ...note }, NOON + minute + 999);
    expect(db().select().from(events).all()[1]?.at).toBe(NOON + minute);
  });

  test("refuses a time that is yet to come", () => {
    const key = makeIncident();
    const at = NOON + 3 * minute;
    expect(() => addEvent(makeViewer(), { key, ...note, at }, NOON)).toThrow("yet to come");
    expect(db().select().from(events).all()).toHaveLength(1);
  });

  test("forgives a clock that is up to a minute ahead", () => {
    const key = makeIncident();
    const at = NOON + minute;
    expect(addEvent(makeViewer(), { key, ...note, at }, NOON)).toEqual({ seq: 2 });
  });

  test("refuses a time before 1970", () => {
    const key = makeIncident();
    expect(() => addEvent(makeViewer(), { key, ...note, at: -1000 }, NOON)).toThrow(
      "Choose a time between the years 1970 and 2100.",
    );
  });

  test("refuses the event after the ten thousandth", () => {
    const key = makeIncident();
    db().run(
      `insert into events (incident_id, seq, ordinal, at, timestamp, description, origin, recorded_at)
       with recursive n(i) as (select 2 union all select i + 1 from n where i < 10000)
       select 1, i, i, 0, '1970-01-01T00:00:00Z', 'x', 'portal', 0 from n`,
    );
    expect(() => addEvent(makeViewer(), { key, ...note }, NOON)).toThrow("10,000 events");
  });

  test("leaves an audit row", () => {
    const key = makeIncident();
    addEvent(makeViewer(), { key, ...note }, NOON);
    expect(db().select().from(auditLog).all()[1]).toMatchObject({
      action: "incident:add-event",
      object: `incident ${key}`,
      detail: { seq: 2, type: "investigation" },
    });
  });

  test("says so when there is no such incident", () => {
    expect(() => addEvent(makeViewer(), { key: "INC-1", ...note })).toThrow(
      "There is no incident INC-1.",
    );
  });
});
