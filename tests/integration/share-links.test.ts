import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { importRecord } from "@/db/mutations/import";
import { createShareLink, revokeShareLink } from "@/db/mutations/share-links";
import { findShareLink } from "@/db/queries/public/share";
import { findIncidentByKey } from "@/db/queries/record";
import { listShareLinks, listShareViews } from "@/db/queries/share-links";
import { findPublicId } from "@/db/queries/status-page";
import { auditLog, shareLinks } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { openShared, visitShared } from "../support/shared";
import { publicIncident, publicSite } from "../support/public-incident";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident } from "../support/make-incident";
import { makeIncidentRow } from "../support/make-publication";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 12);
const DAY = 86_400_000;

const createLink = (key: string, days?: number) =>
  createShareLink(makeViewer(), { key, label: "Support", days }, NOW);

describe("createShareLink", () => {
  test("gives 32 random bytes and keeps only their hash", () => {
    const { key } = makeIncidentRow();

    const { token } = createLink(key);

    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(createLink(key).token).not.toBe(token);
    const [row] = db().select().from(shareLinks).all();
    expect(row?.tokenHash).toBe(createHash("sha256").update(token).digest("hex"));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(db().select().from(auditLog).all())).not.toContain(token);
  });

  test.each([
    [undefined, 14],
    [1, 1],
    [90, 90],
    [400, 90],
    [-3, 1],
  ])("asked for %s days it works for %i", (days, lasts) => {
    const { key } = makeIncidentRow();
    const { token, expiresAt } = createLink(key, days);

    expect(expiresAt).toBe(NOW + lasts * DAY);
    expect(findShareLink(token, expiresAt - 1)?.key).toBe(key);
    expect(findShareLink(token, expiresAt)).toBeUndefined();
  });

  test("says so when there is no such incident, and leaves no link", () => {
    expect(() => createLink("INC-404")).toThrow("INC-404");
    expect(db().select().from(shareLinks).all()).toEqual([]);
  });

  test("needs an admin where security was breached", () => {
    const { key } = makeIncidentRow({ impact: { security_breach: true } });
    const link = { key, label: "Regulator" };

    expect(() => createShareLink(makeViewer({ role: "responder" }), link)).toThrow(
      "Only an admin can share an incident with a security breach.",
    );
    expect(db().select().from(shareLinks).all()).toEqual([]);
    expect(createShareLink(makeViewer({ role: "admin" }), link).token).toBeTruthy();
  });

  test("leaves a record of who made it", () => {
    const { key } = makeIncidentRow();
    createLink(key);
    expect(db().select().from(auditLog).all()).toMatchObject([
      { actor: "Grace", action: "share-link:create", object: `incident ${key}` },
    ]);
  });
});

describe("revokeShareLink", () => {
  test("ends the link at once and for good", () => {
    const { id, key } = makeIncidentRow();
    const { token } = createLink(key);
    const [link] = listShareLinks(id, NOW);

    revokeShareLink(makeViewer(), { id: link?.id ?? 0 }, NOW + 1);
    revokeShareLink(makeViewer(), { id: link?.id ?? 0 }, NOW + 2);

    expect(findShareLink(token, NOW + 1)).toBeUndefined();
    expect(listShareLinks(id, NOW)).toMatchObject([{ state: "revoked", revokedAt: NOW + 1 }]);
    expect(
      db()
        .select()
        .from(auditLog)
        .all()
        .map(({ action }) => action),
    ).toEqual(["share-link:create", "share-link:revoke"]);
  });

  test("says so when the link is not there", () => {
    expect(() => revokeShareLink(makeViewer(), { id: 404 }, NOW)).toThrow("not there");
  });
});

describe("countShareView", () => {
  test("counts openings and remembers the last", () => {
    const { id, key } = makeIncidentRow();
    const { token } = createLink(key);

    visitShared(token, NOW + 1);
    visitShared(token, NOW + 2);

    expect(listShareLinks(id, NOW)).toMatchObject([{ views: 2, lastViewedAt: NOW + 2 }]);
    expect(listShareViews(listShareLinks(id, NOW)[0]?.id ?? 0)).toEqual([
      { day: "2026-01-05", views: 2 },
    ]);
  });
});

