import { eq, ne } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { loadDemoOnce } from "@/db/demo/load";
import { ensureFirstAccounts } from "@/db/mutations/first-accounts";
import { importRecord } from "@/db/mutations/import";
import { runDueMaintenance } from "@/db/mutations/maintenance-clock";
import { scheduleMaintenance } from "@/db/mutations/maintenances";
import { confirmAlias } from "@/db/mutations/people";
import { removeDemo } from "@/db/mutations/removal";
import { listBoardCards } from "@/db/queries/action-items";
import {
  actionItemChanges,
  actionItemComments,
  actionItems,
  components,
  incidents,
  people,
  postmortemComments,
  postmortemReviewers,
  postmortemStates,
  publicUpdates,
  services,
  teams,
} from "@/db/schema";
import { postUpdate } from "@/db/mutations/updates";
import { listComponents } from "@/db/queries/components";
import { listCurrentMaintenances, listPastMaintenances } from "@/db/queries/maintenances";
import { listTeams } from "@/db/queries/teams";
import { columnOf } from "@/lib/domain/board";
import { promisesOf } from "@/lib/domain/promises";
import { choicesOf, exportRecord, recordOf } from "@/db/queries/record";
import { freshDatabase } from "@/tests/support/database";
import { activeIncidents, publicSite } from "@/tests/support/public-incident";
import { makeRecord, makeViewer, sampleRecord } from "@/tests/support/make";
import { makeIncident, NOON } from "@/tests/support/make-incident";
import { makePlan } from "@/tests/support/make-maintenance";

freshDatabase();
const DEMO_START = {
  adminEmail: undefined,
  adminPassword: undefined,
  demo: true,
  demoPassword: "a demo password",
};
const viewer = makeViewer();
const NOW = Date.UTC(2026, 5, 1, 9, 30);
const keys = () =>
  db()
    .select()
    .from(incidents)
    .all()
    .map(({ key }) => key);

