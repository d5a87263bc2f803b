import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { deadlineGuide, itemGuide } from "@/db/queries/deadline-guide";
import { listIncidentItems } from "@/db/queries/incident-items";
import { findIncidentByKey } from "@/db/queries/record";
import { incidents } from "@/db/schema";
import { proposalFor } from "@/lib/domain/deadline-guide";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";
import { makeTeam } from "../support/make-team";

freshDatabase();

const viewer = makeViewer();
const FRIDAY = Date.parse("2026-05-01T12:00:00Z");

describe("deadlineGuide", () => {
  test("says the day of an item that is made now, by its owner's or its service's team", () => {
    const key = makeIncident({ severity: "SEV2", service: "payment-gateway" });
    makeTeam({ name: "Payments", services: ["payment-gateway"] });
    makeTeam({ name: "Search", zone: "Pacific/Kiritimati", members: ["Bo"] });
    const guide = deadlineGuide(viewer, { owners: ["Bo", "Nobody"] }, FRIDAY);

    const form = { key, owner: "", priority: "P0" };
    expect(proposalFor(guide, form)).toMatchObject({ team: "Payments", day: "2026-05-05" });
    expect(proposalFor(guide, { ...form, owner: "bo" })).toMatchObject({
      team: "Search",
      day: "2026-05-05",
    });
    expect(guide.places).toHaveLength(3);
  });

  test("keeps to what this person may know of", () => {
    const key = makeIncident();
    db().update(incidents).set({ isPrivate: true }).where(eq(incidents.key, key)).run();
    const stranger = makeViewer({ userId: 99, name: "Eve", email: "eve@example.com" });
    expect(deadlineGuide(stranger, { owners: [] }).incidents).toEqual({});
    expect(deadlineGuide(stranger, { key, owners: [] }).incidents).toEqual({});
  });
});

describe("itemGuide", () => {
  test("counts from the day on which the item was made, in the team that somebody gave it", () => {
    const key = makeIncident({ severity: "SEV2" });
    const team = makeTeam({ name: "Search", workingDays: [1, 2, 3, 4, 5, 6, 7] });
    const item = { incidentKey: key, owner: "Bo", teamId: team.id, createdAt: FRIDAY };
    const guide = itemGuide(viewer, item);
    expect(proposalFor(guide, { key, owner: "Bo", priority: "P1" })).toMatchObject({
      team: "Search",
      day: "2026-05-06",
    });
  });
});

describe("listIncidentItems", () => {
  test("says of each item how it stands where its team works", () => {
    const key = makeIncident();
    const incident = findIncidentByKey(viewer, key);
    const { id: teamId } = makeTeam({ zone: "Pacific/Pago_Pago" });
    const due = { deadline: "2026-05-01", status: "in_progress", owner: "Bo" };
    makeActionItem(due);
    makeActionItem({ ...due, teamId, ordinal: 1 });

    const midnight = Date.parse("2026-05-02T00:30:00Z");
    expect(listIncidentItems(incident?.id ?? 0, midnight)).toMatchObject([
      { state: "overdue", today: "2026-05-02", person: null },
      { state: "at_risk", today: "2026-05-01" },
    ]);
  });
});
