import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { changesOf } from "@/db/mutations/component-states";
import { moveComponent } from "@/db/mutations/component-order";
import { addComponent, archiveComponent, editComponent } from "@/db/mutations/components";
import {
  listArchivedComponents,
  listComponents,
  listPlaces,
  listServices,
} from "@/db/queries/components";
import { readSite } from "@/db/queries/public/site";
import { auditLog } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const admin = makeViewer({ role: "admin" });
const names = () => listComponents().map(({ name }) => name);
const site = () => readSite("http://status.example");
const onThePage = () => site().components.map(({ name }) => name);
const audited = () => db().select().from(auditLog).all().at(-1);

describe("addComponent", () => {
  test("puts it last, working, on the status page", () => {
    addComponent("Ada", { name: "Payments", description: "Cards and wallets" }, NOON);
    addComponent("Ada", { name: "Search" }, NOON);

    expect(listComponents()).toMatchObject([
      { name: "Payments", description: "Cards and wallets", status: "operational", statusAt: NOON },
      { name: "Search", description: null },
    ]);
    expect(site().components).toMatchObject([
      {
        id: expect.stringMatching(/^[0-9a-z]{12}$/),
        name: "Payments",
        description: "Cards and wallets",
        status: "operational",
        startDate: "2026-01-05",
      },
      { name: "Search", description: null },
    ]);
    expect(audited()).toMatchObject({ action: "component:add", object: "component Search" });
  });

  test("refuses a name that is taken, also in the archive", () => {
    const id = makeComponent("Payments");
    const again = () => addComponent("Ada", { name: "Payments" });
    expect(again).toThrow("There is a component Payments already.");
    archiveComponent(admin, { id, isArchived: true });
    expect(again).toThrow("There is a component Payments in the archive.");
  });

  test("refuses to know something since a day to come", () => {
    const from = (startDate: string) => () =>
      addComponent("Ada", { name: `Since ${startDate}`, startDate }, NOON);
    expect(from("2026-01-06")).toThrow("still to come");
    expect(from("2026-01-05")).not.toThrow();
  });

  test("refuses a service that is not there", () => {
    expect(() => addComponent("Ada", { name: "Payments", serviceId: 404 })).toThrow(
      "That service is not there any more.",
    );
  });
});

describe("editComponent", () => {
  test("renames, describes and links it", () => {
    makeIncident({ service: "payment-gateway" });
    const [service] = listServices();
    const id = makeComponent("Payments");
    const edit = { id, version: 1, name: "Card payments", description: "Cards" };
    editComponent(admin, { ...edit, serviceId: service?.id }, NOON);

    expect(listComponents()).toMatchObject([
      { name: "Card payments", description: "Cards", service: "payment-gateway", version: 2 },
    ]);
    expect(audited()).toMatchObject({
      action: "component:edit",
      detail: { before: { name: "Payments" }, after: { name: "Card payments" } },
    });
  });

  test("refuses whoever has not seen the last change, and a name of another one", () => {
    const id = makeComponent("Payments");
    makeComponent("Search");
    const edit = { id, version: 1, name: "Cards" };
    editComponent(admin, edit);
    expect(() => editComponent(admin, { ...edit, name: "Wallets" })).toThrow(ConflictError);
    expect(() => editComponent(admin, { ...edit, version: 2, name: "Search" })).toThrow("already");
    expect(() => editComponent(admin, { ...edit, id: 404 })).toThrow("not there");
    expect(names()).toEqual(["Cards", "Search"]);
  });
});

describe("moveComponent", () => {
  test("changes places with its neighbour, and stays at the ends", () => {
    const [first, , last] = ["A", "B", "C"].map((name) => makeComponent(name));
    moveComponent(admin, { id: first ?? 0, to: "down" });
    expect(names()).toEqual(["B", "A", "C"]);
    moveComponent(admin, { id: last ?? 0, to: "up" });
    moveComponent(admin, { id: last ?? 0, to: "up" });
    moveComponent(admin, { id: last ?? 0, to: "up" });
    expect(names()).toEqual(["C", "B", "A"]);
    expect(onThePage()).toEqual(["C", "B", "A"]);
  });
});

describe("archiveComponent", () => {
  test("takes it off the page and puts it back", () => {
    const id = makeComponent("Payments");
    archiveComponent(admin, { id, isArchived: true }, NOON);
    expect([names(), onThePage()]).toEqual([[], []]);
    expect(listArchivedComponents()).toMatchObject([{ name: "Payments" }]);

    archiveComponent(admin, { id, isArchived: false }, NOON);
    archiveComponent(admin, { id, isArchived: false }, NOON);
    expect(onThePage()).toEqual(["Payments"]);
    expect(audited()).toMatchObject({ action: "component:restore", object: "component Payments" });
  });
});

