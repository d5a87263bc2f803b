import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { importRecord } from "@/db/mutations/import";
import { confirmAlias } from "@/db/mutations/people";
import { removeDemo } from "@/db/mutations/removal";
import { listBoardCards } from "@/db/queries/action-items";
import { findIncidentByKey } from "@/db/queries/record";
import { listTeams } from "@/db/queries/teams";
import { actionItems, auditLog, incidents, people, services, sessions, users } from "@/db/schema";
import type { IncidentRecord } from "@/lib/domain/record";
import { freshDatabase } from "../support/database";
import { makeRecord, makeViewer, sampleRecord } from "../support/make";
import { makeTeam } from "../support/make-team";

freshDatabase();

const namesOf = (table: typeof people | typeof services) =>
  db()
    .select()
    .from(table)
    .all()
    .map(({ name }) => name)
    .toSorted();

function makeUser(email: string, isDemo: boolean): number {
  const { id } = db()
    .insert(users)
    .values({ email, name: email, role: "admin", passwordHash: "x", isDemo })
    .returning({ id: users.id })
    .get();
  db().insert(sessions).values({ id: email, userId: id, lastSeenAt: 0, expiresAt: 1 }).run();
  return id;
}

const realRecord = (overrides: Partial<IncidentRecord> = {}) => {
  const record = makeRecord(overrides);
  return { ...record, incident: { ...record.incident, service: "checkout" } };
};

describe("removeDemo", () => {
  test("takes the demo's incidents, services, people, accounts and sessions", () => {
    importRecord("system", sampleRecord(), { isDemo: true });
    makeUser("demo@example.com", true);
    makeUser("real@example.com", false);
    expect(removeDemo("Grace")).toEqual({
      incidents: 1,
      users: 1,
      services: 3,
      people: 4,
      teams: 0,
    });
    for (const table of [incidents, services, people]) {
      expect(db().select().from(table).all()).toEqual([]);
    }
    expect(db().select().from(sessions).all()).toMatchObject([{ id: "real@example.com" }]);
  });

  test("leaves what real incidents name, which is real from then on", () => {
    importRecord("system", sampleRecord(), { isDemo: true });
    const match = { alias: "alice@company.com", name: "Alice Chen" };
    confirmAlias(makeViewer(), match);
    importRecord(
      "Grace",
      realRecord({
        participants: [{ name: "Bob Kim" }],
        action_items: [{ title: "Add alert", owner: match.alias, status: "open" }],
      }),
    );
    expect(removeDemo("Grace")).toEqual({
      incidents: 1,
      users: 0,
      services: 2,
      people: 2,
      teams: 0,
    });
    expect(namesOf(services)).toEqual(["checkout"]);
    expect(namesOf(people)).toEqual(["Alice Chen", "Bob Kim"]);
    expect(removeDemo("Grace")).toEqual({
      incidents: 0,
      users: 0,
      services: 0,
      people: 0,
      teams: 0,
    });
    expect(listBoardCards(makeViewer())).toMatchObject([{ title: "Add alert", position: 0 }]);
  });

  test("leaves a demo incident that someone imported as their own", () => {
    importRecord("system", sampleRecord(), { isDemo: true });
    expect(importRecord("Grace", sampleRecord()).outcome).toBe("unchanged");
    expect(findIncidentByKey(makeViewer(), "INC-2024-0142")?.isDemo).toBe(false);
    expect(removeDemo("Grace")).toEqual({
      incidents: 0,
      users: 0,
      services: 0,
      people: 0,
      teams: 0,
    });
    expect(namesOf(people)).toHaveLength(4);
  });

  test("leaves a person to whom a real account is linked", () => {
    importRecord("system", sampleRecord(), { isDemo: true });
    const jane = db()
      .select()
      .from(people)
      .all()
      .find(({ name }) => name === "Jane Smith");
    makeUser("jane@example.com", false);
    db().update(users).set({ personId: jane?.id }).run();
    removeDemo("Grace");
    expect(namesOf(people)).toEqual(["Jane Smith"]);
  });

  test("takes the demo's teams, and leaves those in which someone real is or that have real items", () => {
    importRecord("system", sampleRecord(), { isDemo: true });
    makeTeam({ name: "Demo", isDemo: true, members: ["Alice Chen"], services: ["checkout"] });
    makeTeam({ name: "Joined", isDemo: true, members: ["Bob Kim", "Rosa Real"] });
    const { id } = makeTeam({ name: "Given", isDemo: true });
    importRecord("Grace", makeRecord({ action_items: [{ title: "Add alert" }] }));
    db().update(actionItems).set({ teamId: id }).where(eq(actionItems.title, "Add alert")).run();

    expect(removeDemo("Grace")).toMatchObject({ teams: 1, people: 4, services: 3 });
    expect(listTeams()).toMatchObject([
      { name: "Given", members: [] },
      { name: "Joined", members: [{ name: "Rosa Real" }], lead: null },
    ]);
    expect(removeDemo("Grace")).toMatchObject({ teams: 0, people: 0 });
  });

  test("leaves the people and services that a real team has", () => {
    importRecord("system", sampleRecord(), { isDemo: true });
    makeTeam({ name: "Ours", members: ["Alice Chen"], services: ["checkout"] });

    expect(removeDemo("Grace")).toMatchObject({ teams: 0, people: 3, services: 2 });
    expect(listTeams()).toMatchObject([
      { name: "Ours", lead: { name: "Alice Chen" }, services: [{ name: "checkout" }] },
    ]);
  });

  test("tells the audit log what went", () => {
    importRecord("system", sampleRecord(), { isDemo: true });
    removeDemo("Grace");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Grace",
      action: "demo:remove",
      detail: { incidents: 1 },
    });
  });
});
