import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { measureStale } from "@/db/mutations/figures";
import { importRecord } from "@/db/mutations/import";
import { pickMilestone } from "@/db/mutations/milestones";
import { listBehind, listItemsBehind } from "@/db/queries/insights/behind";
import { getInsights } from "@/db/queries/insights/insights";
import { incidentCauses, incidentFigures, incidents } from "@/db/schema";
import type { InsightFilters } from "@/lib/domain/insights/filters";
import { askApi, makeApiToken } from "../support/ask-api";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident } from "../support/make-incident";

freshDatabase();

const viewer = makeViewer();
const key = "INC-2024-0142";
const NOW = Date.UTC(2024, 0, 20);
const ALL = { range: "all" } as const;
const asked = (filters: InsightFilters = ALL, by = viewer) => ({ viewer: by, filters, now: NOW });
const figures = () => db().select().from(incidentFigures).all();
const measureAll = () => {
  while (measureStale(10) > 0);
};
const change = (to: Partial<typeof incidents.$inferInsert>) =>
  db().update(incidents).set(to).where(eq(incidents.key, key)).run();

beforeEach(() => {
  importRecord("Grace", sampleRecord());
  measureAll();
});

describe("measureStale", () => {
  test("measures what is new, and nothing again", () => {
    expect(figures()).toMatchObject([{ isStale: false, detectMinutes: 5, resolveMinutes: 145 }]);
    expect(measureStale(10)).toBe(0);
  });

  test("measures some at a time", () => {
    makeIncident();
    makeIncident();
    makeIncident();
    expect([measureStale(2), measureStale(2), measureStale(2)]).toEqual([2, 1, 0]);
  });

  test("measures again what somebody chose otherwise", () => {
    pickMilestone(viewer, { key, milestone: "mitigated", candidate: "event:13" });
    expect(figures()).toMatchObject([{ isStale: true }]);
    measureAll();
    expect(figures()).toMatchObject([{ isStale: false, mitigateMinutes: 55 }]);
  });

  test("does not measure again for what changes no number", () => {
    change({ title: "Another title", severity: "SEV2", isPrivate: true });
    expect(measureStale(10)).toBe(0);
  });

  test("keeps an incident’s causes once, and none of one that is gone", () => {
    const causes = () => db().select().from(incidentCauses).all().length;
    const count = causes();
    change({ resolution: { contributing_factors: ["No alert"] } });
    measureAll();
    expect(count).toBeGreaterThan(1);
    expect(causes()).toBe(1);
    db().delete(incidents).run();
    expect([causes(), figures().length]).toEqual([0, 0]);
  });
});

describe("getInsights", () => {
  test("has the sample’s numbers", () => {
    expect(getInsights(asked())).toMatchObject({
      total: 1,
      stale: 0,
      spans: [{ from: "2024-01-15", to: "2024-01-15", counts: { SEV1: 1 } }],
      times: { resolve: { all: { n: 1, values: [145], met: 0 } } },
      promises: { updates: { kept: 1, missed: 1 }, reports: { open: 1 } },
    });
  });

  test("counts an incident that is not measured yet, and says that nothing else is known of it", () => {
    change({ status: "closed" });
    expect(getInsights(asked())).toMatchObject({
      total: 1,
      stale: 1,
      times: { resolve: { all: { n: 0 } } },
      promises: { updates: { kept: 0, missed: 0 } },
    });
    expect(listBehind(asked(), { set: "resolve", choice: {}, page: 1 }).total).toBe(0);
  });

  test("leaves drills out unless they are asked for", () => {
    change({ isDrill: true });
    expect(getInsights(asked()).total).toBe(0);
    expect(getInsights(asked({ ...ALL, drills: "with" })).total).toBe(1);
  });

  test("says nothing of a private incident to others than its people", () => {
    change({ isPrivate: true });
    expect(getInsights(asked())).toEqual(getInsights(asked({ service: "no such service" })));
    expect(getInsights(asked(ALL, makeViewer({ role: "admin" }))).total).toBe(1);
  });

  test("counts what turned out to be another incident there alone", () => {
    const other = makeIncident({}, NOW);
    const target = db().select().from(incidents).where(eq(incidents.key, other)).get();
    change({ mergedIntoId: target?.id ?? 0 });
    expect(getInsights(asked()).total).toBe(1);
  });

  test("knows the days, the severity and the service", () => {
    const total = (filters: InsightFilters) => getInsights(asked(filters)).total;
    expect(total({ from: "2024-01-15", to: "2024-01-15" })).toBe(1);
    expect(total({ from: "2024-01-16" })).toBe(0);
    expect(total({ to: "2024-01-14" })).toBe(0);
    expect(total({ range: "30" })).toBe(1);
    expect(total({ ...ALL, severity: "SEV1" })).toBe(1);
    expect(total({ ...ALL, severity: "SEV2" })).toBe(0);
    expect(total({ ...ALL, service: sampleRecord().incident.service ?? "" })).toBe(1);
    expect(total({ ...ALL, service: "no such service" })).toBe(0);
  });
});

describe("what is behind a number", () => {
  test("is its incidents, each with what it adds", () => {
    const behind = (set: Parameters<typeof listBehind>[1]["set"], choice = {}) =>
      listBehind(asked(), { set, choice, page: 1 });
    expect(behind("incidents")).toMatchObject({ total: 1, rows: [{ key, value: 142 }] });
    expect(behind("resolve")).toMatchObject({ total: 1, rows: [{ key, value: 145 }] });
    expect(behind("promises-missed").rows).toMatchObject([{ value: 1 }]);
    expect(behind("causes", { category: "environment" }).rows[0]?.factors).toHaveLength(1);
    expect(behind("causes", { cause: "no such cause" }).total).toBe(0);
  });

  test("is its action items", () => {
    const { actions } = getInsights(asked());
    const { total, rows } = listItemsBehind(asked(), "open", 1);
    expect(total).toBe(actions.open);
    expect(rows.every(({ incidentKey }) => incidentKey === key)).toBe(true);
  });

  test("is as many as the number says, page by page", () => {
    for (let n = 0; n < 60; n += 1) makeIncident({}, NOW);
    const page = (number: number) =>
      listBehind(asked(), { set: "incidents", choice: {}, page: number });
    expect(page(1).total).toBe(getInsights(asked()).total);
    const keys = [page(1), page(2), page(3)].flatMap(({ rows }) => rows.map((row) => row.key));
    expect(new Set(keys).size).toBe(61);
  });
});

describe("the insights over the API", () => {
  test("are the same numbers", async () => {
    globalThis.musterApiRate = undefined;
    const { token } = await makeApiToken();
    const { status, body } = await askApi("GET /insights?range=all&severity=SEV1", { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      days: { from: null, to: null },
      total: 1,
      times: { detect: { all: { values: [5] }, bySeverity: { SEV1: { n: 1 } } } },
    });
    const refused = await askApi("GET /insights?from=yesterday", { token });
    expect(refused.status).toBe(400);
  });
});
