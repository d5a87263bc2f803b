import Ajv2020 from "ajv/dist/2020";
import { describe, expect, test } from "vitest";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import type { Site } from "@/lib/domain/site";
import { v2Answers } from "@/lib/status-page/v2";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
  makeSiteUpdate,
} from "@/tests/support/make-site";
import schema from "@/tests/support/statuspage-v2.schema.json";

const SHAPES: Record<string, string> = {
  summary: "summaryResponse",
  status: "statusResponse",
  components: "componentsResponse",
  incidents: "incidentsResponse",
  "incidents/unresolved": "incidentsResponse",
  "incidents/resolved": "incidentsResponse",
  "scheduled-maintenances": "maintenancesResponse",
  "scheduled-maintenances/upcoming": "maintenancesResponse",
  "scheduled-maintenances/active": "maintenancesResponse",
};

type Named = { id: string };

const INCIDENT_FIELDS =
  "id,name,status,created_at,updated_at,monitoring_at,resolved_at,impact,shortlink,started_at,page_id,incident_updates,components,reminder_intervals";
const COMPONENT_FIELDS =
  "id,name,status,created_at,updated_at,position,description,showcase,start_date,group_id,page_id,group,only_show_if_degraded,components";

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(schema, "v2");

function problems(shape: string, answer: unknown) {
  const validate = ajv.getSchema(`v2#/$defs/${shape}`);
  if (!validate) throw new Error(`The schema has no ${shape}.`);
  return validate(JSON.parse(JSON.stringify(answer))) ? [] : validate.errors;
}

const group = makeSiteComponent({ name: "Europe", isGroup: true });
const inside = makeSiteComponent({ groupId: group.id, status: "partial_outage" });
const change = { componentId: inside.id, before: "operational", after: "partial_outage" } as const;
const resolved = makeSiteIncident({
  status: "resolved",
  resolvedAt: 1,
  updates: [
    makeSiteUpdate("resolved"),
    makeSiteUpdate("monitoring"),
    makeSiteUpdate("investigating", { changes: [change], body: "<b>&</b>" }),
  ],
});

const reported = {
  ...resolved,
  report: { id: "reportreport", body: "## Why", note: null, at: 5, updatedAt: 5 },
};

const STATES: [string, Site][] = [
  ["nothing at all", makeSite({ components: [] })],
  ["all well", makeSite()],
  ...COMPONENT_STATUSES.map((status): [string, Site] => [
    status,
    makeSite({ components: [makeSiteComponent({ status }), makeSiteComponent()] }),
  ]),
  ["an incident", makeSite({ incidents: [makeSiteIncident()] })],
  [
    "groups and a resolved incident",
    makeSite({ components: [group, inside], incidents: [resolved] }),
  ],
  ["a published report", makeSite({ incidents: [reported] })],
  [
    "maintenance in every state",
    makeSite({
      maintenances: (["scheduled", "in_progress", "verifying", "completed"] as const).map(
        (status) => makeMaintenance({ status }),
      ),
    }),
  ],
  [
    "500 components",
    makeSite({ components: Array.from({ length: 500 }, () => makeSiteComponent()) }),
  ],
  ["60 incidents", makeSite({ incidents: Array.from({ length: 60 }, () => makeSiteIncident()) })],
];

