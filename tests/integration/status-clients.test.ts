import Ajv2020 from "ajv/dist/2020";
import { Statuspage } from "statuspage.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { componentStates } from "@/db/schema";
import { db } from "@/db/client";
import { correctMessage } from "@/db/mutations/corrections";
import { cancelMaintenance, scheduleMaintenance } from "@/db/mutations/maintenances";
import { postUpdate, type Update } from "@/db/mutations/updates";
import { readSite } from "@/db/queries/public/site";
import { findMaintenance } from "@/db/queries/maintenances";
import type { ComponentStatus } from "@/lib/domain/component";
import type { Site } from "@/lib/domain/site";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";
import { makePlan } from "../support/make-maintenance";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
} from "../support/make-site";
import { serveData } from "../support/serve-data";
import schema from "../support/statuspage-v2.schema.json";

freshDatabase();

const MINUTE = 60_000;
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

let server: Awaited<ReturnType<typeof serveData>>;
beforeAll(async () => {
  server = await serveData();
});
afterAll(() => server.close());

const show = (site: Site, staleSince?: number) =>
  server.show({ ...site, page: { ...site.page, url: server.url } }, NOON, staleSince);
const showDatabase = () => server.show(readSite(server.url), NOON);
const read = (path: string, init?: RequestInit) => fetch(`${server.url}/${path}`, init);

/** What of the API's answers does not fit its schema. */
async function problems(): Promise<unknown[]> {
  const found = await Promise.all(
    Object.entries(SHAPES).map(async ([path, shape]) => {
      const validate = ajv.getSchema(`v2#/$defs/${shape}`);
      if (!validate) throw new Error(`The schema has no ${shape}.`);
      const answer: unknown = await (await read(`api/v2/${path}.json`)).json();
      return validate(answer) ? [] : [{ path, errors: validate.errors }];
    }),
  );
  return found.flat();
}

/** The client, which makes the address of a page from its id, led to our server. */
function statuspage() {
  const client = new Statuspage("abcdefghijkl");
  client["axios"].defaults.baseURL = `${server.url}/api/v2`;
  client["axios"].defaults.proxy = false;
  return client;
}

const withStatus = (...statuses: ComponentStatus[]) =>
  makeSite({ components: statuses.map((status) => makeSiteComponent({ status })) });

const STATES: [string, Site, string, number?][] = [
  ["none", withStatus("operational"), "none"],
  ["minor", withStatus("degraded_performance", "operational"), "minor"],
  ["major", withStatus("major_outage", "operational"), "major"],
  ["critical", withStatus("major_outage"), "critical"],
  ["maintenance", withStatus("under_maintenance", "operational"), "maintenance"],
  ["stale", withStatus("partial_outage", "operational"), "minor", NOON - MINUTE],
  ["empty", makeSite({ components: [] }), "none"],
  [
    "500 components",
    withStatus(...Array.from({ length: 500 }, () => "operational" as const)),
    "none",
  ],
];

describe.each(STATES)("a page in the state %s", (_, site, indicator, staleSince) => {
  test("answers as the schema says, and HEAD as GET", async () => {
    show(site, staleSince);
    expect(await problems()).toEqual([]);
    for (const path of Object.keys(SHAPES)) {
      const [get, head] = await Promise.all([
        read(`api/v2/${path}.json`),
        read(`api/v2/${path}.json`, { method: "HEAD" }),
      ]);
      expect(head.status).toBe(200);
      expect(head.headers.get("etag")).toBe(get.headers.get("etag"));
      expect(head.headers.get("content-type")).toBe("application/json; charset=utf-8");
      expect(head.headers.get("access-control-allow-origin")).toBe("*");
      expect(await head.text()).toBe("");
    }
  });

  test("is read by statuspage.js", async () => {
    show(site, staleSince);
    const { status } = await statuspage().status();
    expect(status.indicator).toBe(indicator);
    expect((await statuspage().components()).components).toHaveLength(site.components.length);
  });
});

