import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  publishCommunication,
  publishRecordCommunications,
  retractUpdate,
} from "@/db/mutations/status-page";
import { findPublicId, listPublishable } from "@/db/queries/status-page";
import { auditLog, communications, incidents, publicUpdates } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { activeIncidents, publicIncident, publicSite } from "../support/public-incident";
import { makeViewer } from "../support/make";
import { makeCommunication, makeEventRow, makeIncidentRow } from "../support/make-publication";

freshDatabase();

const TEN = Date.UTC(2026, 0, 5, 10);
const MINUTE = 60_000;

const publicPage = (incidentId: number) => publicIncident(findPublicId(incidentId));

describe("publishCommunication", () => {
  test("shows the title, the time, the status and the text without its leading word", () => {
    const { id } = makeIncidentRow({ title: "Payments fail" });
    const message = makeCommunication(id, { at: TEN, message: "Identified - A bad change." });

    publishCommunication("Grace", message.id, "identified");

    expect(publicPage(id)).toMatchObject({
      title: "Payments fail",
      status: "identified",
      startedAt: TEN,
      resolvedAt: null,
      updates: [{ status: "identified", body: "A bad change.", at: TEN }],
    });
    expect(findPublicId(id)).toMatch(/^[0-9a-z]{12}$/);
  });

  test("does nothing the second time", () => {
    const { id } = makeIncidentRow();
    const message = makeCommunication(id);

    publishCommunication("Grace", message.id, "investigating");
    const before = publicPage(id);
    publishCommunication("Grace", message.id, "resolved");

    expect(publicPage(id)).toEqual(before);
    expect(db().select().from(auditLog).all()).toHaveLength(1);
  });

  test.each([
    ["internal", "status_page"],
    ["stakeholders", "stakeholders"],
    ["External", "status_page"],
    ["everyone", "status_page"],
    [null, "status_page"],
    ["external", "twitter"],
    ["external", null],
  ])("refuses the audience %s on the channel %s", (audience, channel) => {
    const { id } = makeIncidentRow();
    const message = makeCommunication(id, { audience, channel });

    expect(() => publishCommunication("system", message.id, "investigating")).toThrow(
      "Only a message written for the public status page can be published.",
    );
    expect(activeIncidents()).toEqual([]);
  });

  test("says so when the message is not there", () => {
    expect(() => publishCommunication("Grace", 404, "resolved")).toThrow("not there");
  });

  test("keeps a word that the public page does not know away from it", () => {
    const { id } = makeIncidentRow();
    publishCommunication("Grace", makeCommunication(id).id, "identified");
    publishCommunication("Grace", makeCommunication(id).id, "CANARY");

    expect(publicPage(id)?.updates.map(({ status }) => status)).toEqual([
      "identified",
      "identified",
    ]);
  });

  test("needs an admin where security was breached", () => {
    const { id } = makeIncidentRow({ impact: { security_breach: true } });
    const message = makeCommunication(id);
    const publish = (publisher: Parameters<typeof publishCommunication>[0]) => () =>
      publishCommunication(publisher, message.id, "investigating");

    expect(publish("Grace")).toThrow("Only an admin");
    expect(publish(makeViewer())).toThrow("Only an admin");
    expect(publicPage(id)).toBeUndefined();

    publish(makeViewer({ name: "Ada", role: "admin" }))();
    expect(publicPage(id)?.updates).toHaveLength(1);
  });

  test("leaves a record of who published what", () => {
    const { id, key } = makeIncidentRow();
    const message = makeCommunication(id);

    publishCommunication(makeViewer(), message.id, "investigating");

    expect(db().select().from(auditLog).all()).toMatchObject([
      {
        actor: "Grace",
        action: "incident:publish",
        object: `incident ${key}`,
        detail: { communication: message.seq },
      },
    ]);
  });

  test("says when the next update is due: as the writer set it, else as the text promises", () => {
    const { id } = makeIncidentRow();
    const message = "We look. Next update in 15 minutes.";
    const set = makeCommunication(id, { at: TEN, message, nextUpdateDueAt: TEN + 5 * MINUTE });
    const promised = makeCommunication(id, { at: TEN + MINUTE, message });
    const silent = makeCommunication(id, { at: TEN + 2 * MINUTE });

    for (const each of [set, promised, silent]) publishCommunication("Grace", each.id, "");

    expect(publicPage(id)?.updates.map(({ nextUpdateDueAt }) => nextUpdateDueAt)).toEqual([
      null,
      TEN + 16 * MINUTE,
      TEN + 5 * MINUTE,
    ]);
  });

  test("keeps the title that was published when the incident's own changes", () => {
    const { id } = makeIncidentRow({ title: "Payments fail" });
    publishCommunication("Grace", makeCommunication(id).id, "investigating");
    db().update(incidents).set({ title: "CANARY" }).where(eq(incidents.id, id)).run();

    publishCommunication("Grace", makeCommunication(id).id, "identified");

    expect(publicPage(id)?.title).toBe("Payments fail");
  });
});

