import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { declareIncident, reopenIncident, resolveIncident } from "@/db/mutations/incidents";
import {
  auditLog,
  events,
  incidents,
  incidentServices,
  participants,
  people,
  services,
} from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const minute = 60_000;
const stored = (key: string) => db().select().from(incidents).where(eq(incidents.key, key)).get();
const timeline = () => db().select().from(events).all();

describe("declareIncident", () => {
  test("opens an incident under the next key of its year", () => {
    expect(makeIncident()).toBe("INC-2026-0001");
    expect(makeIncident()).toBe("INC-2026-0002");
    expect(makeIncident({}, Date.UTC(2027, 0, 1))).toBe("INC-2027-0001");
    expect(stored("INC-2026-0002")).toMatchObject({
      title: "Checkout is slow",
      severity: "SEV2",
      status: "investigating",
      declaredAt: NOON,
      declaredAtText: "2026-01-05T12:00:00Z",
      resolvedAt: null,
      origin: "portal",
      source: null,
    });
  });

  test("declares one incident when the same form is sent twice", () => {
    const first = makeIncident({ submissionKey: "once" });
    const second = makeIncident({ submissionKey: "once", title: "Sent again" });

    expect(second).toBe(first);
    expect(db().select().from(incidents).all()).toHaveLength(1);
    expect(timeline()).toHaveLength(1);
  });

  test("tells the timeline who declared what", () => {
    makeIncident({ severity: "SEV1", summary: "Cards are refused." });

    expect(timeline()).toMatchObject([
      {
        seq: 1,
        at: NOON,
        timestamp: "2026-01-05T12:00:00Z",
        type: "declaration",
        actor: "Grace",
        description: "SEV1 declared. Cards are refused.",
        metadata: { severity: "SEV1" },
        origin: "system",
      },
    ]);
  });

  test("names the commander among the participants and in the directory", () => {
    makeIncident({ commander: "Jane Smith" });

    expect(db().select().from(participants).all()).toMatchObject([
      { name: "Jane Smith", role: "Incident Commander", ordinal: 0, origin: "portal" },
    ]);
    expect(
      db()
        .select()
        .from(people)
        .all()
        .map(({ name }) => name),
    ).toEqual(["Grace", "Jane Smith"]);
  });

  test("goes without a commander when nobody is named", () => {
    makeIncident();
    expect(db().select().from(participants).all()).toEqual([]);
  });

  test("finds its services again, each once", () => {
    makeIncident({ service: "checkout", affectedServices: ["billing", "checkout"] });
    makeIncident({ service: "billing" });

    expect(
      db()
        .select()
        .from(services)
        .all()
        .map(({ name }) => name),
    ).toEqual(["checkout", "billing"]);
    expect(db().select().from(incidentServices).all()).toHaveLength(3);
  });

  test("leaves an audit row", () => {
    makeIncident();
    expect(db().select().from(auditLog).all()).toMatchObject([
      { actor: "Grace", action: "incident:declare", object: "incident INC-2026-0001" },
    ]);
  });

  test("writes nothing when any part of it fails", () => {
    db().run(
      "create trigger refuse before insert on audit_log begin select raise(abort, 'no'); end",
    );
    const declaration = { title: "Lost", severity: "SEV4", submissionKey: "lost" } as const;

    expect(() => declareIncident(makeViewer(), declaration, NOON)).toThrow();
    expect(db().select().from(incidents).all()).toEqual([]);
    expect(timeline()).toEqual([]);
  });
});

describe("resolveIncident", () => {
  test("sets the end and tells the timeline", () => {
    const key = makeIncident();
    resolveIncident(makeViewer({ name: "Ada" }), { key }, NOON + 30 * minute + 400);

    expect(stored(key)).toMatchObject({
      status: "resolved",
      resolvedAt: NOON + 30 * minute,
      resolvedAtText: "2026-01-05T12:30:00Z",
      version: 2,
    });
    expect(timeline()[1]).toMatchObject({ seq: 2, type: "resolution", actor: "Ada" });
    expect(db().select().from(auditLog).all()[1]).toMatchObject({ action: "incident:resolve" });
  });

  test("refuses an incident that is over", () => {
    const key = makeIncident();
    resolveIncident(makeViewer(), { key }, NOON + minute);

    expect(() => resolveIncident(makeViewer(), { key }, NOON + 2 * minute)).toThrow(
      "INC-2026-0001 is resolved already. Reopen it if it is not over.",
    );
    expect(timeline()).toHaveLength(2);
  });

  test("refuses an end before the declaration", () => {
    const key = makeIncident();
    expect(() => resolveIncident(makeViewer(), { key }, NOON - minute)).toThrow("yet to come");
    expect(stored(key)?.status).toBe("investigating");
  });

  test("says so when there is no such incident", () => {
    expect(() => resolveIncident(makeViewer(), { key: "INC-2026-9999" })).toThrow(
      "There is no incident INC-2026-9999.",
    );
  });
});

describe("reopenIncident", () => {
  test("takes the end back and keeps why", () => {
    const key = makeIncident();
    resolveIncident(makeViewer(), { key }, NOON + minute);
    reopenIncident(makeViewer(), { key, reason: "Errors are back." }, NOON + 5 * minute);

    expect(stored(key)).toMatchObject({
      status: "investigating",
      resolvedAt: null,
      resolvedAtText: null,
      version: 3,
    });
    expect(timeline()[2]).toMatchObject({
      type: "reopening",
      description: "Incident reopened: Errors are back.",
      metadata: { resolved_at_before: "2026-01-05T12:01:00Z" },
    });
    expect(db().select().from(auditLog).all()[2]).toMatchObject({
      action: "incident:reopen",
      detail: { reason: "Errors are back." },
    });
  });

  test("refuses an incident that is open", () => {
    const key = makeIncident();
    expect(() => reopenIncident(makeViewer(), { key, reason: "Why not" })).toThrow(
      "INC-2026-0001 is open already.",
    );
  });
});