describe("the Statuspage API", () => {
  test.each(STATES)("fits its schema with %s", (_, site) => {
    const answers = v2Answers(site);
    const paths = [...answers.keys()].filter((path) => !path.includes("?"));
    expect(paths.toSorted()).toEqual(Object.keys(SHAPES).toSorted());
    for (const [path, answer] of answers) {
      expect(problems(SHAPES[path.split("?")[0] ?? ""] ?? "", answer), path).toEqual([]);
    }
  });

  test("pages through all incidents, and ends with an empty page", () => {
    const incidents = Array.from({ length: 60 }, (_, i) => makeSiteIncident({ createdAt: i }));
    const answers = v2Answers(makeSite({ incidents }));
    const idsOf = (query: string) => {
      const { incidents: shown } = answers.get(`incidents${query}`) as { incidents: Named[] };
      return shown.map(({ id }) => id);
    };
    const all = incidents.map(({ id }) => id).toReversed();
    expect(idsOf("")).toEqual(all.slice(0, 50));
    expect(idsOf("?page=1")).toEqual(all.slice(0, 50));
    expect(idsOf("?page=2")).toEqual(all.slice(50));
    expect(idsOf("?page=")).toEqual([]);
  });

  test("has the fields of each object in Statuspage's order", () => {
    const site = makeSite({
      components: [group, inside],
      incidents: [resolved],
      maintenances: [makeMaintenance()],
    });
    const answers = v2Answers(site);
    const summary = answers.get("summary") as Record<string, Named[]>;
    expect(Object.keys(summary)).toEqual([
      "page",
      "components",
      "incidents",
      "scheduled_maintenances",
      "status",
    ]);
    const [incident] = (answers.get("incidents") as Record<string, Named[]>).incidents ?? [];
    expect(Object.keys(incident ?? {}).join()).toBe(INCIDENT_FIELDS);
    expect(Object.keys(summary.scheduled_maintenances?.[0] ?? {}).join()).toBe(
      INCIDENT_FIELDS.replace("reminder_intervals", "scheduled_for,scheduled_until"),
    );
    expect(Object.keys(summary.components?.[0] ?? {}).join()).toBe(COMPONENT_FIELDS);
  });

  test("says of a group what is worst in it, and counts places within their parent", () => {
    const [other, alone] = [makeSiteComponent({ groupId: group.id }), makeSiteComponent()];
    const site = makeSite({ components: [group, inside, other, alone] });
    expect(v2Answers(site).get("components")).toMatchObject({
      components: [
        { id: group.id, status: "partial_outage", position: 1, components: [inside.id, other.id] },
        { id: inside.id, position: 1, group_id: group.id },
        { id: other.id, position: 2 },
        { id: alone.id, position: 2, group_id: null },
      ],
    });
  });

  test("lists maintenance that was called off as neither planned nor going on", () => {
    const maintenances = [makeMaintenance({ cancelledAt: 1 })];
    const answers = v2Answers(makeSite({ maintenances }));
    expect(answers.get("summary")).toMatchObject({ scheduled_maintenances: [] });
    expect(answers.get("scheduled-maintenances/upcoming")).toMatchObject({
      scheduled_maintenances: [],
    });
    expect(answers.get("scheduled-maintenances")).toMatchObject({
      scheduled_maintenances: [{ status: "completed" }],
    });
  });

  test("says of an incident and of the page when an update was last corrected", () => {
    const later = Date.UTC(2026, 5, 1);
    const update = makeSiteUpdate("resolved", { updatedAt: later, correctedAt: later });
    const incident = makeSiteIncident({
      status: "resolved",
      resolvedAt: update.at,
      updates: [update],
    });
    expect(v2Answers(makeSite({ incidents: [incident] })).get("incidents")).toMatchObject({
      page: { updated_at: "2026-06-01T00:00:00.000Z" },
      incidents: [{ updated_at: "2026-06-01T00:00:00.000Z" }],
    });
  });

  test("has a published report as the newest update of its incident", () => {
    const answer = v2Answers(makeSite({ incidents: [reported] })).get("incidents/resolved");
    expect(answer).toMatchObject({
      incidents: [
        { status: "postmortem", incident_updates: [{ status: "postmortem" }, {}, {}, {}] },
      ],
    });
  });

  test("names a component within its group, and escapes what people wrote", () => {
    const site = makeSite({ components: [group, inside], incidents: [resolved] });
    const answer = JSON.stringify(v2Answers(site).get("incidents"));
    expect(answer).toContain('"name":"Europe - Payments"');
    expect(answer).toContain("&lt;b&gt;&amp;&lt;/b&gt;");
  });
});
