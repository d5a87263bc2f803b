import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, replaceDatabase } from "@/db/client";
import { moveActionItem } from "@/db/mutations/action-items";
import { categorizeFactor } from "@/db/mutations/factor-choices";
import { measureStale } from "@/db/mutations/figures";
import { importRecord } from "@/db/mutations/import";
import { mergeIncident } from "@/db/mutations/merges";
import { pickMilestone } from "@/db/mutations/milestones";
import { openDatabase } from "@/db/open";
import { listBoardCards } from "@/db/queries/action-items";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { listForExport } from "@/db/queries/incidents";
import { getInsights } from "@/db/queries/insights/insights";
import { exportRecord, findIncidentByKey } from "@/db/queries/record";
import { incidents, postmortemEditions, postmortems } from "@/db/schema";
import { parseInsightFilters } from "@/lib/domain/insights/filters";
import type { Viewer } from "@/lib/domain/viewer";
import { makeViewer } from "../support/make";
import { FACTORS, manyRecords } from "../support/many-records";
import { recount, type Exported } from "../support/recount";

const admin = makeViewer({ role: "admin" });
const responder = makeViewer();
const NOW = Date.UTC(2025, 11, 31, 12);
const MANY = 150;
const picked = new Map<string, number>();
const published = new Map<string, number>();
const chosen = new Map<string, Record<string, string>>();

beforeAll(() => {
  replaceDatabase(openDatabase(":memory:"));
  const records = manyRecords(MANY);
  for (const record of records) importRecord("Grace", record);
  const keys = records.map(({ incident }) => incident.id);
  for (const [index, key] of keys.entries()) {
    if (index % 9 === 0) set(key, { isDrill: true });
    if (index % 11 === 0) set(key, { isPrivate: true });
    if (index % 4 === 0) pickOther(key);
    if (index % 5 === 0) publish(key, index);
    if (index % 3 === 0) chooseCategory(key);
  }
  for (const [index, key] of keys.slice(0, 5).entries()) {
    const other = keys[140 + index] ?? "";
    set(key, { isPrivate: false, isDrill: false });
    set(other, { isPrivate: false, isDrill: false, resolvedAt: null, status: "investigating" });
    mergeIncident(admin, { key: other, other: key }, NOW);
  }
  const open = listBoardCards(admin).filter(({ status }) => status === "open");
  for (const [index, { id }] of open.slice(0, 40).entries()) {
    finish(id, Date.UTC(2025, index % 12, 20, 23));
  }
  while (measureStale(50) > 0);
}, 120_000);
afterAll(() => replaceDatabase(undefined));

function set(key: string, to: Partial<typeof incidents.$inferInsert>) {
  db().update(incidents).set(to).where(eq(incidents.key, key)).run();
}

/** Takes an earlier mitigation than the usual one, where there is one after the detection. */
function pickOther(key: string) {
  const milestones = getIncidentDetail(admin, key)?.milestones ?? [];
  const source = (milestone: string) => milestones.find(({ name }) => name === milestone);
  const [detected, mitigated] = [source("detected"), source("mitigated")];
  const usual = mitigated?.source?.at ?? 0;
  const other = mitigated?.candidates.find(
    ({ at }) => at < usual && at >= (detected?.source?.at ?? 0),
  );
  if (!other) return;
  pickMilestone(admin, { key, milestone: "mitigated", candidate: other.value }, NOW);
  picked.set(key, other.at);
}

function publish(key: string, index: number) {
  const incident = findIncidentByKey(admin, key);
  const publishedAt = Date.UTC(2025, 0, 1) + index * 2.5 * 86_400_000;
  const text = { body: "Done.", updatedBy: "Grace", updatedAt: publishedAt };
  const { id } = db()
    .insert(postmortems)
    .values({ incidentId: incident?.id ?? 0, ...text })
    .returning({ id: postmortems.id })
    .get();
  const edition = { number: 1, version: 1, body: "Done.", publishedBy: "Grace", publishedAt };
  db()
    .insert(postmortemEditions)
    .values({ postmortemId: id, ...edition })
    .run();
  published.set(key, publishedAt);
}

function chooseCategory(key: string) {
  const [factor] = exportOf(key).resolution?.contributing_factors ?? [];
  if (factor === undefined) return;
  categorizeFactor(admin, { key, factor, version: 0, category: "environment" }, NOW);
  chosen.set(key, { [factor]: "environment" });
}

function finish(id: number, at: number) {
  const proof = { evidenceKind: "test", evidence: "It fires" } as const;
  moveActionItem(admin, { id, to: "done", index: 0, ...proof }, at);
}

