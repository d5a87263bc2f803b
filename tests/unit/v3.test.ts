import Ajv2020 from "ajv/dist/2020";
import { describe, expect, test } from "vitest";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import type { Site } from "@/lib/domain/site";
import { dataFiles } from "@/lib/status-page/files";
import { openApi } from "@/lib/status-page/openapi";
import { v3Pages, v3Summary } from "@/lib/status-page/v3";
import { V3_SHAPES } from "@/lib/status-page/v3-shapes";
import { v3Uptime } from "@/lib/status-page/v3-uptime";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
  makeSiteUpdate,
  MINUTE,
} from "@/tests/support/make-site";

const NOW = Date.UTC(2026, 4, 2, 12);
const HOUR = 60 * MINUTE;
const standing = { now: NOW, staleSince: undefined };
const group = makeSiteComponent({ name: "Europe", isGroup: true });
const inside = makeSiteComponent({
  groupId: group.id,
  status: "major_outage",
  startDate: "2026-05-01",
  states: [
    { status: "major_outage", at: NOW - 24 * HOUR },
    { status: "operational", at: NOW - 23 * HOUR },
    { status: "partial_outage", at: NOW - HOUR },
  ],
});
const change = { componentId: inside.id, before: "operational", after: "major_outage" } as const;
const incident = makeSiteIncident({
  startedAt: NOW - 24 * HOUR,
  updates: [makeSiteUpdate("investigating", { changes: [change], nextUpdateDueAt: NOW })],
});
const reported = makeSiteIncident({
  status: "resolved",
  resolvedAt: NOW,
  updates: [makeSiteUpdate("resolved", { correctedAt: NOW })],
  report: { id: "reportreport", body: "## Why", note: "Put right", at: 5, updatedAt: 5 },
});
const maintenance = makeMaintenance({ cancelledAt: NOW });
const full = makeSite({
  components: [group, inside, makeSiteComponent({ isShowcased: false })],
  incidents: [incident, reported],
  maintenances: [maintenance, makeMaintenance()],
});

const description: { components: { schemas: Record<string, object> }; paths: object } = JSON.parse(
  JSON.stringify(openApi(full)),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: "api", ...description });

function problems(shape: string, text: string) {
  const validate = ajv.getSchema(`api#/components/schemas/${shape}`);
  if (!validate) throw new Error(`The description has no ${shape}.`);
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

const SHAPES: [RegExp, keyof typeof V3_SHAPES][] = [
  [/^api\/v3\/summary/, "Summary"],
  [/^api\/v3\/(incidents|maintenances)/, "Entries"],
  [/^api\/v3\/components/, "Uptime"],
  [/^incidents\//, "Entry"],
];

const STATES: [string, Site][] = [
  ["nothing", makeSite({ components: [] })],
  ["everything", full],
  ...COMPONENT_STATUSES.map((status): [string, Site] => [
    status,
    makeSite({ components: [makeSiteComponent({ status })] }),
  ]),
  [
    "500 components",
    makeSite({ components: Array.from({ length: 500 }, () => makeSiteComponent()) }),
  ],
];

describe("our own API", () => {
  test.each(STATES)("answers as it is described, with %s", (_, site) => {
    for (const { path, body } of dataFiles(site, standing)) {
      const [, shape] = SHAPES.find(([pattern]) => pattern.test(path)) ?? [];
      if (shape && path.endsWith(".json") && !path.endsWith("openapi.json")) {
        expect(problems(shape, body), path).toEqual([]);
        expect(() => V3_SHAPES[shape].parse(JSON.parse(body)), path).not.toThrow();
      }
    }
  });

  test("describes every answer that it gives", () => {
    const paths = Object.keys(description.paths).map((path) =>
      path.replace("{id}", incident.id).replace("{number}", "1").slice(1),
    );
    const given = dataFiles(full, standing).flatMap(({ path }) =>
      /^api\/v[23]\/[^?]*$/.test(path) && !path.endsWith("openapi.json")
        ? [path.replace(/components\/\w{12}/, `components/${incident.id}`)]
        : [],
    );
    expect(paths).toEqual(expect.arrayContaining(given));
  });

  test("leaves room in its description for fields to come", () => {
    expect(JSON.stringify(description)).not.toContain("additionalProperties");
  });

  test("says since when nothing new is known", () => {
    expect(v3Summary(full, { now: NOW, staleSince: 0 }).stale_since).toBe(
      "1970-01-01T00:00:00.000Z",
    );
  });

  test("sums up what is the case, with uptime where it is shown", () => {
    const { components, incidents, maintenances, status } = v3Summary(full, standing);
    expect(status).toEqual({ indicator: "major", description: "Partial System Outage" });
    expect(components.map((one) => [one.status, one.uptime?.percent])).toEqual([
      ["major_outage", undefined],
      ["major_outage", 96.38],
      ["operational", undefined],
    ]);
    expect(incidents.map(({ id }) => id)).toEqual([incident.id]);
    expect(maintenances).toHaveLength(1);
  });
});

describe("a list", () => {
  const incidents = Array.from({ length: 120 }, (_, i) => makeSiteIncident({ createdAt: i }));
  const pagesOf = (site: Site) => v3Pages(site).filter(({ path }) => path.startsWith("incidents"));

  test("is walked from the newest to the oldest, and has each once", () => {
    const pages = new Map(
      pagesOf(makeSite({ incidents })).map(({ path, answer }) => [
        `https://status.example.com/api/v3/${path}.json`,
        answer(),
      ]),
    );
    const seen: string[] = [];
    let next: string | null = "https://status.example.com/api/v3/incidents.json";
    while (next !== null) {
      const page = pages.get(next);
      seen.push(...(page?.entries.map(({ id }) => id) ?? []));
      next = page?.next ?? null;
    }
    expect(seen).toEqual(incidents.map(({ id }) => id).toReversed());
    expect(pages.size).toBe(3);
  });

  test("keeps its full pages as they are when something new is announced", () => {
    const olderOf = (site: Site) =>
      pagesOf(site)
        .filter(({ isNewest }) => !isNewest)
        .map(({ path, answer }) => [path, answer()]);
    const more = [makeSiteIncident({ createdAt: 999 }), ...incidents];
    expect(olderOf(makeSite({ incidents: more }))).toEqual(olderOf(makeSite({ incidents })));
  });
});

describe("a component's uptime", () => {
  test("tells of each day how long it was down, and what was announced", () => {
    const { days, percent, since } = v3Uptime(full, inside, NOW);
    expect(since).toBe("2026-05-01");
    expect(days).toHaveLength(90);
    expect(days.at(0)).toMatchObject({ outage: null, percent: null, entries: [] });
    expect(days.at(-2)).toMatchObject({
      day: "2026-05-01",
      outage: { major: 3600, partial: 0 },
      percent: 95.83,
      entries: [{ id: incident.id }],
    });
    expect(days.at(-1)).toMatchObject({ outage: { major: 0, partial: 3600 }, percent: 97.5 });
    expect(percent).toBe(96.38);
  });

  test("names maintenance on the days for which it is planned", () => {
    const planned = makeMaintenance({
      scheduledFor: NOW - HOUR,
      scheduledUntil: NOW + HOUR,
      updates: [makeSiteUpdate("scheduled", { changes: [change] })],
    });
    const site = makeSite({ components: [inside], maintenances: [planned] });
    const { days } = v3Uptime(site, inside, NOW);
    expect(days.filter(({ entries }) => entries.length > 0).map(({ day }) => day)).toEqual([
      "2026-05-02",
    ]);
  });
});
