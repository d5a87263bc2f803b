import Ajv2020 from "ajv/dist/2020";
import { describe, expect, test } from "vitest";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import type { Site } from "@/lib/domain/site";
import { v2Answers, v2Page } from "@/lib/status-page/v2";
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
    expect([...answers.keys()].toSorted()).toEqual(Object.keys(SHAPES).toSorted());
    for (const [path, answer] of answers) {
      expect(problems(SHAPES[path] ?? "", answer), path).toEqual([]);
    }
    expect(problems("incidentsResponse", v2Page(site, 2))).toEqual([]);
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
