import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { moveComponent } from "@/db/mutations/component-order";
import { addComponent, archiveComponent, editComponent } from "@/db/mutations/components";
import { listArchivedComponents, listComponents, listServices } from "@/db/queries/components";
import { getStatusPage } from "@/db/queries/public/status-page";
import { auditLog } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const admin = makeViewer({ role: "admin" });
const names = () => listComponents().map(({ name }) => name);
const onThePage = () => getStatusPage(NOON).components.map(({ name }) => name);
const audited = () => db().select().from(auditLog).all().at(-1);

describe("addComponent", () => {
  test("puts it last, working, on the status page", () => {
    addComponent("Ada", { name: "Payments", description: "Cards and wallets" }, NOON);
    addComponent("Ada", { name: "Search" }, NOON);

    expect(listComponents()).toMatchObject([
      { name: "Payments", description: "Cards and wallets", status: "operational", statusAt: NOON },
      { name: "Search", description: null },
    ]);
    expect(getStatusPage(NOON).components).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-z]{12}$/),
        name: "Payments",
        description: "Cards and wallets",
        status: "operational",
      },
      expect.objectContaining({ name: "Search", description: undefined }),
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
    expect(audited()).toMatchObject({ action: "component:edit", detail: { before: "Payments" } });
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
