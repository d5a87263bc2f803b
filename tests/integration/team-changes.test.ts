import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { confirmAlias } from "@/db/mutations/people";
import {
  addTeamMember,
  addTeamService,
  removeTeamMember,
  removeTeamService,
} from "@/db/mutations/team-parts";
import { addTeam, editTeam, removeTeam } from "@/db/mutations/teams";
import {
  findTeam,
  listFreeServices,
  listTeams,
  teamFinder,
  teamsOfPeople,
} from "@/db/queries/teams";
import { actionItemChanges, actionItems, auditLog, people, services } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident, NOON } from "../support/make-incident";
import { makeTeam, personNamed } from "../support/make-team";

freshDatabase();

const admin = makeViewer({ role: "admin", name: "Ada" });
const hours = { zone: "Europe/Berlin", workingDays: [5, 1] };
const audited = () => db().select().from(auditLog).all().at(-1);

describe("addTeam", () => {
  test("makes a team with its word, its hours and nobody in it", () => {
    expect(addTeam("Ada", { name: "Checkout & Payments", ...hours })).toEqual({
      slug: "checkout-payments",
    });
    expect(listTeams()).toMatchObject([
      { name: "Checkout & Payments", zone: "Europe/Berlin", workingDays: [1, 5], members: [] },
    ]);
    expect(audited()).toMatchObject({
      actor: "Ada",
      action: "team:add",
      object: "team Checkout & Payments",
    });
  });

  test("refuses a name that another team has, a zone that is none, and a week without work", () => {
    makeTeam({ name: "Payments" });
    const add = (changes: object) => () => addTeam("Ada", { name: "Growth", ...hours, ...changes });
    expect(add({ name: "PAYMENTS" })).toThrow("There is a team PAYMENTS already.");
    expect(add({ zone: "Berlin" })).toThrow("“Berlin” is not a time zone");
    expect(add({ workingDays: [0, 8] })).toThrow("Choose one working day at least.");
    expect(listTeams()).toHaveLength(1);
  });
});

describe("editTeam", () => {
  test("changes name, hours and lead, and leaves the word in addresses", () => {
    makeTeam({ name: "Payments", members: ["Alice Chen"], lead: null });
    const edit = { slug: "payments", version: 1, name: "Money", ...hours };
    editTeam(admin, { ...edit, leadId: personNamed("Alice Chen") });

    expect(findTeam("payments")).toMatchObject({
      name: "Money",
      zone: "Europe/Berlin",
      lead: { name: "Alice Chen" },
      version: 2,
    });
    expect(audited()).toMatchObject({
      action: "team:edit",
      detail: { before: { name: "Payments" } },
    });
  });

  test("refuses whoever has not seen the last change", () => {
    makeTeam({ name: "Payments" });
    const edit = { slug: "payments", version: 1, name: "Payments", ...hours };
    editTeam(admin, edit);
    expect(() => editTeam(admin, { ...edit, name: "Money" })).toThrow(ConflictError);
    expect(findTeam("payments")?.name).toBe("Payments");
  });

  test("refuses another team's name, a lead from elsewhere, and a team that is gone", () => {
    makeTeam({ name: "Payments" });
    makeTeam({ name: "Growth" });
    const edit = { slug: "payments", version: 1, name: "Payments", ...hours };
    expect(() => editTeam(admin, { ...edit, name: "Growth" })).toThrow("There is a team Growth");
    expect(() => editTeam(admin, { ...edit, leadId: personNamed("Bob Kim") })).toThrow(
      "The lead is one of the members.",
    );
    expect(() => editTeam(admin, { ...edit, slug: "nobody" })).toThrow(NotFoundError);
  });
});

describe("removeTeam", () => {
  test("gives its items back to their owner's team, and says so in their history", () => {
    const team = makeTeam({ name: "Payments", services: ["checkout"] });
    makeTeam({ name: "Growth", members: ["Alice Chen"] });
    makeIncident();
    const id = makeActionItem({ teamId: team.id, owner: "Alice Chen" });
    removeTeam(admin, { slug: "payments" }, NOON);

    const item = db().select().from(actionItems).where(eq(actionItems.id, id)).get();
    expect(item).toMatchObject({ teamId: null, version: 2 });
    expect(item && teamFinder()(item)).toMatchObject({ team: { name: "Growth" }, from: "owner" });
    expect(db().select().from(actionItemChanges).all()).toMatchObject([
      { actionItemId: id, at: NOON, by: "Ada", field: "team", before: "Payments", after: null },
    ]);
    expect(listFreeServices()).toContain("checkout");
    expect(audited()).toMatchObject({ action: "team:remove", object: "team Payments" });
    expect(() => removeTeam(admin, { slug: "payments" })).toThrow(NotFoundError);
  });
});