describe("what a link opens", () => {
  test("opens the one incident of the link, and no other", () => {
    importRecord("system", sampleRecord());
    const other = makeIncidentRow();
    const { token } = createLink("INC-2024-0142");

    const shared = openShared(token, "INC-2024-0142", NOW);

    expect(shared?.expiresAt).toBe(NOW + 14 * DAY);
    expect(shared?.incident.metrics.map(({ minutes }) => minutes)).toEqual([5, 3, 70, 145, 142]);
    expect(shared?.incident.phases.map(({ name }) => name)).toHaveLength(5);
    expect(openShared(token, other.key, NOW)).toBeUndefined();
    expect(openShared("wrong", "INC-2024-0142", NOW)).toBeUndefined();
    expect(openShared(token, "INC-2024-0142", NOW + 14 * DAY)).toBeUndefined();
  });
});

describe("the shared timeline", () => {
  test("holds of the portal's rows only those that are meant for others too", () => {
    importRecord("system", sampleRecord());
    const key = "INC-2024-0142";
    const { token } = createLink(key);
    const textsOf = () =>
      openShared(token, key, NOW)?.incident.events.map(({ text }) => text) ?? [];
    const before = textsOf();
    const row = { key, type: "investigation", at: Date.UTC(2024, 0, 15, 15) };

    addEvent(makeViewer(), { ...row, description: "XCANARYX" });
    addEvent(makeViewer(), { ...row, description: "For partners", audience: "stakeholders" });
    addEvent(makeViewer(), { ...row, description: "For all", audience: "external" });

    expect(textsOf().filter((text) => !before.includes(text))).toEqual(["For partners", "For all"]);
    expect(textsOf()).toHaveLength(before.length + 2);
  });

  test("does not hold what Muster wrote by itself, but its times count", () => {
    const key = makeIncident({ summary: "XCANARYX" });
    const { token } = createLink(key);
    const shared = openShared(token, key, NOW)?.incident;
    expect(shared?.events).toEqual([]);
    expect(shared?.phases.map(({ name }) => name)).toEqual(["triage"]);
  });
});

describe("what strangers can read", () => {
  test("holds no word that was not meant for them", () => {
    const record = sampleRecord();
    const canary = "XCANARYX";
    Object.assign(record, { extra: canary });
    Object.assign(record.incident, { note: canary, commander: canary, service: canary });
    record.incident.affected_services = [canary];
    record.events?.forEach((event) => {
      Object.assign(event, { note: canary, metadata: { text: canary, [canary]: 1 } });
      if (event.type === "communication") event.description = canary;
      event.description += " alice@leak.example";
    });
    record.communications?.forEach((message) => {
      Object.assign(message, { note: canary });
      if (message.audience === "internal") message.message = canary;
    });
    record.communications?.push({
      timestamp: "2024-01-15T14:36:00Z",
      channel: "status_page",
      audience: "everybody",
      message: canary,
    });
    record.impact = { ...record.impact, revenue_impact: "high", note: canary };
    record.signals = { affected_endpoints: [canary], dependent_services: [canary] };
    record.context = {
      recent_deployments: [{ service: canary, changes: canary, version: canary }],
      on_call: { primary: canary, secondary: "bob@leak.example" },
    };
    record.resolution = {
      root_cause: canary,
      contributing_factors: [canary],
      mitigation_steps: [canary],
      permanent_fix: canary,
      customer_impact: { revenue_impact_usd: 28_500, affected_users: 12_500 },
    };
    record.action_items?.forEach((item) => Object.assign(item, { owner: canary, note: canary }));
    record.participants = [{ name: canary, role: canary }];
    importRecord("system", record, { publish: true });
    const { token } = createLink("INC-2024-0142");

    const publicId = findPublicId(findIncidentByKey(makeViewer(), "INC-2024-0142")?.id ?? 0) ?? "";
    const seen = JSON.stringify([
      openShared(token, "INC-2024-0142", NOW),
      publicIncident(publicId),
      publicSite(),
    ]);

    expect(seen).toContain("Payment Service Degradation");
    expect(seen).toContain("We are implementing a fix.");
    expect(seen).not.toMatch(/XCANARYX|leak/);
    expect(seen).not.toMatch(/28,?500|revenue/);
  });
});
