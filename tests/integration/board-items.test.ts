import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addItemComment, deleteItemComment } from "@/db/mutations/action-item-comments";
import { linkFactor } from "@/db/mutations/factor-choices";
import { confirmAlias } from "@/db/mutations/people";
import { cardOf, getBoard, listBoardCards, listOwners } from "@/db/queries/action-items";
import { incidents } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident, NOON } from "../support/make-incident";
import { makeTeam } from "../support/make-team";

freshDatabase();

const viewer = makeViewer({ name: "Grace" });
const NOW = Date.UTC(2026, 4, 4, 12);

describe("listBoardCards", () => {
  test("gives each card what the board shows", () => {
    makeIncident({ title: "Checkout is slow", severity: "SEV1" });
    const id = makeActionItem({
      title: "Write runbook",
      owner: "Alice@company.com",
      priority: "P1",
      type: "process",
      deadline: "2026-05-01",
      status: "blocked",
    });
    confirmAlias(viewer, { alias: "alice@company.com", name: "Alice Chen" });

    expect(listBoardCards(makeViewer(), {}, NOW).map(cardOf)).toEqual([
      {
        id,
        title: "Write runbook",
        status: "blocked",
        position: 0,
        version: 1,
        owner: "Alice@company.com",
        person: "Alice Chen",
        priority: "P1",
        type: "process",
        deadline: "2026-05-01",
        incidentKey: "INC-2026-0001",
        incidentTitle: "Checkout is slow",
        severity: "SEV1",
        teamId: null,
        team: null,
        teamSlug: null,
        teamFrom: null,
        today: "2026-05-04",
        state: "overdue",
        isUnownedTooLong: false,
        checkDue: null,
        checkResult: null,
        comments: 0,
      },
    ]);
  });

  test("narrows the board and keeps each card's place in its whole column", () => {
    makeIncident();
    makeActionItem({ title: "First", priority: "P1", owner: "bob@company.com" });
    makeIncident();
    makeActionItem({ title: "Second", priority: "P2", type: "process", deadline: "2026-05-01" });
    makeActionItem({ title: "Third", status: "done", deadline: "2026-05-01" });

    const titles = (filters: Parameters<typeof listBoardCards>[1]) =>
      listBoardCards(makeViewer(), filters, NOW).map(
        ({ title, position }) => `${title} ${position}`,
      );
    expect(titles({ owner: "Bob@company.com" })).toEqual(["First 0"]);
    expect(titles({ owner: "Nobody" })).toEqual([]);
    expect(titles({ priority: "P2" })).toEqual(["Second 1"]);
    expect(titles({ type: "process" })).toEqual(["Second 1"]);
    expect(titles({ incident: "INC-2026-0001" })).toEqual(["First 0"]);
    expect(titles({ overdue: true })).toEqual(["Second 1"]);
  });

  test("counts places without gaps after an incident with cards is gone", () => {
    makeIncident();
    makeActionItem({ title: "First" });
    makeIncident();
    makeActionItem({ title: "Second" });
    db().delete(incidents).where(eq(incidents.key, "INC-2026-0001")).run();

    expect(listBoardCards(makeViewer())).toMatchObject([{ title: "Second", position: 0 }]);
  });

  test("finds the board of an item's team, and the day that it is there", () => {
    makeTeam({ name: "Payments", zone: "Pacific/Kiritimati", members: ["Alice Chen"] });
    makeTeam({ name: "Platform", services: ["user-api"] });
    makeIncident({ service: "User-API" });
    makeActionItem({ title: "Hers", owner: "alice chen" });
    makeActionItem({ title: "The service's" });

    expect(listBoardCards(viewer, { board: "payments" }, NOW)).toMatchObject([
      { title: "Hers", team: "Payments", teamFrom: "owner", today: "2026-05-05" },
    ]);
    expect(listBoardCards(viewer, { board: "platform" }, NOW)).toMatchObject([
      { title: "The service's", teamSlug: "platform", teamFrom: "service", today: "2026-05-04" },
    ]);
  });

  test("knows the services of an item's incident, and since when it waits", () => {
    makeIncident({ service: "user-api", affectedServices: ["gateway", "user-api"] });
    makeActionItem({ title: "It came with the record" });
    const [item] = listBoardCards(viewer, { service: "Gateway" }, NOW);
    expect(item).toMatchObject({ services: ["user-api", "gateway"], bornAt: NOON });
    expect(listBoardCards(viewer, { service: "search" }, NOW)).toEqual([]);
  });

  test("knows the factors that an item answers: those that its type proposes, until somebody links them", () => {
    const key = withFactors(["Alerts fired too late", "No canary deployment"]);
    const alert = makeActionItem({ title: "Alert", type: "detection", ordinal: 0 });
    const canary = makeActionItem({ title: "Canary", ordinal: 1 });
    const factors = () =>
      Object.fromEntries(listBoardCards(viewer, {}, NOW).map((item) => [item.id, item.factors]));
    expect(factors()).toEqual({ [alert]: ["Alerts fired too late"], [canary]: [] });

    const link = { key, version: 0, factor: "No canary deployment", actions: [alert, canary] };
    linkFactor(viewer, link, NOW);
    expect(factors()).toEqual({
      [alert]: ["Alerts fired too late", "No canary deployment"],
      [canary]: ["No canary deployment"],
    });
    const found = listBoardCards(viewer, { factor: "No canary deployment" }, NOW);
    expect(found.map(({ id }) => id)).toEqual([alert, canary]);
  });

  test("counts the comments that still have words", () => {
    makeIncident();
    const id = makeActionItem();
    addItemComment(viewer, { id, body: "Blocked by the upgrade" }, NOW);
    const { id: comment } = addItemComment(viewer, { id, body: "Oops" }, NOW);
    deleteItemComment(viewer, { id, comment, version: 1 }, NOW);
    expect(listBoardCards(viewer, {}, NOW)).toMatchObject([{ comments: 1 }]);
  });

  test("is whoever asks by the name, the address and the person they are", () => {
    makeIncident();
    makeActionItem({ title: "Mine", owner: "GRACE" });
    makeActionItem({ title: "By address", owner: viewer.email });
    makeActionItem({ title: "Bob's", owner: "Bob" });
    const mine = listBoardCards(viewer, { board: "mine" }, NOW);
    expect(mine.map(({ title }) => title)).toEqual(["Mine", "By address"]);
    expect(listBoardCards(viewer, { owner: "me" }, NOW)).toEqual(mine);
  });

  test("has the items behind a number", () => {
    makeIncident();
    makeActionItem({ title: "Late", deadline: "2026-05-01" });
    makeActionItem({ title: "In time", deadline: "2026-06-01" });
    const shown = listBoardCards(viewer, { show: "overdue" }, NOW);
    expect(shown.map(({ title }) => title)).toEqual(["Late"]);
  });
});

