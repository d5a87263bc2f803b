import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { linkIncidents, unlinkIncidents } from "@/db/mutations/incident-links";
import { listLinks, listOngoing } from "@/db/queries/incident-links";
import { listOthers } from "@/db/queries/named-incidents";
import { exportRecord, findIncidentByKey } from "@/db/queries/record";
import { auditLog, events, incidentLinks, incidents } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const grace = makeViewer();
const admin = makeViewer({ userId: 9, name: "Ada", role: "admin" });
const idOf = (key: string) => findIncidentByKey(admin, key)?.id ?? 0;
const linksOf = (key: string, viewer = grace) => listLinks(viewer, idOf(key));
const rowsOf = (key: string) =>
  db()
    .select()
    .from(events)
    .where(eq(events.incidentId, idOf(key)))
    .all()
    .slice(1);
const auditsOf = (key: string) =>
  db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.incidentId, idOf(key)))
    .all()
    .slice(1);
const hide = (key: string) =>
  db().update(incidents).set({ isPrivate: true }).where(eq(incidents.key, key)).run();

const two = () => [makeIncident(), makeIncident({ title: "Card payments fail" })] as const;

describe("linkIncidents", () => {
  test("shows each on the other with its note", () => {
    const [a, b] = two();
    linkIncidents(grace, { key: b, other: a, note: "The same deploy." }, NOON);
    expect(linksOf(a)).toMatchObject([
      {
        key: b,
        title: "Card payments fail",
        note: "The same deploy.",
        linkedBy: "Grace",
        linkedAt: NOON,
      },
    ]);
    expect(linksOf(b)).toMatchObject([{ key: a, note: "The same deploy." }]);
  });

  test("tells both timelines and the audit log", () => {
    const [a, b] = two();
    linkIncidents(grace, { key: a, other: b, note: "Words of a person" }, NOON);
    const row = { type: "link", actor: "Grace", origin: "system", recordedBy: null, at: NOON };
    expect(rowsOf(a)).toMatchObject([
      { ...row, description: `Linked to ${b}.`, metadata: { incident: b } },
    ]);
    expect(rowsOf(b)).toMatchObject([{ ...row, description: `Linked to ${a}.` }]);
    expect(auditsOf(a)).toMatchObject([{ action: "incident:link", actor: "Grace" }]);
    expect(auditsOf(b)).toMatchObject([{ action: "incident:link", actor: "Grace" }]);
  });

  test("links once, from whichever side and however often it is said", () => {
    const [a, b] = two();
    linkIncidents(grace, { key: a, other: b, note: "One cause" }, NOON);
    linkIncidents(grace, { key: b, other: a }, NOON);
    linkIncidents(grace, { key: a, other: b, note: "One cause" }, NOON);
    expect(db().select().from(incidentLinks).all()).toHaveLength(1);
    expect(rowsOf(a)).toHaveLength(1);
  });

  test("replaces nobody's note", () => {
    const [a, b] = two();
    linkIncidents(grace, { key: a, other: b }, NOON);
    expect(() => linkIncidents(grace, { key: b, other: a, note: "Mine" })).toThrow(
      `${a} is linked already, without a note. Remove that link first`,
    );
    unlinkIncidents(grace, { key: a, other: b });
    linkIncidents(grace, { key: a, other: b, note: "Hers" }, NOON);
    expect(() => linkIncidents(grace, { key: b, other: a, note: "Mine" })).toThrow("“Hers”");
    expect(linksOf(a)).toMatchObject([{ note: "Hers" }]);
  });

  test("understands a key in small letters, an address, and words of a title", () => {
    const [a, b] = two();
    for (const other of [
      b.toLowerCase(),
      `https://muster.example/incidents/${b}?order=newest#e-3`,
      "card pay",
    ]) {
      linkIncidents(grace, { key: a, other }, NOON);
      expect(linksOf(a).map(({ key }) => key)).toEqual([b]);
      unlinkIncidents(grace, { key: a, other: b });
    }
  });

  test("says what it found where the words are not clear", () => {
    const [a, b] = two();
    makeIncident({ title: "100% of cards" });
    expect(() => linkIncidents(grace, { key: a, other: "card" })).toThrow(
      new RegExp(`^Several incidents match “card”.*${b} Card payments fail`),
    );
    expect(() => linkIncidents(grace, { key: a, other: "0%_" })).toThrow(
      "No incident is called “0%_”.",
    );
    for (let n = 0; n < 5; n += 1) makeIncident({ title: "Card" });
    expect(() => linkIncidents(grace, { key: a, other: "card" })).toThrow(/ …$/);
  });

  test("refuses an incident to itself", () => {
    const [a] = two();
    expect(() => linkIncidents(grace, { key: a, other: a })).toThrow(
      "An incident cannot be linked to itself.",
    );
  });

  test("keeps a private incident from the other's readers", () => {
    const [open, hidden] = two();
    hide(hidden);
    expect(() => linkIncidents(grace, { key: open, other: hidden })).toThrow(
      "No incident is called",
    );
    expect(() => linkIncidents(grace, { key: open, other: "Card pay" })).toThrow("No incident");
    linkIncidents(admin, { key: open, other: hidden, note: "canary" }, NOON);

    expect(linksOf(open)).toEqual([]);
    expect(linksOf(open, admin)).toMatchObject([{ key: hidden, note: "canary" }]);
    expect(rowsOf(open)).toEqual([]);
    expect(rowsOf(hidden)).toMatchObject([{ description: `Linked to ${open}.` }]);
    expect(auditsOf(open)).toMatchObject([{ action: "incident:link", detail: null }]);
    expect(exportRecord(grace, open)).not.toContain(hidden);
    expect(listOthers(grace, idOf(open))).toEqual([]);
    expect(() => unlinkIncidents(grace, { key: open, other: hidden })).toThrow(
      "There is no incident",
    );
  });
});

describe("unlinkIncidents", () => {
  test("takes the link away on both sides and tells of it", () => {
    const [a, b] = two();
    linkIncidents(grace, { key: a, other: b }, NOON);
    unlinkIncidents(grace, { key: b, other: a }, NOON);
    expect([linksOf(a), linksOf(b)]).toEqual([[], []]);
    expect(rowsOf(a).at(-1)).toMatchObject({
      type: "link",
      description: `No longer linked to ${b}.`,
    });
    expect(auditsOf(b).at(-1)).toMatchObject({ action: "incident:unlink" });
  });

  test("changes nothing where there is no link any more", () => {
    const [a, b] = two();
    unlinkIncidents(grace, { key: a, other: b });
    expect(rowsOf(a)).toEqual([]);
  });
});

describe("listOngoing", () => {
  test("knows the incidents that are there for this person, and leaves other words as they came", () => {
    const [a, hidden] = two();
    hide(hidden);
    const context = {
      ongoing_incidents: [a, hidden, "  ", { id: a }, { id: "INC-1999-0001" }, 7, null, ["x"], {}],
    };
    expect(listOngoing(grace, context)).toMatchObject([
      { text: a, incident: { key: a } },
      { text: hidden, incident: undefined },
      { text: "INC-1999-0001", incident: undefined },
    ]);
    expect(listOngoing(grace, null)).toEqual([]);
  });
});