describe("groups", () => {
  const addGroup = (name: string) => addComponent("Ada", { name, isGroup: true }, NOON).id;
  const places = () =>
    listPlaces().map(({ name, isGroup, members }) =>
      isGroup ? [name, ...members.map((member) => member.name)] : name,
    );
  const within = (name: string, groupId: number) => addComponent("Ada", { name, groupId }, NOON).id;

  test("hold components, each with an order of its own", () => {
    const europe = addGroup("Europe");
    makeComponent("Website");
    const asia = addGroup("Asia");
    within("Search", europe);
    const cards = within("Cards", europe);
    expect(places()).toEqual([["Europe", "Search", "Cards"], "Website", ["Asia"]]);

    moveComponent(admin, { id: cards, to: "up" });
    moveComponent(admin, { id: cards, to: "up" });
    moveComponent(admin, { id: asia, to: "up" });
    expect(places()).toEqual([["Europe", "Cards", "Search"], ["Asia"], "Website"]);
    expect(listComponents()).toMatchObject([
      { name: "Cards", group: "Europe" },
      { name: "Search", group: "Europe" },
      { name: "Website", group: undefined },
    ]);
    expect(site().components.map(({ name }) => name)).toEqual([
      "Europe",
      "Cards",
      "Search",
      "Asia",
      "Website",
    ]);
  });

  test("take over a component that is moved into them, after the others", () => {
    const europe = addGroup("Europe");
    const website = makeComponent("Website");
    within("Search", europe);
    const edit = { id: website, name: "Website", version: 1 };
    editComponent(admin, { ...edit, groupId: europe, showsUptime: false, startDate: "2025-02-01" });
    expect(places()).toEqual([["Europe", "Search", "Website"]]);
    expect(site().components[2]).toMatchObject({
      isShowcased: false,
      isOnlyShownDegraded: false,
      startDate: "2025-02-01",
    });
    editComponent(admin, { ...edit, version: 2 });
    expect(places()).toEqual([["Europe", "Search"], "Website"]);
  });

  test("are told of by name and description alone, and are in no group", () => {
    const [europe, asia] = [addGroup("Europe"), addGroup("Asia")];
    const edit = { id: asia, version: 1, name: "Asia and Pacific", description: "All of it" };
    editComponent(admin, { ...edit, groupId: europe, showsUptime: false });
    expect(listPlaces()).toMatchObject([
      { name: "Europe", members: [] },
      { name: "Asia and Pacific", description: "All of it", showsUptime: true },
    ]);
  });

  test("are archived once they are empty, and what comes back has no group that is gone", () => {
    const europe = addGroup("Europe");
    const cards = within("Cards", europe);
    const archive = (id: number, isArchived = true) =>
      archiveComponent(admin, { id, isArchived }, NOON);
    expect(() => archive(europe)).toThrow("Europe still holds 1 component.");
    archive(cards);
    archive(europe);
    archive(cards, false);
    expect(places()).toEqual(["Cards"]);
    expect(() => within("Search", europe)).toThrow("That group is not there any more.");
    expect(() => within("Search", cards)).toThrow("That group is not there any more.");
  });

  test("have no states for an update to set", () => {
    const europe = addGroup("Europe");
    expect(() => changesOf({ [europe]: "major_outage" }, {}, "investigating")).toThrow("not there");
  });
});

describe("an update whose components were archived while it was written", () => {
  test("is refused only where it sets one of them", () => {
    const [kept, gone] = [makeComponent("Checkout"), makeComponent("Search")];
    archiveComponent(admin, { id: gone, isArchived: true }, NOON);
    const seen = { [kept]: "operational", [gone]: "operational" } as const;

    for (const untouched of [undefined, seen[gone]]) {
      const chosen = { [kept]: "major_outage", [gone]: untouched } as const;
      const changes = changesOf(chosen, seen, "investigating");
      expect(changes).toMatchObject([{ id: kept, after: "major_outage" }]);
    }
    expect(() => changesOf({ [gone]: "major_outage" }, seen, "investigating")).toThrow("not there");
    expect(() => changesOf({ [gone]: "operational" }, {}, "investigating")).toThrow("not there");
  });
});
