import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { confirmAlias } from "@/db/mutations/people";
import { cardOf, listBoardCards } from "@/db/queries/action-items";
import { incidents } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";

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
});