describe("loadDemoOnce", () => {
  test("brings the sample and a life around it, with one update due in a few minutes", () => {
    loadDemoOnce(NOW);
    expect(keys()).toContain("INC-2024-0142");
    expect(keys().length).toBeGreaterThan(10);

    const open = db().select().from(incidents).where(ne(incidents.status, "resolved")).all();
    const due = open
      .flatMap(({ id }) => promisesOf(recordOf(id), choicesOf(id)))
      .filter(({ state }) => state === "open")
      .map(({ dueAt }) => (dueAt - NOW) / 60_000);
    expect(due.some((minutes) => minutes > 2 && minutes < 15)).toBe(true);
  });

  test("brings components that customers know, with what its incidents did to them", () => {
    loadDemoOnce(NOW);
    const shown = publicSite().components.filter(({ isGroup }) => !isGroup);
    expect(shown.map(({ name }) => name)).toContain("Payments");
    const hurt = shown.filter(({ status }) => status !== "operational");
    expect(hurt.map(({ name, status }) => [name, status])).toEqual([
      ["Payments", "partial_outage"],
      ["Notifications", "degraded_performance"],
    ]);
    expect(activeIncidents().flatMap(({ updates }) => updates.at(-1)?.changes ?? [])).toHaveLength(
      2,
    );
  });

  test("brings maintenance that went well, and some to come", () => {
    loadDemoOnce(NOW);
    expect(listPastMaintenances(1)).toMatchObject([
      { title: "New search index", status: "completed", components: [{ name: "Search" }] },
    ]);
    const [planned] = listCurrentMaintenances();
    expect(planned?.scheduledFor).toBeGreaterThan(NOW);
    expect(runDueMaintenance(NOW)).toBe(0);
  });

  test("brings postmortems in review, approved and published, with what was said of them", async () => {
    await ensureFirstAccounts(DEMO_START);
    loadDemoOnce(NOW);
    const states = db().select().from(postmortemStates).all();
    expect(states.map(({ state }) => state).toSorted()).toEqual([
      "approved",
      "in_review",
      "published",
      "published",
    ]);
    const asked = db().select().from(postmortemReviewers).all();
    expect(asked.map(({ verdict }) => verdict)).toEqual(["approved", "approved", null, null]);
    const threads = db().select().from(postmortemComments).all();
    expect(threads.filter(({ threadId }) => threadId === null)).toHaveLength(2);
    expect(threads.filter(({ resolvedAt }) => resolvedAt !== null)).toHaveLength(1);

    removeDemo("test");
    for (const table of [postmortemComments, postmortemReviewers, postmortemStates]) {
      expect(db().select().from(table).all()).toEqual([]);
    }
  });

  test("brings teams, on whose boards the items of their people and services stand", () => {
    loadDemoOnce(NOW);
    expect(listTeams().map(({ name, lead }) => [name, lead?.name])).toEqual([
      ["Apps and data", "Daniel Cho"],
      ["Payments", "Tomas Herrera"],
      ["Platform", "Samir Patel"],
    ]);
    const cards = listBoardCards(viewer);
    expect(new Set(cards.map(({ teamFrom }) => teamFrom))).toEqual(new Set(["owner", "service"]));
    const sample = cards.filter(({ incidentKey }) => incidentKey === "INC-2024-0142");
    expect(sample.map(({ team, teamFrom }) => [team, teamFrom])).toEqual(
      Array.from({ length: 5 }, () => ["Payments", "service"]),
    );
    const exported = exportRecord(viewer, "INC-2024-0142") ?? "";
    expect(JSON.parse(exported)).toEqual(sampleRecord());

    confirmAlias(viewer, { alias: "bob@company.com", name: "Bob Kim" });
    const bobs = listBoardCards(viewer).filter(({ owner }) => owner === "bob@company.com");
    expect(bobs).toMatchObject([{ team: "Platform", teamFrom: "owner" }]);
  });

  test("brings work in every column, with proofs, reasons, checks and what was said", () => {
    loadDemoOnce(NOW);
    const items = db().select().from(actionItems).all();
    expect(new Set(items.map(({ status }) => columnOf(status))).size).toBe(5);
    expect(new Set(items.map(({ evidenceKind }) => evidenceKind))).toEqual(
      new Set([null, "link", "test", "figure"]),
    );
    expect(new Set(items.map(({ checkResult }) => checkResult))).toEqual(
      new Set([null, "held", "failed"]),
    );
    expect(items.filter(({ dropReason }) => dropReason)).toHaveLength(1);
    expect(items.filter(({ snoozedUntil }) => snoozedUntil)).toHaveLength(1);
    expect(items.every(({ closedAt }) => (closedAt ?? 0) < NOW)).toBe(true);
    expect(db().select().from(actionItemComments).all().length).toBeGreaterThan(5);

    removeDemo("test");
    for (const table of [teams, actionItemComments, actionItemChanges]) {
      expect(db().select().from(table).all()).toEqual([]);
    }
  });

  test("loads nothing a second time, and nothing that was removed", () => {
    loadDemoOnce(NOW);
    removeDemo("test");
    loadDemoOnce(NOW);
    expect(keys()).toEqual([]);
  });

  test("keeps out of a database that is in use", () => {
    importRecord("test", makeRecord());
    loadDemoOnce(NOW);
    expect(keys()).toEqual(["INC-2026-0001"]);
  });
});

describe("removeDemo", () => {
  test("leaves a component that a real update tells of", () => {
    loadDemoOnce(NOW);
    const [payments] = listComponents();
    const key = makeIncident();
    const states = { [payments?.id ?? 0]: "major_outage" } as const;
    const update = { key, message: "Payments fail.", components: states };
    postUpdate(makeViewer(), { ...update, audience: "external" }, NOW);
    removeDemo("test");
    expect(listComponents()).toMatchObject([{ name: "Payments", status: "major_outage" }]);
  });

  test("leaves a component that real maintenance is about", () => {
    loadDemoOnce(NOW);
    const search = listComponents().find(({ name }) => name === "Search");
    const components = { [search?.id ?? 0]: "under_maintenance" } as const;
    scheduleMaintenance(makeViewer(), makePlan({ components }), NOON);
    removeDemo("test");
    expect(listComponents().map(({ name }) => name)).toEqual(["Search"]);
    expect(listCurrentMaintenances()).toMatchObject([{ title: "New database" }]);
  });

  test("takes all of the demo, and nothing that is real", () => {
    loadDemoOnce(NOW);
    importRecord("test", makeRecord({ participants: [{ name: "Mallory Real" }] }));
    removeDemo("test");
    expect(keys()).toEqual(["INC-2026-0001"]);
    expect(db().select().from(publicUpdates).all()).toEqual([]);
    expect(db().select().from(components).all()).toEqual([]);
    expect(db().select().from(services).where(eq(services.isDemo, true)).all()).toEqual([]);
    expect(
      db()
        .select()
        .from(people)
        .all()
        .map(({ name }) => name),
    ).toEqual(["Mallory Real"]);
  });
});
