import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addComponent } from "@/db/mutations/components";
import { correctMessage } from "@/db/mutations/corrections";
import { previewTaking, takeSite } from "@/db/mutations/taken-site";
import { postUpdate } from "@/db/mutations/updates";
import { readSite } from "@/db/queries/public/site";
import { recordOf } from "@/db/queries/record";
import {
  auditLog,
  communications,
  components,
  componentStates,
  incidents,
  maintenances,
  notices,
  outbox,
  publicIncidents,
  statusPage,
} from "@/db/schema";
import type { ComponentStatus } from "@/lib/domain/component";
import { uptimeOver } from "@/lib/domain/uptime";
import { problemsOf } from "@/lib/record/parse";
import { v2Answers } from "@/lib/status-page/v2";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { sampleAnswers, siteOf } from "../support/statuspage-sample";

freshDatabase();

const URL_OF_PAGE = "https://status.harbor.example";
const NOW = Date.parse("2026-05-05T12:00:00Z");
const ACTIVE = "p5y1nc000001";
const admin = makeViewer({ role: "admin" });

const take = (answers: object, now = NOW) => takeSite("command line", siteOf(answers), now);
const site = () => readSite(URL_OF_PAGE);
const idOf = (publicId: string): number =>
  db().select().from(components).where(eq(components.publicId, publicId)).get()?.id ?? 0;
const tableRows = () =>
  db()
    .$client.prepare(
      "select name from sqlite_schema where type = 'table' and sql not like '%fts5%'",
    )
    .pluck()
    .all()
    .map(String)
    .filter((name) => name !== "audit_log" && !name.startsWith("search_"))
    .map((name) => [name, db().$client.prepare(`select * from "${name}"`).all()]);

const utc = (text: string | null) => text && new Date(text).toISOString();