const exportOf = (key: string): Exported["record"] => JSON.parse(exportRecord(admin, key) ?? "{}");

/** What there is to be counted: the exports of the incidents that somebody may see. */
function exportsFor(viewer: Viewer) {
  const closings = new Map(listBoardCards(admin).map(({ title, closedAt }) => [title, closedAt]));
  return listForExport(viewer, { view: "all", page: 1 }, [])
    .filter(({ mergedIntoId }) => mergedIntoId === null)
    .map(({ key, isDrill }) => ({
      isDrill,
      record: exportOf(key),
      mitigatedAt: picked.get(key),
      publishedAt: published.get(key),
      categories: chosen.get(key) ?? {},
      closedAt: Object.fromEntries(closings),
    }));
}

/** The portal's numbers without the order that lists have on the page. */
function countedBy(viewer: Viewer, query: Record<string, string>) {
  const asked = { viewer, filters: parseInsightFilters(query), now: NOW };
  const { total, stale, unit, spans, times, promises, actions, ...lists } = getInsights(asked);
  expect({ stale, unit }).toEqual({ stale: 0, unit: "week" });
  const weeks = spans.flatMap(({ from, counts }) => {
    const at = Date.parse(from);
    const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * 86_400_000;
    const day = new Date(monday).toISOString().slice(0, 10);
    return Object.entries(counts).flatMap(([severity, count]) =>
      count > 0 ? [[`${day} ${severity}`, count] as const] : [],
    );
  });
  return {
    total,
    weeks: Object.fromEntries(weeks),
    times,
    promises,
    categories: Object.fromEntries(
      lists.categories.map(({ category, ...counts }) => [category, counts]),
    ),
    recurring: Object.fromEntries(
      lists.recurring.map((cause) => [FACTORS[cause.factor]?.group, cause.incidents]),
    ),
    services: Object.fromEntries(lists.services.map(({ service, ...harm }) => [service, harm])),
    actions,
  };
}

type Each = ReturnType<typeof exportsFor>[number];

const noDrill = ({ isDrill }: Each) => !isDrill;
const dayOf = ({ record }: Each) =>
  new Date(Date.parse(record.incident.declared_at)).toISOString().slice(0, 10);
const names = ({ record: { incident } }: Each, service: string) =>
  incident.service === service || (incident.affected_services ?? []).includes(service);

const CASES: [string, Record<string, string>, (each: Each) => boolean][] = [
  ["the whole time", { range: "all" }, noDrill],
  ["drills too", { range: "all", drills: "with" }, () => true],
  ["the last 90 days", {}, (each) => noDrill(each) && dayOf(each) >= "2025-10-03"],
  [
    "a quarter",
    { from: "2025-04-01", to: "2025-06-30" },
    (each) => noDrill(each) && dayOf(each) >= "2025-04-01" && dayOf(each) <= "2025-06-30",
  ],
  [
    "a few days, with few incidents",
    { from: "2025-04-01", to: "2025-04-08" },
    (each) => noDrill(each) && dayOf(each) >= "2025-04-01" && dayOf(each) <= "2025-04-08",
  ],
  [
    "one severity",
    { range: "all", severity: "SEV1" },
    (each) => noDrill(each) && each.record.incident.severity === "SEV1",
  ],
  [
    "one service",
    { range: "all", service: "billing" },
    (each) => noDrill(each) && names(each, "billing"),
  ],
  ["no incident at all", { from: "2020-01-01", to: "2020-01-31" }, () => false],
];

describe("the insights", () => {
  test.each(CASES)("are what the exports give, counted anew: %s", (_, query, isMeant) => {
    const exported = exportsFor(admin).filter(isMeant);
    expect(countedBy(admin, query)).toEqual(recount(exported, FACTORS, NOW));
  });

  test("count for each person what that person may see", () => {
    const [all, some] = [exportsFor(admin), exportsFor(responder)];
    expect(some.length).toBeLessThan(all.length);
    expect(countedBy(responder, { range: "all" })).toEqual(
      recount(some.filter(noDrill), FACTORS, NOW),
    );
  });

  test("are made of every kind of number", () => {
    const { promises, actions, recurring, times } = countedBy(admin, { range: "all" });
    const { updates, reports } = promises;
    const counts = [updates, reports, actions].flatMap((each) => Object.values(each));
    expect(counts.filter((count) => count === 0)).toEqual([]);
    expect(Object.keys(recurring).length).toBeGreaterThan(3);
    expect(times.detect.all.n).toBeLessThan(exportsFor(admin).filter(noDrill).length);
    expect(picked.size).toBeGreaterThan(0);
  });
});
