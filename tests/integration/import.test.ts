import fc from "fast-check";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { moveActionItem } from "@/db/mutations/action-items";
import { addEvent } from "@/db/mutations/events";
import { importRecord, previewImport } from "@/db/mutations/import";
import { postUpdate } from "@/db/mutations/updates";
import { listBoardCards } from "@/db/queries/action-items";
import { exportRecord, findIncidentByKey, listEventRows, recordOf } from "@/db/queries/record";
import {
  auditLog,
  communications,
  events,
  incidents,
  people,
  publicUpdates,
  services,
  users,
} from "@/db/schema";
import { columnOf } from "@/lib/domain/board";
import { ConflictError } from "@/lib/domain/error";
import type { IncidentRecord } from "@/lib/domain/record";
import { parseRecord } from "@/lib/record/parse";
import { arbitraryRecord } from "../support/arbitrary-record";
import { freshDatabase } from "../support/database";
import { makeRecord, makeViewer, sampleRecord } from "../support/make";

freshDatabase();

const viewer = makeViewer();
const KEY = "INC-2024-0142";
const DONE = {
  to: "done",
  index: 0,
  evidenceKind: "link",
  evidence: "https://example.com",
} as const;

function storedId(key = KEY): number {
  const incident = findIncidentByKey(makeViewer(), key);
  if (!incident) throw new Error(`${key} is not stored`);
  return incident.id;
}
const exported = (key = KEY): IncidentRecord => recordOf(storedId(key));

/** The sample after a change. */
function changedSample(change: (record: IncidentRecord) => void): IncidentRecord {
  const record = sampleRecord();
  change(record);
  return record;
}

const published = () => db().select().from(publicUpdates).all();

function counts() {
  const tables = [incidents, events, communications, people, services, auditLog, publicUpdates];
  return tables.map((table) => db().select().from(table).all().length);
}

function cardTitled(start: string) {
  const card = listBoardCards(makeViewer()).find(({ title }) => title.startsWith(start));
  if (!card) throw new Error(`There is no card “${start}”`);
  return card;
}

/** Every column counts from 0 without gaps. */
function expectGaplessBoard() {
  const places: Record<string, number[]> = {};
  for (const { status, position } of listBoardCards(makeViewer())) {
    (places[columnOf(status)] ??= []).push(position);
  }
  for (const column of Object.values(places)) {
    expect(column.toSorted((a, b) => a - b)).toEqual(column.map((_, index) => index));
  }
}

