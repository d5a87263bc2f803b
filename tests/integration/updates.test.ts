import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { reopenIncident, resolveIncident } from "@/db/mutations/incidents";
import { postUpdate, type Update } from "@/db/mutations/updates";
import { auditLog, communications, events, incidents, publicUpdates } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const minute = 60_000;
const stored = (key: string) => db().select().from(incidents).where(eq(incidents.key, key)).get();
const messages = () => db().select().from(communications).all();
const timeline = () => db().select().from(events).all();
const published = () => db().select().from(publicUpdates).all();

function post(key: string, update: Partial<Update> = {}, now = NOON + minute) {
  const note = { key, audience: "internal", message: "The pool is full." } as const;
  return postUpdate(makeViewer(), { ...note, ...update }, now);
}

describe("postUpdate", () => {
  test("writes the message and its timeline entry with one time and one channel", () => {
    const key = makeIncident();
    expect(post(key, { nextUpdateMinutes: 30 })).toEqual({ seq: 1 });

    expect(messages()).toMatchObject([
      {
        seq: 1,
        ordinal: 0,
        at: NOON + minute,
        timestamp: "2026-01-05T12:01:00Z",
        channel: "internal_note",
        audience: "internal",
        message: "The pool is full.",
        nextUpdateDueAt: NOON + 31 * minute,
        origin: "portal",
      },
    ]);
    expect(timeline()[1]).toMatchObject({
      at: NOON + minute,
      type: "communication",
      description: "Internal note: The pool is full.",
      metadata: { channel: "internal_note", status: "investigating" },
    });
  });

  test("keeps what is not for outsiders from them", () => {
    const key = makeIncident();
    post(key);
    post(key, { audience: "stakeholders" });
    expect(published()).toEqual([]);
    expect(timeline()[2]?.description).toBe("Stakeholders told: The pool is full.");
  });

  test("publishes a message for outsiders with the new status", () => {
    const key = makeIncident();
    post(key, { audience: "external", status: "identified", message: "We are fixing it." });

    expect(published()).toMatchObject([
      { status: "identified", body: "We are fixing it.", publishedBy: "Grace" },
    ]);
    expect(stored(key)).toMatchObject({ status: "identified", version: 2 });
    expect(timeline()[1]?.description).toBe("Status page updated: Identified - We are fixing it.");
  });

  test("ends the incident when its status becomes resolved, and promises nothing more", () => {
    const key = makeIncident();
    post(key, { audience: "external", status: "resolved", nextUpdateMinutes: 15 });

    expect(stored(key)).toMatchObject({ status: "resolved", resolvedAt: NOON + minute });
    expect(timeline().map(({ type }) => type)).toEqual([
      "declaration",
      "resolution",
      "communication",
    ]);
    expect(messages()[0]?.nextUpdateDueAt).toBeNull();
  });

  test("lets outsiders be told after the end", () => {
    const key = makeIncident();
    resolveIncident(makeViewer(), { key }, NOON + minute);
    post(key, { audience: "external", status: "resolved" }, NOON + 5 * minute);

    expect(stored(key)?.resolvedAt).toBe(NOON + minute);
    expect(published()).toMatchObject([{ status: "resolved" }]);
  });

  test("refuses to open an incident again without a reason", () => {
    const key = makeIncident();
    resolveIncident(makeViewer(), { key }, NOON + minute);

    expect(() => post(key, { status: "monitoring" })).toThrow(
      "INC-2026-0001 is resolved. Reopen it first, and say why.",
    );
    expect(messages()).toEqual([]);
  });

  test("refuses a new status that was chosen on an older one", () => {
    const key = makeIncident();
    post(key, { status: "monitoring" });

    expect(() =>
      post(key, { status: "identified", seenStatus: "investigating", message: "Found it." }),
    ).toThrow(ConflictError);
    expect(stored(key)?.status).toBe("monitoring");
    expect(messages()).toHaveLength(1);
  });

  test("posts without a new status whatever has changed meanwhile", () => {
    const key = makeIncident();
    post(key, { status: "monitoring" });
    post(key, { seenStatus: "investigating", message: "Still watching." });
    expect(messages()).toHaveLength(2);
  });

  test("posts once what is sent twice, and again a minute later", () => {
    const key = makeIncident();
    const first = post(key, { audience: "external" });
    expect(post(key, { audience: "external" }, NOON + minute + 900)).toEqual(first);
    expect(published()).toHaveLength(1);

    post(key, { audience: "external" }, NOON + 3 * minute);
    expect(messages()).toHaveLength(2);
  });

  test("counts on after a reopening", () => {
    const key = makeIncident();
    post(key, { status: "resolved" });
    reopenIncident(makeViewer(), { key, reason: "Errors are back." }, NOON + 2 * minute);
    post(key, { status: "identified" }, NOON + 9 * minute);
    expect(stored(key)).toMatchObject({ status: "identified", resolvedAt: null });
  });

  test("leaves an audit row that says to whom, not what", () => {
    const key = makeIncident();
    post(key, { audience: "stakeholders" });
    expect(db().select().from(auditLog).all()[1]).toMatchObject({
      action: "incident:post-update",
      object: `incident ${key}`,
      detail: { seq: 1, audience: "stakeholders", status: "investigating" },
    });
  });
});