describe("addTeamMember", () => {
  test("puts in whom a name or a confirmed address means, and remembers a new name", () => {
    makeTeam({ name: "Payments" });
    confirmAlias(admin, { alias: "alice@company.com", name: "Alice Chen" });
    addTeamMember(admin, { slug: "payments", name: "Alice@Company.com" }, 1);
    addTeamMember(admin, { slug: "payments", name: "Bob Kim" }, 2);

    expect(findTeam("payments")?.members.map(({ name }) => name)).toEqual([
      "Alice Chen",
      "Bob Kim",
    ]);
    expect(teamsOfPeople().get(personNamed("Bob Kim"))).toEqual([
      { slug: "payments", name: "Payments" },
    ]);
    expect(audited()).toMatchObject({ action: "team:add-member", detail: { person: "Bob Kim" } });
  });

  test("refuses whoever is there already, and an address of nobody", () => {
    makeTeam({ name: "Payments", members: ["Alice Chen"] });
    const add = (name: string) => () => addTeamMember(admin, { slug: "payments", name });
    expect(add("alice chen")).toThrow("Alice Chen is in Payments already.");
    expect(add("carol@company.com")).toThrow("Nobody has this address yet.");
    expect(db().select().from(people).all()).toHaveLength(1);
  });
});

describe("removeTeamMember", () => {
  test("takes a person out, and the lead from the team that they led", () => {
    makeTeam({ name: "Payments", members: ["Alice Chen", "Bob Kim"] });
    const member = (name: string) => ({ slug: "payments", personId: personNamed(name) });
    removeTeamMember(admin, member("Bob Kim"));
    expect(findTeam("payments")).toMatchObject({ lead: { name: "Alice Chen" }, version: 1 });
    removeTeamMember(admin, member("Alice Chen"));
    expect(findTeam("payments")).toMatchObject({ lead: null, members: [], version: 2 });
    expect(audited()).toMatchObject({ action: "team:remove-member" });
    expect(() => removeTeamMember(admin, member("Bob Kim"))).toThrow(NotFoundError);
  });
});

describe("addTeamService", () => {
  test("takes a service as incidents name it in any case, and remembers a new one", () => {
    makeTeam({ name: "Payments" });
    makeIncident({ service: "payment-gateway" });
    addTeamService(admin, { slug: "payments", service: "Payment-Gateway" });
    addTeamService(admin, { slug: "payments", service: "ledger" });

    const names = findTeam("payments")?.services.map(({ name }) => name);
    expect(names).toEqual(["ledger", "payment-gateway"]);
    expect(db().select().from(services).all()).toHaveLength(2);
    expect(audited()).toMatchObject({ action: "team:add-service", detail: { service: "ledger" } });
  });

  test("says whose a service is already", () => {
    makeTeam({ name: "Payments", services: ["ledger"] });
    makeTeam({ name: "Growth" });
    const add = (slug: string) => () => addTeamService(admin, { slug, service: "Ledger" });
    expect(add("growth")).toThrow("ledger belongs to Payments. Remove it there first.");
    expect(add("growth")).toThrow(ConflictError);
    expect(add("payments")).toThrow("ledger belongs to Payments already.");
    expect(add("payments")).toThrow(DomainError);
  });
});

describe("removeTeamService", () => {
  test("leaves the service to nobody, once", () => {
    makeTeam({ name: "Payments", services: ["ledger"] });
    const [ledger] = findTeam("payments")?.services ?? [];
    const service = { slug: "payments", serviceId: ledger?.id ?? 0 };
    removeTeamService(admin, service);
    expect(listFreeServices()).toEqual(["ledger"]);
    expect(audited()).toMatchObject({ action: "team:remove-service" });
    expect(() => removeTeamService(admin, service)).toThrow(NotFoundError);
  });
});