describe("publishRecordCommunications", () => {
  test("publishes what was written for the status page, and nothing else", () => {
    const { id } = makeIncidentRow();
    makeCommunication(id, { message: "CANARY", audience: "internal" });
    makeCommunication(id, { message: "CANARY", channel: "slack_exec" });
    makeCommunication(id, { message: "CANARY", audience: null });
    makeCommunication(id, { at: TEN, message: "Investigating - We look." });
    makeCommunication(id, { at: TEN + 9 * MINUTE, message: "Resolved - It works." });

    expect(publishRecordCommunications("system", id)).toBe(2);

    expect(publicPage(id)).toMatchObject({
      status: "resolved",
      startedAt: TEN,
      resolvedAt: TEN + 9 * MINUTE,
      updates: [
        { status: "resolved", body: "It works." },
        { status: "investigating", body: "We look." },
      ],
    });
    expect(JSON.stringify(publicSite())).not.toContain("CANARY");
  });

  test("publishes nothing twice", () => {
    const { id } = makeIncidentRow();
    makeCommunication(id);
    publishRecordCommunications("system", id);
    const before = publicPage(id);

    expect(publishRecordCommunications("system", id)).toBe(0);
    expect(publicPage(id)).toEqual(before);
  });

  test("recognises its updates after the record was replaced", () => {
    const { id } = makeIncidentRow();
    const first = makeCommunication(id, { at: TEN, message: "Investigating - We look." });
    publishRecordCommunications("system", id);
    const before = publicPage(id);

    db().delete(communications).where(eq(communications.id, first.id)).run();
    makeCommunication(id, { at: TEN, message: "Investigating - We look." });
    publishRecordCommunications("system", id);

    expect(publicPage(id)).toMatchObject({ id: before?.id, updates: before?.updates });
    expect(db().select().from(publicUpdates).all()).toHaveLength(1);
  });

  test("takes the status from the event of the same moment", () => {
    const { id } = makeIncidentRow();
    makeCommunication(id, { at: TEN, message: "A fix is out." });
    makeEventRow(id, {
      at: TEN,
      type: "communication",
      metadata: { channel: "status_page", status: "monitoring" },
    });
    makeEventRow(id, {
      at: TEN,
      type: "communication",
      metadata: { channel: "slack_exec", status: "resolved" },
    });

    publishRecordCommunications("system", id);

    expect(publicPage(id)?.status).toBe("monitoring");
  });
});

describe("listPublishable", () => {
  test("says which messages are on the public page already", () => {
    const { id } = makeIncidentRow();
    const first = makeCommunication(id, { at: TEN });
    makeCommunication(id, { at: TEN + MINUTE });
    publishCommunication("Grace", first.id, "investigating");

    expect(listPublishable(id).map(({ updateId }) => updateId !== null)).toEqual([true, false]);
  });
});

describe("retractUpdate", () => {
  test("takes the update away and goes back to the status before", () => {
    const { id, key } = makeIncidentRow();
    makeCommunication(id, { at: TEN, message: "Investigating - We look." });
    makeCommunication(id, { at: TEN + MINUTE, message: "Resolved - CANARY" });
    publishRecordCommunications("system", id);
    const [newest] = publicPage(id)?.updates ?? [];

    retractUpdate(makeViewer(), newest?.id ?? "");

    expect(publicPage(id)).toMatchObject({ status: "investigating", resolvedAt: null });
    expect(JSON.stringify(publicSite())).not.toContain("CANARY");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "incident:retract",
      object: `incident ${key}`,
    });
  });

  test("takes the incident away with its last update, and only says that it is gone", () => {
    const { id } = makeIncidentRow();
    const message = makeCommunication(id);
    publishCommunication("Grace", message.id, "investigating");
    const page = publicPage(id);

    retractUpdate(makeViewer(), page?.updates[0]?.id ?? "");

    expect(findPublicId(id)).toBeUndefined();
    expect(publicSite()).toMatchObject({ incidents: [], withdrawn: [page?.id] });

    publishCommunication("Grace", message.id, "investigating");
    expect(publicSite()).toMatchObject({
      incidents: [{ id: page?.id, title: page?.title }],
      withdrawn: [],
    });
  });

  test("says so when the update is not there", () => {
    expect(() => retractUpdate(makeViewer(), "000000000000")).toThrow("not on the status page");
  });
});