describe("taking over a page from Statuspage", () => {
  test("keeps ids, texts and times to the millisecond", () => {
    const samples = sampleAnswers("harbor");
    take(samples);
    const summary = JSON.parse(JSON.stringify(v2Answers(site()).get("summary")));
    expect(summary.page).toMatchObject({
      id: "kctbh9vrtdwd",
      name: "Harbor",
      time_zone: "America/New_York",
    });
    const answer = JSON.parse(JSON.stringify(v2Answers(site()).get("incidents")));
    const [active, past] = samples["incidents.json"].incidents;
    expect(answer.incidents.map(({ id }: { id: string }) => id)).toEqual([
      ACTIVE,
      past.id,
      "p5y1nc000008",
    ]);
    expect(answer.incidents[1]).toMatchObject({
      name: "Logins & website slow",
      status: "postmortem",
      impact: "critical",
      created_at: utc(past.created_at),
      updated_at: utc(past.updated_at),
      started_at: utc(past.started_at),
      monitoring_at: utc(past.monitoring_at),
      resolved_at: utc(past.resolved_at),
    });
    const update = active.incident_updates[0];
    expect(answer.incidents[0].incident_updates[0]).toMatchObject({
      id: update.id,
      body: "The cause is a full disk on one node. See the help page (https://harbor.example/help?a=1&amp;b=2).\nNext update at 11:30 EDT.",
      created_at: utc(update.created_at),
      display_at: utc(update.display_at),
      affected_components: update.affected_components,
    });
  });

  test("keeps components in their groups and order, after those that were here", () => {
    addComponent("test", { name: "Own" });
    take(sampleAnswers("harbor"));
    const names = new Map(site().components.map(({ id, name }) => [id, name]));
    expect(site().components.map(({ name, groupId }) => [name, names.get(groupId ?? "")])).toEqual([
      ["Own", undefined],
      ["Git pushes", undefined],
      ["Europe", undefined],
      ["API", "Europe"],
      ["Website", "Europe"],
      ["United States", undefined],
      ["API", "United States"],
      ["Mail & notifications", undefined],
    ]);
  });

  test("rebuilds what each component went through, so that its uptime is known", () => {
    take(sampleAnswers("harbor"));
    const statesOf = (id: string) =>
      site()
        .components.find((one) => one.id === id)
        ?.states.map(({ status, at }) => [status, new Date(at).toISOString()]);
    expect(statesOf("c1apieu00001")).toEqual([
      ["major_outage", "2026-05-04T14:41:12.402Z"],
      ["partial_outage", "2026-05-04T14:58:31.118Z"],
    ]);
    expect(statesOf("c1webeu00003")).toEqual([
      ["major_outage", "2026-04-02T08:55:00.000Z"],
      ["partial_outage", "2026-04-02T09:40:00.000Z"],
      ["operational", "2026-04-02T10:10:00.700Z"],
    ]);
    expect(statesOf("c1apius00002")?.slice(0, 2)).toEqual([
      ["under_maintenance", "2026-03-28T07:00:00.100Z"],
      ["operational", "2026-03-28T08:00:00.250Z"],
    ]);
    expect(statesOf("c1mail000004")).toEqual([
      ["degraded_performance", "2026-05-03T12:00:00.999Z"],
    ]);
    const web = site().components.find(({ id }) => id === "c1webeu00003");
    const seconds = (90 - 1) * 86_400 + 12 * 3600;
    const down = 45 * 60 + 0.3 * (30 * 60 + 0.7);
    expect(web && uptimeOver(web, NOW, 90).percent).toBe(
      Math.floor((100 - (100 * down) / seconds) * 100) / 100,
    );
  });

  test("puts an incident of the portal behind each, with what was told outside and no more", () => {
    take(sampleAnswers("harbor"));
    const rows = db().select().from(incidents).all();
    expect(
      rows.map(({ key, severity, status, origin }) => [key, severity, status, origin]),
    ).toEqual([
      ["INC-2025-0001", "SEV3", "resolved", "import"],
      ["INC-2026-0001", "SEV1", "postmortem", "import"],
      ["INC-2026-0002", "SEV2", "identified", "import"],
    ]);
    for (const { id } of rows) expect(problemsOf(recordOf(id))).toEqual([]);
    expect(db().select().from(communications).all()).toHaveLength(8);
    expect(db().select().from(notices).all()).toEqual([]);
    expect(db().select().from(outbox).all()).toEqual([]);
  });

  test("lets work go on here: an update is corrected, and the incident resolved", () => {
    take(sampleAnswers("harbor"));
    const [key, seq] = ["INC-2026-0002", 2];
    const message = "A disk is full. Next update at 15:30 UTC.";
    correctMessage(admin, { key, seq, message, version: 1, confirmed: [] });
    const api = idOf("c1apieu00001");
    const states: Record<string, ComponentStatus> = { [api]: "operational" };
    postUpdate(
      admin,
      { key, audience: "external", message: "It is over.", status: "resolved", components: states },
      NOW,
    );
    const incident = site().incidents.find(({ id }) => id === ACTIVE);
    expect(incident).toMatchObject({ status: "resolved", resolvedAt: NOW });
    expect(incident?.updates.map(({ body }) => body)).toEqual([
      "It is over.",
      message,
      "Requests fail with 503 Service Unavailable & time out.",
    ]);

    const { incidents: counts, components: parts } = take(sampleAnswers("harbor"));
    expect(counts).toMatchObject({ kept: 1, unchanged: 2 });
    expect(parts).toMatchObject({ kept: 1, changed: 0 });
    const after = site();
    expect(after.incidents.find(({ id }) => id === ACTIVE)).toEqual(incident);
    expect(after.components.find(({ id }) => id === "c1apieu00001")).toMatchObject({
      status: "operational",
      states: [{ status: "major_outage" }, { status: "partial_outage" }, { at: NOW }],
    });
  });

  test("changes nothing when it is done again, and writes nothing as a dry run", () => {
    const before = tableRows();
    expect(previewTaking("test", siteOf(sampleAnswers("harbor")), NOW)).toMatchObject({
      isPageTaken: true,
      components: { created: 8 },
      incidents: { created: 3 },
      maintenances: { created: 2 },
    });
    expect(tableRows()).toEqual(before);

    take(sampleAnswers("harbor"));
    const taken = tableRows();
    expect(take(sampleAnswers("harbor"))).toMatchObject({
      isPageTaken: false,
      components: { unchanged: 8, created: 0, changed: 0 },
      incidents: { unchanged: 3, created: 0, changed: 0 },
      maintenances: { unchanged: 2, created: 0, changed: 0 },
    });
    expect(tableRows()).toEqual(taken);
    expect(db().select().from(auditLog).all()).toMatchObject([
      { actor: "command line", action: "status-page:import", object: "page kctbh9vrtdwd" },
      { action: "status-page:import" },
    ]);
  });

  test("brings what changed there, and takes away what went away", () => {
    take(sampleAnswers("harbor"));
    const answers = sampleAnswers("harbor");
    const { incidents: later } = answers["incidents.json"];
    delete answers["summary.json"].incidents;
    const at = "2026-05-05T09:00:00.000Z";
    answers["summary.json"].components[1].description = "All requests";
    answers["summary.json"].components[1].updated_at = at;
    later[0].name = "Errors in Europe";
    later[0].updated_at = at;
    later[0].incident_updates[1].body = "Requests fail.";
    later[0].incident_updates[1].updated_at = at;
    later[1].updated_at = at;
    later[1].incident_updates.splice(2, 1);
    for (const file of ["summary.json", "scheduled-maintenances.json"]) {
      const [soon] = answers[file].scheduled_maintenances;
      soon.scheduled_for = "2026-05-11T02:00:00.000-04:00";
      soon.scheduled_until = "2026-05-11T04:00:00.000-04:00";
      soon.updated_at = at;
    }
    expect(take(answers)).toMatchObject({
      components: { changed: 1, unchanged: 7 },
      incidents: { changed: 2, unchanged: 1 },
      maintenances: { changed: 1, unchanged: 1 },
    });
    const { incidents: shown, maintenances: work } = site();
    expect(shown[0]).toMatchObject({ title: "Errors in Europe" });
    expect(shown[0]?.updates[1]).toMatchObject({
      body: "Requests fail.",
      correctedAt: Date.parse(at),
    });
    expect(shown[1]?.updates).toHaveLength(3);
    expect(work.find(({ status }) => status === "scheduled")).toMatchObject({ sequence: 1 });
    expect(db().select().from(communications).all()).toHaveLength(7);
    expect(db().select().from(incidents).all().at(-1)).toMatchObject({ title: "Errors in Europe" });
    const web = site().components.find(({ id }) => id === "c1webeu00003");
    expect(web?.states.map(({ status }) => status)).toEqual(["major_outage", "operational"]);
  });

  test("leaves what was withdrawn or put right here, and a page that was set here", () => {
    db().update(statusPage).set({ name: "Ours", version: 2 }).run();
    take(sampleAnswers("harbor"));
    db().update(publicIncidents).set({ withdrawnAt: NOW }).run();
    const { id } = db().select().from(componentStates).get() ?? { id: 0 };
    const right = { effectiveAt: NOW - 1, correctedAt: NOW };
    db().update(componentStates).set(right).where(eq(componentStates.id, id)).run();
    expect(take(sampleAnswers("harbor"))).toMatchObject({ incidents: { kept: 3 } });
    expect(site().incidents).toEqual([]);
    expect(site().page.name).toBe("Ours");
    expect(
      db().select().from(componentStates).where(eq(componentStates.id, id)).get(),
    ).toMatchObject(right);
  });

  test("begins and ends by itself only what is to come", () => {
    take(sampleAnswers("harbor"), Date.parse("2026-05-10T07:00:00Z"));
    const { title, startsItself, endsItself, startedAt } = maintenances;
    expect(
      db().select({ title, startsItself, endsItself, startedAt }).from(maintenances).all(),
    ).toEqual([
      {
        title: "Network work in the United States",
        startsItself: false,
        endsItself: false,
        startedAt: Date.parse("2026-03-28T07:00:00.100Z"),
      },
      {
        title: "Database upgrade in Europe",
        startsItself: false,
        endsItself: true,
        startedAt: null,
      },
    ]);
  });
});
