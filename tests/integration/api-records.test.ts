import { beforeEach, describe, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import { readAuditFilters } from "@/lib/domain/audit-filters";
import { operator } from "@/lib/domain/viewer";
import { freshDatabase } from "@/tests/support/database";
import { askApi, changeApi, makeApiToken } from "@/tests/support/ask-api";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();
let token: string;
beforeEach(async () => {
  globalThis.musterApiRate = undefined;
  ({ token } = await makeApiToken({ role: "admin" }));
});

const verbs = () =>
  listAuditEntries(operator("test"), readAuditFilters({}), 100).map(({ action }) => action);

const exported = async (key: string) =>
  (await askApi(`GET /incidents/${key}/record`, { token })).body;

describe("records over the API", () => {
  test("are exported, with a note of it, and imported as they were", async () => {
    const record = await exported(makeIncident({ service: "checkout" }));
    expect(record.incident).toMatchObject({ title: "Checkout is slow", service: "checkout" });
    expect(verbs()).toContain("incident:export");
    const other = { ...record, incident: { ...record.incident, id: "INC-OLD-1" } };
    const preview = await askApi("POST /records/previews", { token, body: { record: other } });
    expect(preview.body).toMatchObject({ state: "new", summary: { key: "INC-OLD-1" } });
    const imported = await askApi("POST /records", { token, body: { record: other } });
    expect(imported.body).toEqual({ key: "INC-OLD-1", outcome: "created", published: 0 });
    expect((await exported("INC-OLD-1")).incident).toEqual(other.incident);
    const again = await askApi("POST /records", { token, body: { record: other } });
    expect(again.body.outcome).toBe("unchanged");
    const changed = { ...other, incident: { ...other.incident, title: "Another" } };
    const refused = await askApi("POST /records", { token, body: { record: changed } });
    expect(refused.status).toBe(409);
    expect(refused.body.current[0]).toContain("incident.title");
    const replacing = { record: changed, replace: true };
    const replaced = await askApi("POST /records", { token, body: replacing });
    expect(replaced.body.outcome).toBe("replaced");
  });

  test("that break a rule of the format are refused with every reason", async () => {
    const bad = await askApi("POST /records", { token, body: { record: { incident: {} } } });
    expect(bad.status).toBe(400);
    expect(bad.body.errors.length).toBeGreaterThan(1);
  });

  test("are analysed, whether they are stored or not", async () => {
    const key = makeIncident();
    const stored = await askApi(`GET /incidents/${key}/analysis`, { token });
    expect(stored.body.severity).toMatchObject({ declared: "SEV2" });
    const body = { record: await exported(key) };
    const given = await askApi("POST /analysis", { token, body });
    expect(given.body).toEqual(stored.body);
  });

  test("are found by their words, page by page", async () => {
    const keys = [1, 2, 3].map((day) =>
      makeIncident({ title: `Zebra ${day}` }, Date.UTC(2026, 0, day)),
    );
    const seen: string[] = [];
    let cursor = "";
    do {
      const page = await askApi(`GET /search?q=zebra&kind=incident&limit=2${cursor}`, { token });
      seen.push(...page.body.items.map(({ key }: { key: string }) => key));
      cursor = page.body.nextCursor === null ? "" : `&cursor=${page.body.nextCursor}`;
    } while (cursor !== "");
    expect(seen.toSorted()).toEqual(keys.toSorted());
  });
});

describe("subscribers over the API", () => {
  test("are added, found, listed with a note of it, and forgotten", async () => {
    const body = { kind: "mail", address: "Reader@Example.com" };
    const added = await askApi("POST /subscribers", { token, body });
    expect(added.body).toMatchObject({ address: "reader@example.com", state: "active" });
    const list = await askApi("GET /subscribers?search=reader", { token });
    expect(list.body.items).toEqual([added.body]);
    expect(verbs()).toContain("subscriber:export");
    const text = "address\nreader@example.com\nother@example.com\n";
    const imported = await askApi("POST /subscribers/imports", { token, body: { text } });
    expect(imported.body).toEqual({ added: 1, known: 1 });
    const at = `/subscribers/${added.body.id}`;
    expect((await changeApi(`DELETE ${at}`, { token })).status).toBe(204);
    expect((await askApi(`GET ${at}`, { token })).status).toBe(404);
  });
});

describe("share links over the API", () => {
  test("tell what opens them once, also where the request is repeated", async () => {
    const at = `/incidents/${makeIncident()}/share-links`;
    const body = { label: "Customer", showsMoney: true, passcode: "a quiet river" };
    const headers = { "Idempotency-Key": "share-1" };
    const first = await askApi(`POST ${at}`, { token, body, headers });
    expect(first.body.url).toMatch(/\/s\/[\w-]{43}$/);
    expect(first.body).toMatchObject({ label: "Customer", hasPasscode: true, showsMoney: true });
    const again = await askApi(`POST ${at}`, { token, body, headers });
    expect(again.body).toEqual({ ...first.body, url: null });
    const list = await askApi(`GET ${at}`, { token });
    expect(list.body.items).toHaveLength(1);
    expect(JSON.stringify(list.body)).not.toContain("argon2");
  });

  test("are changed, rotated, counted and revoked", async () => {
    const at = `/incidents/${makeIncident()}/share-links`;
    const made = await askApi(`POST ${at}`, { token, body: { label: "Customer" } });
    const one = `${at}/${made.body.id}`;
    const body = { wording: "roles", passcode: "a quiet river" };
    const changed = await changeApi(`PATCH ${one}`, { token, body });
    expect(changed.body).toMatchObject({ label: "Customer", wording: "roles", hasPasscode: true });
    const open = await changeApi(`PATCH ${one}`, { token, body: { passcode: null } });
    expect(open.body.hasPasscode).toBe(false);
    const rotated = await askApi(`POST ${one}/rotations`, { token });
    expect(rotated.body.url).not.toBe(made.body.url);
    const read = await askApi(`GET ${one}/receipts`, { token });
    expect(read.body).toEqual({ views: 0, lastViewedAt: null, days: [], followers: 0 });
    expect((await changeApi(`DELETE ${one}`, { token })).status).toBe(204);
    expect((await askApi(`GET ${one}`, { token })).body.state).toBe("revoked");
  });
});

describe("the audit record over the API", () => {
  test("is listed for admins, page by page, with the token by which a change came", async () => {
    const key = makeIncident();
    await changeApi(`PATCH /incidents/${key}`, { token, body: { title: "Down" } });
    const page = await askApi(`GET /audit?object=${key}&limit=1`, { token });
    const [entry] = page.body.items;
    expect(entry).toMatchObject({
      actor: "Ada",
      incidentKey: key,
      via: expect.stringMatching(/^token \d+$/),
    });
    const next = await askApi(`GET /audit?limit=1&cursor=${page.body.nextCursor}`, { token });
    expect(next.body.items[0].id).toBeLessThan(entry.id);
    expect((await askApi(`GET /audit/${entry.id}`, { token })).body).toEqual(entry);
    const { token: responder } = await makeApiToken();
    expect((await askApi("GET /audit", { token: responder })).status).toBe(403);
  });
});
