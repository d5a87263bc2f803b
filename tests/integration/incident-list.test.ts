import { describe, expect, test } from "vitest";
import { resolveIncident } from "@/db/mutations/incidents";
import {
  countIncidents,
  getLastResolvedAt,
  INCIDENTS_PER_PAGE,
  listFilterOptions,
  listIncidents,
} from "@/db/queries/incidents";
import { parseIncidentFilters } from "@/lib/domain/incident-filters";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";
import { makeIncident, NOON } from "@/tests/support/make-incident";

const HOUR = 3_600_000;

freshDatabase();

const listed = (params: Record<string, string> = {}) =>
  listIncidents(makeViewer(), parseIncidentFilters(params)).map(({ key }) => key);

const resolve = (key: string, at = NOON + HOUR) => resolveIncident(makeViewer(), { key }, at);

describe("listIncidents", () => {
  test("begins with the worst open incident and, where two are as bad, with the younger", () => {
    const minor = makeIncident({ severity: "SEV4" }, NOON + 3 * HOUR);
    const older = makeIncident({ severity: "SEV1" }, NOON);
    const younger = makeIncident({ severity: "SEV1" }, NOON + HOUR);
    expect(listed()).toEqual([younger, older, minor]);
  });

  test("puts incidents that are over behind the open ones, the newest first", () => {
    const bad = makeIncident({ severity: "SEV1" }, NOON);
    const newer = makeIncident({ severity: "SEV4" }, NOON + HOUR / 2);
    const open = makeIncident({ severity: "SEV4" }, NOON);
    [bad, newer].forEach((key) => resolve(key));
    expect(listed({ view: "all" })).toEqual([open, newer, bad]);
  });

  test("shows open incidents, or resolved ones, or both", () => {
    const open = makeIncident();
    const over = makeIncident();
    resolve(over);
    expect(listed()).toEqual([open]);
    expect(listed({ view: "resolved" })).toEqual([over]);
    expect(listed({ view: "all" })).toEqual([open, over]);
  });

  test.each([
    [{ severity: "SEV1" }, true],
    [{ severity: "SEV3" }, false],
    [{ status: "investigating" }, true],
    [{ status: "monitoring" }, false],
    [{ service: "payments" }, true],
    [{ service: "orders" }, true],
    [{ service: "pay" }, false],
    [{ commander: "Jane Doe" }, true],
    [{ commander: "Jane" }, false],
    [{ text: "CARD" }, true],
    [{ text: "2026-0001" }, true],
    [{ text: "jane" }, true],
    [{ text: "100%" }, true],
    [{ text: "c%d" }, false],
    [{ text: "_ards" }, false],
  ])("answers %j with the incident: %s", (filter, found) => {
    makeIncident({
      title: "100% of cards fail",
      severity: "SEV1",
      service: "payments",
      affectedServices: ["orders"],
      commander: "Jane Doe",
    });
    expect(listed(filter)).toHaveLength(found ? 1 : 0);
  });

  test("gives one page at a time", () => {
    for (let i = 0; i <= INCIDENTS_PER_PAGE; i += 1) makeIncident();
    expect(listed()).toHaveLength(INCIDENTS_PER_PAGE);
    expect(listed({ page: "2" })).toEqual(["INC-2026-0001"]);
    expect(listed({ page: "3" })).toEqual([]);
  });
});

describe("countIncidents", () => {
  test("counts what the filters let through", () => {
    makeIncident({ severity: "SEV1" });
    makeIncident({ severity: "SEV2" });
    resolve(makeIncident({ severity: "SEV2" }));
    expect(countIncidents(makeViewer(), parseIncidentFilters({ view: "all" }))).toBe(3);
    expect(countIncidents(makeViewer(), parseIncidentFilters({ severity: "SEV2" }))).toBe(1);
  });
});

describe("getLastResolvedAt", () => {
  test("is absent until an incident has ended", () => {
    makeIncident();
    expect(getLastResolvedAt(makeViewer())).toBeUndefined();
  });

  test("is the newest end", () => {
    resolve(makeIncident(), NOON + 2 * HOUR);
    resolve(makeIncident(), NOON + HOUR);
    expect(getLastResolvedAt(makeViewer())).toBe(NOON + 2 * HOUR);
  });
});

describe("listFilterOptions", () => {
  test("names what incidents hold, each once and in order", () => {
    makeIncident({ service: "payments", commander: "Jane Doe" });
    makeIncident({ service: "orders", affectedServices: ["payments"], commander: "Ada" });
    makeIncident();
    expect(listFilterOptions(makeViewer())).toEqual({
      statuses: ["investigating"],
      services: ["orders", "payments"],
      commanders: ["Ada", "Jane Doe"],
    });
  });
});
