import { describe, expect, test } from "vitest";
import { confirmAlias } from "@/db/mutations/people";
import { importRecord } from "@/db/mutations/import";
import { listBoardCards } from "@/db/queries/action-items";
import { exportRecord, findIncidentByKey } from "@/db/queries/record";
import { findTeam, listTeams, teamFinder } from "@/db/queries/teams";
import { freshDatabase } from "../support/database";
import { makeRecord, makeViewer, sampleRecord } from "../support/make";
import { makeTeam, personNamed } from "../support/make-team";

freshDatabase();

const viewer = makeViewer();

/** The id of an incident with these services. */
function incidentOf(service: string | undefined, affected: string[] = []): number {
  const { incident } = makeRecord();
  const { key } = importRecord(
    "test",
    makeRecord({
      incident: { ...incident, ...(service && { service }), affected_services: affected },
    }),
  );
  return findIncidentByKey(viewer, key)?.id ?? 0;
}

describe("teamFinder", () => {
  test("finds the first team of the person whom the owner names", () => {
    makeTeam({ name: "Payments", members: ["Alice Chen"] });
    makeTeam({ name: "Growth", members: ["Alice Chen", "Bob Kim"] });
    confirmAlias(viewer, { alias: "alice@company.com", name: "Alice Chen" });
    const incidentId = incidentOf(undefined);
    const teamOf = teamFinder();

    const found = (owner: string) => teamOf({ teamId: null, owner, incidentId });
    expect(found("Alice@Company.com")).toMatchObject({ team: { name: "Payments" }, from: "owner" });
    expect(found("Bob Kim")).toMatchObject({ team: { name: "Growth" }, from: "owner" });
    expect(found("carol@company.com")).toBeUndefined();
  });

  test("finds the team of the incident's service by its name in any case, else of an affected one", () => {
    const team = makeTeam({ services: ["checkout"] });
    const billing = makeTeam({ name: "Billing", services: ["billing"] });
    const incidentId = incidentOf("Checkout", ["billing"]);

    expect(teamFinder()({ teamId: null, owner: null, incidentId })).toEqual({
      team: expect.objectContaining({ id: team.id, zone: "UTC", leadId: null }),
      from: "service",
    });
    const second = teamFinder()({ teamId: billing.id, owner: null, incidentId });
    expect(second).toMatchObject({ team: { name: "Billing" }, from: "item" });
  });

  test("goes on to the affected services where the first has no team", () => {
    makeTeam({ name: "Billing", services: ["billing"] });
    const incidentId = incidentOf("checkout", ["search", "billing"]);

    const found = teamFinder()({ teamId: null, owner: "someone", incidentId });
    expect(found).toMatchObject({ team: { name: "Billing" }, from: "service" });
  });
});

describe("the sample's five items", () => {
  test("go to the team of its service, and to their owners' teams once somebody says who they are", () => {
    const { key } = importRecord("test", sampleRecord());
    makeTeam({ name: "Payments", services: ["payment-gateway"] });
    makeTeam({ name: "Platform", members: ["Bob Kim", "Carol Davis"] });
    const boards = () => {
      const teams = listBoardCards(viewer).map(({ owner, team }) => `${owner} ${team}`);
      return [...new Set(teams)].toSorted();
    };

    expect(boards()).toEqual([
      "alice@company.com Payments",
      "bob@company.com Payments",
      "carol@company.com Payments",
    ]);
    confirmAlias(viewer, { alias: "bob@company.com", name: "Bob Kim" });
    confirmAlias(viewer, { alias: "carol@company.com", name: "Carol Davis" });
    confirmAlias(viewer, { alias: "alice@company.com", name: "Alice Chen" });
    expect(boards()).toEqual([
      "alice@company.com Payments",
      "bob@company.com Platform",
      "carol@company.com Platform",
    ]);
    expect(JSON.parse(exportRecord(viewer, key) ?? "")).toEqual(sampleRecord());
  });
});

describe("listTeams", () => {
  test("gives each team's lead, members in the order they came, and services", () => {
    makeTeam({ name: "Payments", members: ["Bob Kim", "Alice Chen"], services: ["b", "a"] });
    makeTeam({ name: "Growth", zone: "Asia/Tokyo", workingDays: [7] });

    expect(listTeams()).toMatchObject([
      { name: "Growth", zone: "Asia/Tokyo", workingDays: [7], lead: null, members: [] },
      {
        name: "Payments",
        slug: "payments",
        lead: { id: personNamed("Bob Kim"), name: "Bob Kim" },
        members: [{ name: "Bob Kim" }, { name: "Alice Chen" }],
        services: [{ name: "a" }, { name: "b" }],
      },
    ]);
    expect(findTeam("growth")?.name).toBe("Growth");
    expect(findTeam("nobody")).toBeUndefined();
  });
});