describe("importRecord", () => {
  test("makes an incident whose export equals the sample", () => {
    expect(importRecord("Grace", sampleRecord())).toEqual({
      key: KEY,
      outcome: "created",
      published: 0,
    });
    expect(exported()).toStrictEqual(sampleRecord());
    expect(JSON.parse(exportRecord(makeViewer(), KEY) ?? "")).toStrictEqual(sampleRecord());
  });

  test("gives back unknown keys, types and sections, offsets, equal times and nulls", () => {
    const record = {
      ...makeRecord(),
      events: [
        { timestamp: "2026-01-05T12:00:00+02:00", description: "b", type: "omen", x: [{}] },
        { timestamp: "2026-01-05T10:00:00Z", description: "a", metadata: { deep: { x: null } } },
        { timestamp: "2026-01-05T10:00:00.000Z", description: "c", actor: null },
      ],
      communications: [
        { timestamp: "2026-01-05T10:00", message: "m", audience: "press", "odd key": 1e-7 },
      ],
      impact: null,
      signals: { error_rate_percentage: 12.5, own_signal: -0 },
      resolution: { customer_impact: { note: "kept" } },
      action_items: [{ title: "Fix it", status: "blocked", estimate: { days: 2 } }],
      participants: [],
      attachments: [{ name: "graph.png" }],
    };
    const parsed = parseRecord(JSON.stringify(record));
    if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
    importRecord("Grace", parsed.record);
    expect(exported(record.incident.id)).toStrictEqual(parsed.record);
  });

  test("gives back hundreds of generated records", () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        importRecord("Grace", record);
        expect(exported(record.incident.id)).toStrictEqual(record);
        expect(importRecord("Grace", record).outcome).toBe("unchanged");
        db().delete(incidents).where(eq(incidents.key, record.incident.id)).run();
      }),
      { numRuns: 300 },
    );
  });

  test("changes nothing the second time, even after people edited the incident", () => {
    importRecord("Grace", sampleRecord());
    addEvent(viewer, { key: KEY, type: "investigation", description: "Looked again" });
    const before = { record: exported(), counts: counts() };
    expect(importRecord("Grace", sampleRecord()).outcome).toBe("unchanged");
    expect({ record: exported(), counts: counts() }).toEqual(before);
  });

  test("changes nothing when given its own export", () => {
    importRecord("Grace", sampleRecord());
    addEvent(viewer, { key: KEY, type: "investigation", description: "Looked again" });
    const before = counts();
    expect(importRecord("Grace", exported()).outcome).toBe("unchanged");
    expect(counts()).toEqual(before);
  });

  test("refuses what differs, says how, and writes nothing", () => {
    importRecord("Grace", sampleRecord());
    const before = counts();
    const incoming = changedSample((record) => {
      record.incident.title = "Payments are down";
      record.events?.pop();
    });
    const attempt = () => importRecord("Grace", incoming);
    expect(attempt).toThrow(`${KEY} is stored with other content. Nothing changed.`);
    try {
      attempt();
    } catch (error) {
      expect(error instanceof ConflictError && error.current).toEqual([
        'incident.title: "Payment Service Degradation" → "Payments are down"',
        "events: 1 removed",
      ]);
    }
    expect(counts()).toEqual(before);
    expect(exported()).toEqual(sampleRecord());
  });

  test("adds services and people to the directory, and no machines, addresses or accounts", () => {
    importRecord("Grace", sampleRecord());
    const names = (rows: { name: string }[]) => rows.map(({ name }) => name).toSorted();
    expect(names(db().select().from(services).all())).toEqual([
      "checkout",
      "payment-gateway",
      "subscription-billing",
    ]);
    expect(names(db().select().from(people).all())).toEqual([
      "Alice Chen",
      "Bob Kim",
      "Carol Davis",
      "Jane Smith",
    ]);
    expect(db().select().from(users).all()).toEqual([]);
  });

  test("publishes nothing by itself, and the status-page messages when asked", () => {
    importRecord("Grace", sampleRecord());
    expect(published()).toHaveLength(0);
    expect(importRecord("Grace", sampleRecord(), { publish: true })).toEqual({
      key: KEY,
      outcome: "unchanged",
      published: 4,
    });
    expect(importRecord("Grace", sampleRecord(), { publish: true }).published).toBe(0);
    expect(published()).toHaveLength(4);
  });

  test("tells the audit log who imported what", () => {
    importRecord("Grace", sampleRecord());
    expect(db().select().from(auditLog).all()).toMatchObject([
      { actor: "Grace", action: "incident:import", object: `incident ${KEY}` },
    ]);
  });

  test("takes 10,000 events in seconds", () => {
    const record = makeRecord({
      events: Array.from({ length: 10_000 }, (_, i) => ({
        timestamp: new Date(Date.UTC(2026, 0, 5) + i * 1000).toISOString(),
        type: "investigation",
        actor: `Person ${i % 50}`,
        description: `Step ${i}`,
        metadata: { i },
      })),
    });
    const start = performance.now();
    importRecord("Grace", record);
    expect(exported(record.incident.id)).toEqual(record);
    expect(importRecord("Grace", record).outcome).toBe("unchanged");
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe("importRecord with replace", () => {
  test("makes the stored record the incoming one where nobody edited it", () => {
    importRecord("Grace", sampleRecord());
    const incoming = changedSample((record) => {
      record.incident.title = "Payments are down";
      record.incident.affected_services = ["checkout", "invoices"];
      record.events?.splice(3, 1);
      record.events?.push({ timestamp: "2024-01-15T17:00:00Z", description: "Debrief" });
      record.communications = [];
      record.action_items?.reverse();
      record.impact = { customer_facing: true };
      delete record.signals;
      record.notes = "new";
    });
    expect(importRecord("Grace", incoming, { replace: true }).outcome).toBe("replaced");
    expect(exported()).toStrictEqual(incoming);
    expect(importRecord("Grace", incoming).outcome).toBe("unchanged");
    expectGaplessBoard();
  });

  test("turns any record into any other", () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryRecord, (one, other) => {
        const incoming = { ...other, incident: { ...other.incident, id: one.incident.id } };
        importRecord("Grace", one);
        importRecord("Grace", incoming, { replace: true });
        expect(exported(one.incident.id)).toStrictEqual(incoming);
        db().delete(incidents).where(eq(incidents.key, one.incident.id)).run();
      }),
      { numRuns: 200 },
    );
  });

  test("keeps the numbers of events that stay, and gives new ones new numbers", () => {
    importRecord("Grace", sampleRecord());
    const numbers = () =>
      new Map(listEventRows(storedId()).map(({ seq, description }) => [description, seq]));
    const before = numbers();
    const incoming = changedSample((record) => {
      record.events?.splice(0, 2);
      record.events?.unshift({ timestamp: "2024-01-15T14:10:00Z", description: "First sign" });
    });
    importRecord("Grace", incoming, { replace: true });
    const after = numbers();
    expect(after.get("First sign")).toBe(19);
    for (const { description } of incoming.events?.slice(1) ?? []) {
      expect(after.get(description)).toBe(before.get(description));
    }
  });

  test("keeps board moves, also of an item that was reworded", () => {
    importRecord("Grace", sampleRecord());
    moveActionItem(viewer, { ...DONE, id: cardTitled("Implement canary").id });
    moveActionItem(viewer, { id: cardTitled("Load test").id, to: "in_progress", index: 0 });
    const incoming = changedSample((record) => {
      const [, canary, loadTest] = record.action_items ?? [];
      if (!canary || !loadTest) throw new Error("The sample has changed");
      canary.owner = "dan@company.com";
      loadTest.title = "Test the ORM under load";
    });
    importRecord("Grace", incoming, { replace: true });
    expect(cardTitled("Implement canary")).toMatchObject({
      status: "done",
      owner: "dan@company.com",
    });
    expect(cardTitled("Test the ORM")).toMatchObject({ status: "in_progress" });
    expect(listBoardCards(makeViewer())).toHaveLength(5);
    expectGaplessBoard();
  });

  test("keeps an edited item that the incoming record no longer has", () => {
    importRecord("Grace", sampleRecord());
    moveActionItem(viewer, { ...DONE, id: cardTitled("Implement canary").id });
    const incoming = changedSample((record) => void record.action_items?.splice(0, 3));
    importRecord("Grace", incoming, { replace: true });
    expect(listBoardCards(makeViewer())).toHaveLength(3);
    expect(cardTitled("Implement canary").status).toBe("done");
    expectGaplessBoard();
  });

  test("keeps what was written in the portal, after what comes in", () => {
    const open = changedSample((record) => {
      record.incident.status = "identified";
      record.incident.resolved_at = null;
    });
    importRecord("Grace", open);
    postUpdate(viewer, {
      key: KEY,
      audience: "internal",
      message: "Rolled back",
      status: "resolved",
    });
    const before = exported();
    const incoming = { ...open, incident: { ...open.incident, title: "Payments", status: "new" } };
    importRecord("Grace", incoming, { replace: true });
    expect(exported()).toStrictEqual({
      ...before,
      incident: { ...before.incident, title: "Payments" },
    });
  });

  test("knows portal entries again when they come back in an edited export", () => {
    importRecord("Grace", sampleRecord());
    addEvent(viewer, { key: KEY, type: "investigation", description: "Looked again" });
    const incoming = exported();
    incoming.incident.title = "Payments";
    importRecord("Grace", incoming, { replace: true });
    expect(exported()).toStrictEqual(incoming);
    expect(listEventRows(storedId())).toHaveLength(19);
  });

  test("refuses to break a rule together with what the portal holds", () => {
    importRecord(
      "Grace",
      changedSample((record) => void record.events?.pop()),
    );
    addEvent(viewer, { key: KEY, type: "investigation", description: "Looked again" });
    const before = exported();
    const events = Array.from({ length: 10_000 }, (_, i) => ({
      timestamp: "2024-01-15T14:10:00Z",
      description: `Step ${i}`,
    }));
    expect(() => importRecord("Grace", { ...sampleRecord(), events }, { replace: true })).toThrow(
      "this breaks a rule: events: has 10,001 entries",
    );
    expect(exported()).toEqual(before);
  });
});

describe("previewImport", () => {
  test("tells a new record, with what it holds", () => {
    expect(previewImport(makeViewer(), sampleRecord())).toEqual({
      state: "new",
      differences: [],
      summary: {
        key: KEY,
        title: "Payment Service Degradation",
        severity: "SEV1",
        status: "resolved",
        counts: { events: 18, communications: 5, actionItems: 5, participants: 4 },
        sections: ["impact", "signals", "context", "resolution"],
        publishable: 4,
      },
    });
    expect(counts().every((count) => count === 0)).toBe(true);
  });

  test("tells one that is stored, and one that differs", () => {
    importRecord("Grace", sampleRecord());
    expect(previewImport(makeViewer(), sampleRecord())).toMatchObject({
      state: "unchanged",
      differences: [],
    });
    const incoming = changedSample((record) => {
      record.incident.commander = "Dan";
      record.events?.reverse();
    });
    expect(previewImport(makeViewer(), incoming)).toMatchObject({
      state: "differs",
      differences: [
        'incident.commander: "Jane Smith" → "Dan"',
        "events: the same entries in another order",
      ],
    });
  });
});