describe("statuspage.js", () => {
  test("reads incidents and maintenance with their times", async () => {
    const incident = makeSiteIncident();
    const maintenance = makeMaintenance();
    show(makeSite({ incidents: [incident], maintenances: [maintenance] }));
    const client = statuspage();
    const summary = await client.summary();
    expect(summary.incidents?.[0]).toMatchObject({
      id: incident.id,
      name: incident.title,
      created_at: new Date(incident.createdAt),
    });
    expect(summary.scheduled_maintenances?.[0]).toMatchObject({
      scheduled_for: new Date(maintenance.scheduledFor),
    });
    expect((await client.allIncidents()).incidents).toHaveLength(1);
    expect((await client.unresolvedIncidents()).incidents).toHaveLength(1);
    expect((await client.upcomingScheduledMaintenances()).scheduled_maintenances).toHaveLength(1);
    expect((await client.activeScheduledMaintenances()).scheduled_maintenances).toEqual([]);
    expect((await client.allScheduledMaintenances()).scheduled_maintenances).toHaveLength(1);
  });
});

describe("what was posted in the portal", () => {
  const grace = makeViewer();

  function post(key: string, update: Partial<Update>, now: number) {
    const base = { key, audience: "external", message: "Payments are slow." } as const;
    const nextUpdateMinutes = update.status === "resolved" ? undefined : 30;
    postUpdate(grace, { ...base, nextUpdateMinutes, ...update }, now);
  }

  const incidents = async () => (await (await read("api/v2/incidents.json")).json()).incidents;

  test("fits the schema from the first update to its correction, and keeps its ids", async () => {
    const key = makeIncident();
    const payments = makeComponent("Payments");
    post(
      key,
      {
        components: { [payments]: "partial_outage" },
        seenComponents: { [payments]: "operational" },
      },
      NOON + MINUTE,
    );
    showDatabase();
    expect(await problems()).toEqual([]);
    const [before] = await incidents();
    const etag = (await read("updates.atom")).headers.get("etag") ?? "";

    correctMessage(
      grace,
      { key, seq: 1, message: "Payments fail.", version: 1, confirmed: [] },
      NOON + 5 * MINUTE,
    );
    showDatabase();
    expect(await problems()).toEqual([]);
    const [after] = await incidents();
    expect(after.incident_updates[0]).toMatchObject({
      id: before.incident_updates[0].id,
      body: "Payments fail.",
      created_at: before.incident_updates[0].created_at,
      display_at: before.incident_updates[0].display_at,
      updated_at: new Date(NOON + 5 * MINUTE).toISOString(),
      affected_components: [{ name: "Payments", new_status: "partial_outage" }],
    });

    const feed = await read("updates.atom", { headers: { "If-None-Match": etag } });
    expect(feed.status).toBe(200);
    expect(await feed.text()).toContain(`Update/${before.incident_updates[0].id}</id>`);
    const same = feed.headers.get("etag") ?? "";
    showDatabase();
    const again = await read("updates.atom", { headers: { "If-None-Match": same } });
    expect(again.status).toBe(304);
    expect(db().select().from(componentStates).all()).toHaveLength(1);
  });

  test("is resolved at the time of its last update", async () => {
    const key = makeIncident();
    post(key, {}, NOON + MINUTE);
    post(key, { message: "Resolved - It works.", status: "resolved" }, NOON + 9 * MINUTE);
    showDatabase();
    expect(await problems()).toEqual([]);
    const [incident] = await incidents();
    expect(incident).toMatchObject({ status: "resolved", reminder_intervals: null });
    expect(incident.resolved_at).toBe(incident.incident_updates[0].display_at);
  });

  test("as maintenance that is called off is neither planned nor going on", async () => {
    const { id } = scheduleMaintenance(grace, makePlan(), NOON);
    showDatabase();
    expect(await problems()).toEqual([]);
    expect(
      (await statuspage().upcomingScheduledMaintenances()).scheduled_maintenances,
    ).toHaveLength(1);

    const version = findMaintenance(id)?.version ?? 0;
    cancelMaintenance(grace, { id, version, body: "Not today." }, NOON + MINUTE);
    showDatabase();
    expect(await problems()).toEqual([]);
    expect((await statuspage().summary()).scheduled_maintenances).toEqual([]);
    expect(await (await read(`incidents/${id}.ics`)).text()).toContain("STATUS:CANCELLED");
  });
});
