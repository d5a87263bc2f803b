import { beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "@/tests/support/database";
import { askApi, changeApi, makeApiToken } from "@/tests/support/ask-api";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();
let token: string;
beforeEach(async () => {
  globalThis.musterApiRate = undefined;
  ({ token } = await makeApiToken({ role: "admin" }));
});

async function addComponent(name: string, more: object = {}) {
  const added = await askApi("POST /components", { token, body: { name, ...more } });
  return { ...added.body, at: `/components/${added.body.id}` };
}

describe("components over the API", () => {
  test("are added to groups, changed, moved and archived", async () => {
    const group = await addComponent("Shop", { isGroup: true });
    const cart = await addComponent("Cart", { groupId: group.id });
    await addComponent("Login", { groupId: group.id });
    const changed = await changeApi(`PATCH ${cart.at}`, {
      token,
      body: { name: "Basket", description: "What you are about to buy." },
    });
    expect(changed.body).toMatchObject({ name: "Basket", groupId: group.id, showsUptime: true });
    await askApi(`POST ${cart.at}/moves`, { token, body: { to: "down" } });
    const { body: list } = await askApi("GET /components", { token });
    const names = list.items.map(({ name }: { name: string }) => name);
    expect(names).toEqual(["Shop", "Login", "Basket"]);
    await changeApi(`PATCH ${cart.at}`, { token, body: { isArchived: true } });
    const { body: archive } = await askApi("GET /components?archived=true", { token });
    expect(archive.items).toMatchObject([{ name: "Basket", isArchived: true }]);
  });

  test("are as people say, and remember how they were", async () => {
    const { at } = await addComponent("Cart");
    const body = { status: "major_outage" };
    const down = await changeApi(`PUT ${at}/state`, { token, at, body });
    expect(down.body).toMatchObject(body);
    const { body: states } = await askApi(`GET ${at}/states`, { token });
    expect(states.items).toMatchObject([{ ...body, setBy: "Ada", incident: null }]);
  });

  test("stand for services, which incidents name", async () => {
    makeIncident({ service: "checkout" });
    const { body } = await askApi("GET /services", { token });
    expect(body.items).toMatchObject([{ name: "checkout", team: null }]);
    const cart = await addComponent("Cart", { serviceId: body.items[0].id });
    expect(cart.service).toBe("checkout");
  });
});

describe("maintenance over the API", () => {
  const plan = {
    title: "New disks",
    scheduledFor: "2099-01-05T10:00:00Z",
    scheduledUntil: "2099-01-05T11:00:00Z",
    body: "We put in new disks.",
  };

  test("is announced, changed, begun, told of and corrected", async () => {
    const cart = await addComponent("Cart");
    const components = { [cart.id]: "under_maintenance" };
    const made = await askApi("POST /maintenance", { token, body: { ...plan, components } });
    expect(made.status).toBe(201);
    const at = made.headers.get("location")?.replace("/api/v1", "") ?? "";
    expect((await askApi(`GET ${at}`, { token })).body).toEqual(made.body);
    const later = { scheduledUntil: "2099-01-05T12:00:00Z" };
    const changed = await changeApi(`PATCH ${at}`, { token, body: later });
    expect(changed.body).toMatchObject({ ...later, title: plan.title });
    const begun = await askApi(`POST ${at}/updates`, { token, body: { status: "in_progress" } });
    expect(begun.body).toMatchObject({ status: "in_progress" });
    const [newest] = begun.body.updates;
    const body = { body: "We have begun." };
    const correct = `PATCH ${at}/updates/${newest.id}`;
    expect((await changeApi(correct, { token, body })).body).toMatchObject(body);
    expect((await askApi(`GET ${cart.at}`, { token })).body.status).toBe("under_maintenance");
  });

  test("at the same time as other work is asked about, and can be cancelled", async () => {
    const first = await askApi("POST /maintenance", { token, body: plan });
    const second = { ...plan, title: "New cables" };
    const refused = await askApi("POST /maintenance", { token, body: second });
    expect(refused.status).toBe(409);
    const overlaps = refused.body.current.overlaps;
    expect(overlaps).toEqual([first.body.id]);
    const made = await askApi("POST /maintenance", { token, body: { ...second, overlaps } });
    expect(made.status).toBe(201);
    const cancelled = await changeApi(`DELETE /maintenance/${made.body.id}`, { token });
    expect(cancelled.status).toBe(204);
    const { body: past } = await askApi("GET /maintenance?view=past", { token });
    expect(past.items).toMatchObject([{ title: "New cables" }]);
    const { body: current } = await askApi("GET /maintenance", { token });
    expect(current.items).toMatchObject([{ title: "New disks" }]);
  });
});

describe("people and teams over the API", () => {
  test("are known by names and addresses that somebody confirmed", async () => {
    const body = { name: "Ada Byron", alias: "ada@example.com" };
    const known = await askApi("POST /people", { token, body });
    expect(known.body).toMatchObject({ name: "Ada Byron", aliases: [{ alias: body.alias }] });
    const at = `/people/${known.body.id}`;
    const remove = `DELETE ${at}/aliases/${encodeURIComponent(body.alias)}`;
    expect((await changeApi(remove, { token, at })).status).toBe(204);
    expect((await askApi(`GET ${at}`, { token })).body.aliases).toEqual([]);
  });

  test("have accounts, which admins see without ways in", async () => {
    const { body, status } = await askApi("GET /accounts", { token });
    expect(status).toBe(200);
    expect(body.items).toMatchObject([{ name: "Ada", role: "admin", disabledAt: null }]);
    expect(JSON.stringify(body)).not.toContain("argon2");
    const { token: responder } = await makeApiToken();
    expect((await askApi("GET /accounts", { token: responder })).status).toBe(403);
  });

  test("work in teams with members, services and a lead", async () => {
    const made = await askApi("POST /teams", { token, body: { name: "Payments" } });
    expect(made.headers.get("location")).toBe("/api/v1/teams/payments");
    const at = "/teams/payments";
    const member = await askApi(`POST ${at}/members`, { token, body: { name: "Grace Hopper" } });
    const [{ id: leadId }] = member.body.members;
    await askApi(`POST ${at}/services`, { token, body: { service: "checkout" } });
    const led = await changeApi(`PATCH ${at}`, { token, body: { leadId, zone: "Europe/Berlin" } });
    expect(led.body).toMatchObject({ name: "Payments", lead: { name: "Grace Hopper" } });
    const { body: services } = await askApi("GET /services", { token });
    expect(services.items).toMatchObject([{ name: "checkout", team: "payments" }]);
    await changeApi(`DELETE ${at}/members/${leadId}`, { token, at });
    const [service] = led.body.services;
    await changeApi(`DELETE ${at}/services/${service.id}`, { token, at });
    const bare = await askApi(`GET ${at}`, { token });
    expect(bare.body).toMatchObject({ members: [], services: [], lead: null });
    expect((await changeApi(`DELETE ${at}`, { token })).status).toBe(204);
    expect((await askApi(`GET ${at}`, { token })).status).toBe(404);
  });
});