describe("getBoard", () => {
  test("counts what the board has without filters, and offers what its items carry", () => {
    makeTeam({ name: "Payments", members: ["Alice Chen"] });
    makeIncident({ service: "user-api" });
    makeActionItem({ owner: "Alice Chen", priority: "P1", type: "process" });
    makeActionItem({ owner: "Alice Chen", priority: "P2" });
    makeActionItem({ owner: "Bob", priority: "P3" });

    const { items, total, choices } = getBoard(viewer, { board: "payments", priority: "P1" }, NOW);
    expect(items).toHaveLength(1);
    expect(total).toBe(2);
    expect(choices).toMatchObject({
      owners: ["Alice Chen"],
      priorities: ["P1", "P2"],
      types: ["process"],
      services: ["user-api"],
      incidents: ["INC-2026-0001"],
    });
  });

  test("tells nobody of a private incident's items, who may not know of it", () => {
    withFactors(["Alerts fired too late"], { isPrivate: true, service: "payroll" });
    makeActionItem({ owner: "Olga", type: "detection", priority: "P0" });
    const stranger = makeViewer({ userId: 99, name: "Otto", role: "responder" });

    const { items, total, choices } = getBoard(stranger, {}, NOW);
    expect({ items, total, ...choices }).toEqual({
      items: [],
      total: 0,
      owners: [],
      priorities: [],
      types: [],
      services: [],
      incidents: [],
      factors: [],
    });
    expect(listOwners(stranger)).toEqual([]);
    expect(getBoard(makeViewer({ role: "admin" }), {}, NOW).total).toBe(1);
  });
});

/** An incident whose record has these contributing factors; answers its key. */
function withFactors(contributing_factors: string[], more = {}): string {
  const key = makeIncident(more);
  db().update(incidents).set({ resolution: { contributing_factors } }).run();
  return key;
}
