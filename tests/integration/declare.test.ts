import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { resolveIncident } from "@/db/mutations/incidents";
import { getLastResolved, listIncidents } from "@/db/queries/incidents";
import { listMembers } from "@/db/queries/members";
import { listOpenIncidents } from "@/db/queries/open-incidents";
import { countPostmortems } from "@/db/queries/library";
import { recordOf } from "@/db/queries/record";
import { listSeverityChanges } from "@/db/queries/severity";
import { events, incidents } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { makeUser } from "../support/make-user";

freshDatabase();

const stored = () => db().select().from(incidents).all();

describe("declaring with answers", () => {
  const facts = { revenue_impact: "critical", affected_users_percentage: "80" };

  test("keeps them in the record, and what they computed with the severity", () => {
    makeIncident({ severity: "SEV2", facts });

    expect(recordOf(1).impact).toEqual({
      revenue_impact: "critical",
      affected_users_percentage: 80,
    });
    expect(listSeverityChanges(1)).toMatchObject([
      {
        before: null,
        after: "SEV2",
        computed: "SEV2",
        score: 0.53,
        changedBy: "Grace",
        changedAt: NOON,
      },
    ]);
  });

  test("asks for a line of why against the computed severity", () => {
    expect(() => makeIncident({ severity: "SEV1", facts })).toThrow(
      "Say in one line why it is SEV1.",
    );
    expect(stored()).toEqual([]);

    makeIncident({ severity: "SEV1", facts, reason: "It spreads." });
    expect(listSeverityChanges(1)).toMatchObject([{ after: "SEV1", reason: "It spreads." }]);
  });

  test("asks nothing where nothing is answered", () => {
    makeIncident({ severity: "SEV1", facts: { revenue_impact: "", security_breach: "" } });
    expect(stored()).toMatchObject([{ severity: "SEV1", impact: null, signals: null }]);
  });
});

describe("declaring where something is open", () => {
  test("asks once about what its writer did not see", () => {
    const first = makeIncident({ service: "payments" });
    const second = () => makeIncident({ service: "Payments", seenOpen: [] });

    expect(second).toThrow(ConflictError);
    expect(second).toThrow("1 incident is open on Payments. Declare anyway?");
    expect(stored()).toHaveLength(1);

    makeIncident({ service: "Payments", seenOpen: [first] });
    expect(stored()).toHaveLength(2);
  });

  test("asks nothing once it is over, or on another service", () => {
    const key = makeIncident({ service: "payments" });
    makeIncident({ service: "search", seenOpen: [] });
    resolveIncident(makeViewer(), { key }, NOON + 60_000);
    makeIncident({ service: "payments", seenOpen: [] });
    expect(stored()).toHaveLength(3);
  });

  test("says nothing of a private incident to someone outside it", async () => {
    await makeUser();
    const userId = await makeUser({ email: "ada@example.com", name: "Ada" });
    makeIncident({ service: "payments", isPrivate: true });
    const outsider = makeViewer({ userId, name: "Ada" });

    expect(listOpenIncidents(outsider)).toEqual([]);
    expect(listOpenIncidents(makeViewer({ role: "admin" }))).toHaveLength(1);
  });
});

describe("declaring a drill", () => {
  test("says so in the timeline and in the list", () => {
    makeIncident({ isDrill: true });
    expect(db().select().from(events).all()[0]?.description).toBe(
      "SEV2 declared as a drill. Checkout is slow",
    );
    expect(listIncidents(makeViewer(), { view: "open", page: 1 })).toMatchObject([
      { isDrill: true, isPrivate: false },
    ]);
  });

  test("stays out of the numbers", () => {
    const key = makeIncident({ severity: "SEV1", isDrill: true });
    resolveIncident(makeViewer(), { key }, NOON + 60_000);

    expect(getLastResolved()).toBeUndefined();
    expect(countPostmortems(makeViewer(), { view: "required", page: 1 })).toBe(0);

    const real = makeIncident({ severity: "SEV1" });
    resolveIncident(makeViewer(), { key: real }, NOON + 30_000);
    expect(getLastResolved()).toMatchObject({ key: real, at: NOON + 30_000 });
    expect(countPostmortems(makeViewer(), { view: "required", page: 1 })).toBe(1);
  });
});

describe("declaring in private", () => {
  test("lets in who declared it and the commander, if they have an account", async () => {
    const userId = await makeUser();
    await makeUser({ email: "ada@example.com", name: "Ada" });
    await makeUser({ email: "eve@example.com", name: "Eve" });
    makeIncident({ isPrivate: true, commander: "Ada" });

    expect(userId).toBe(makeViewer().userId);
    expect(listMembers(1).map(({ name }) => name)).toEqual(["Ada", "Grace"]);
  });

  test("goes with a commander who has no account", async () => {
    await makeUser();
    makeIncident({ isPrivate: true, commander: "Jane Smith" });
    expect(listMembers(1).map(({ name }) => name)).toEqual(["Grace"]);
  });
});
