import { describe, expect, test } from "vitest";
import { replaceDatabase } from "@/db/client";
import { addComponent } from "@/db/mutations/components";
import { runDueMaintenance } from "@/db/mutations/maintenance-clock";
import { scheduleMaintenance } from "@/db/mutations/maintenances";
import { takeSite } from "@/db/mutations/taken-site";
import { postUpdate } from "@/db/mutations/updates";
import { openDatabase } from "@/db/open";
import { readSite } from "@/db/queries/public/site";
import type { ComponentStatus } from "@/lib/domain/component";
import { uptimeOver } from "@/lib/domain/uptime";
import { dataFiles } from "@/lib/status-page/files";
import { v2Answers } from "@/lib/status-page/v2";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident } from "../support/make-incident";
import { makePlan } from "../support/make-maintenance";
import { sampleAnswers, siteOf } from "../support/statuspage-sample";

freshDatabase();

const URL_OF_PAGE = "https://status.harbor.example";
const NOW = Date.parse("2026-05-05T12:00:00Z");
const HOUR = 3_600_000;
const admin = makeViewer({ role: "admin" });

const take = (answers: object) => takeSite("command line", siteOf(answers), NOW);
const site = () => readSite(URL_OF_PAGE);

/** All that other programs read of the page: API and feeds with anything in them, and each component's uptime. */
function told() {
  const files = dataFiles(site(), { now: NOW, staleSince: undefined }).filter(
    ({ path, body }) => path.startsWith("api/v2/") || /<(entry|item)>/.test(String(body)),
  );
  return {
    files: Object.fromEntries(files.map(({ path, body }) => [path, String(body)])),
    uptime: site().components.map((one) => [one.id, uptimeOver(one, NOW, 90)]),
  };
}

/** The page's answers as a program would fetch them, all pages of its incidents included. */
const answersOfPage = () =>
  Object.fromEntries(
    [...v2Answers(site())]
      .filter(([path]) => path !== "status" && !path.endsWith("page="))
      .map(([path, answer]) => [path, JSON.parse(JSON.stringify(answer))]),
  );

describe("a page that is exported and imported again", () => {
  const moved = () => {
    const [before, answers] = [told(), answersOfPage()];
    replaceDatabase(openDatabase(":memory:"));
    take(answers);
    return { before, after: told() };
  };

  test("says the same after it came from Statuspage", () => {
    take(sampleAnswers("harbor"));
    const { before, after } = moved();
    expect(after).toEqual(before);
  });

  test("says the same after it was written here, with more incidents than an answer holds", () => {
    take(sampleAnswers("harbor"));
    const { id } = addComponent("test", { name: "Search <b>" }, NOW - 50 * 86_400_000);
    for (let day = 60; day > 0; day -= 1) {
      const at = NOW - day * 86_400_000;
      const key = makeIncident({ title: `Day ${day}` }, at);
      const post = (minutes: number, status: "investigating" | "resolved", to: ComponentStatus) =>
        postUpdate(
          admin,
          {
            key,
            audience: "external",
            message: `It is ${to} & <i>odd</i>.\n\n&amp; so on`,
            status,
            components: { [id]: to },
          },
          at + minutes * 60_000,
        );
      post(1, "investigating", day % 2 ? "major_outage" : "partial_outage");
      post(31, "resolved", "operational");
    }
    expect(Object.keys(answersOfPage())).toContain("incidents?page=2");
    const { before, after } = moved();
    expect(after.uptime).toEqual(before.uptime);
    expect(after).toEqual(before);
  });

  test("goes on with maintenance that was planned and begun there", () => {
    const { id } = addComponent("test", { name: "Search" }, NOW - 10 * HOUR);
    const components = { [id]: "under_maintenance" } as const;
    const [scheduledFor, scheduledUntil] = [NOW + HOUR, NOW + 2 * HOUR];
    const plan = makePlan({ components, scheduledFor, scheduledUntil });
    scheduleMaintenance(admin, plan, NOW - 2 * HOUR);
    const before = makePlan({ components, scheduledFor: NOW - HOUR, scheduledUntil: NOW - 1 });
    scheduleMaintenance(admin, { ...before, title: "Old database" }, NOW - 3 * HOUR);
    for (const at of [NOW - HOUR, NOW]) runDueMaintenance(at);
    const taken = moved();
    expect(taken.after).toEqual(taken.before);

    runDueMaintenance(NOW + HOUR);
    expect(site().components).toMatchObject([{ status: "under_maintenance" }]);
    const meanwhile = moved();
    expect(meanwhile.after).toEqual(meanwhile.before);
    runDueMaintenance(NOW + 2 * HOUR);
    expect(site().components).toMatchObject([{ status: "operational" }]);
    expect(site().maintenances.map(({ status }) => status)).toEqual(["completed", "completed"]);
  });
});
