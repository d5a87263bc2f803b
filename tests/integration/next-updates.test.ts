import { describe, expect, test } from "vitest";
import { resolveIncident } from "@/db/mutations/incidents";
import { postUpdate } from "@/db/mutations/updates";
import { listIncidents } from "@/db/queries/incidents";
import { listNextUpdates } from "@/db/queries/next-updates";
import { parseIncidentFilters } from "@/lib/domain/incident-filters";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";
import { makeIncident, NOON } from "@/tests/support/make-incident";

const MINUTE = 60_000;

freshDatabase();

const dueTimes = () => [
  ...listNextUpdates(listIncidents(makeViewer(), parseIncidentFilters({ view: "all" }))).values(),
];

function post(key: string, minute: number, message: string, nextUpdateMinutes?: number) {
  const update = { key, audience: "external", message, nextUpdateMinutes } as const;
  postUpdate(makeViewer(), update, NOON + minute * MINUTE);
}

describe("listNextUpdates", () => {
  test("is empty where nothing is promised", () => {
    post(makeIncident(), 5, "We are looking into it.");
    expect(dueTimes()).toEqual([]);
  });

  test("reads what the newest message promises", () => {
    const key = makeIncident();
    post(key, 5, "We are looking into it. Next update in 30 minutes.");
    post(key, 20, "We found the cause. Next update in 15 minutes.");
    expect(dueTimes()).toEqual([NOON + 35 * MINUTE]);
  });

  test("follows the time that the writer set", () => {
    post(makeIncident(), 5, "We are looking into it. Next update in 30 minutes.", 60);
    expect(dueTimes()).toEqual([NOON + 65 * MINUTE]);
  });

  test("names the promise that is due first, whoever it was made to", () => {
    const key = makeIncident();
    post(key, 5, "We are looking into it.", 60);
    const update = {
      key,
      audience: "stakeholders",
      message: "Noted.",
      nextUpdateMinutes: 15,
    } as const;
    postUpdate(makeViewer(), update, NOON + 6 * MINUTE);
    expect(dueTimes()).toEqual([NOON + 21 * MINUTE]);
  });

  test("keeps the promises of incidents apart", () => {
    post(makeIncident(), 5, "Next update in 15 minutes.");
    post(makeIncident(), 5, "Next update in 30 minutes.");
    expect(dueTimes().toSorted()).toEqual([NOON + 20 * MINUTE, NOON + 35 * MINUTE]);
  });

  test("leaves out an incident that is over", () => {
    const key = makeIncident();
    post(key, 5, "Next update in 15 minutes.");
    resolveIncident(makeViewer(), { key }, NOON + 10 * MINUTE);
    expect(dueTimes()).toEqual([]);
  });
});
