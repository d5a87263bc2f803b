import { beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "@/tests/support/database";
import { askApi, changeApi, makeApiToken } from "@/tests/support/ask-api";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();
let token: string;
beforeEach(async () => {
  globalThis.musterApiRate = undefined;
  ({ token } = await makeApiToken());
});

async function makeAction(title = "Add an alert", key = makeIncident()) {
  const body = { title, owner: "Grace" };
  const { body: made } = await askApi(`POST /incidents/${key}/actions`, { token, body });
  return `/actions/${made.id}`;
}

describe("action items over the API", () => {
  test("are added to an incident, and read where the answer says", async () => {
    const key = makeIncident();
    const body = { title: "Add an alert", owner: "Grace", deadline: "2099-01-05" };
    const made = await askApi(`POST /incidents/${key}/actions`, { token, body });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...body, incident: key, status: "open" });
    const at = made.headers.get("location")?.replace("/api/v1", "");
    const read = await askApi(`GET ${at}`, { token });
    expect(read.body).toEqual(made.body);
  });

  test("are listed page by page, and by their column and owner", async () => {
    const [first, second] = [await makeAction("First"), await makeAction("Second")];
    const page = await askApi("GET /actions?limit=1", { token });
    expect(page.body.items).toMatchObject([{ title: "First", owner: "Grace" }]);
    const next = await askApi(`GET /actions?limit=1&cursor=${page.body.nextCursor}`, { token });
    expect(next.body).toMatchObject({ items: [{ title: "Second" }], nextCursor: null });
    await changeApi(`PATCH ${second}`, { token, body: { status: "in_progress", owner: null } });
    const open = await askApi("GET /actions?status=open", { token });
    expect(open.body.items.map(({ id }: { id: number }) => `/actions/${id}`)).toEqual([first]);
    const unowned = await askApi("GET /actions?unowned=true", { token });
    expect(unowned.body.items).toMatchObject([{ title: "Second", status: "in_progress" }]);
  });

  test("are changed in all that is sent, and in nothing else", async () => {
    const at = await makeAction();
    const body = {
      title: "Add two alerts",
      description: "One for each region.",
      ticketUrl: "https://example.com/browse/OPS-7",
      priority: "P1",
    };
    const changed = await changeApi(`PATCH ${at}`, { token, body });
    expect(changed.body).toMatchObject({ ...body, owner: "Grace", ticketKey: "OPS-7" });
    const less = await changeApi(`PATCH ${at}`, { token, body: { description: null } });
    expect(less.body).toMatchObject({ title: body.title, description: null });
    const history = await askApi(`GET ${at}/changes`, { token });
    expect(history.body.items[0]).toMatchObject({ field: "description", by: "Grace" });
  });

  test("are done only with what proves it", async () => {
    const at = await makeAction();
    const bare = await changeApi(`PATCH ${at}`, { token, body: { status: "done" } });
    expect(bare.status).toBe(422);
    const body = { status: "done", evidenceKind: "test", evidence: "It fires at 70 %." };
    const done = await changeApi(`PATCH ${at}`, { token, body });
    expect(done.body).toMatchObject({ ...body, closedBy: "Grace" });
  });

  test("are moved to a place of the board", async () => {
    const key = makeIncident();
    await makeAction("First", key);
    const at = await makeAction("Second", key);
    const body = { status: "open", index: 0 };
    const moved = await changeApi(`PUT ${at}/place`, { token, body, at });
    expect(moved.status).toBe(200);
    const { body: list } = await askApi("GET /actions", { token });
    expect(list.items.map(({ title }: { title: string }) => title)).toEqual(["Second", "First"]);
  });

  test("are not reminded of until a day, for a reason", async () => {
    const at = await makeAction();
    const silent = await changeApi(`PUT ${at}/snooze`, {
      token,
      at,
      body: { until: "2099-01-05" },
    });
    expect(silent.body.errors).toMatchObject([{ pointer: "/reason" }]);
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const body = { until: soon, reason: "The vendor is on leave." };
    const snoozed = await changeApi(`PUT ${at}/snooze`, { token, at, body });
    expect(snoozed.body.snoozedUntil).toBe(soon);
    const back = await changeApi(`PUT ${at}/snooze`, { token, at, body: { until: null } });
    expect(back.body.snoozedUntil).toBeNull();
  });

  test("are looked at later, and opened again where they did not help", async () => {
    const at = await makeAction();
    const done = { status: "done", evidenceKind: "test", evidence: "It fires at 70 %." };
    await changeApi(`PATCH ${at}`, { token, body: done });
    const body = { text: "The alert fires.", due: "2026-03-02" };
    const planned = await changeApi(`PUT ${at}/check`, { token, at, body });
    expect(planned.body).toMatchObject({ checkText: body.text, checkDue: body.due });
    const seen = { result: "failed", note: "It was silent.", reopens: true };
    const answered = await askApi(`POST ${at}/check/answers`, { token, body: seen });
    expect(answered.body).toMatchObject({ checkResult: "failed", status: "open" });
  });

  test("are commented on, and a comment is its author’s alone", async () => {
    const at = await makeAction();
    const body = { body: "Is this still needed?" };
    const said = await askApi(`POST ${at}/comments`, { token, body });
    expect(said.body).toMatchObject({ ...body, author: "Grace" });
    const one = `${at}/comments/${said.body.id}`;
    const { token: other } = await makeApiToken();
    const foreign = await changeApi(`PATCH ${one}`, { token: other, body: { body: "No." } });
    expect(foreign.status).toBe(422);
    const better = { body: "Is this needed?" };
    expect((await changeApi(`PATCH ${one}`, { token, body: better })).body).toMatchObject(better);
    expect((await changeApi(`DELETE ${one}`, { token })).status).toBe(204);
    const { body: list } = await askApi(`GET ${at}/comments`, { token });
    expect(list.items).toMatchObject([{ body: "", deletedAt: expect.any(String) }]);
  });

  test("of an incident that somebody may not see are not there", async () => {
    const key = makeIncident();
    const at = await makeAction("Hidden", key);
    await changeApi(`PATCH /incidents/${key}`, { token, body: { isPrivate: true } });
    const { token: other } = await makeApiToken();
    for (const path of [at, `${at}/comments`, `${at}/changes`]) {
      expect((await askApi(`GET ${path}`, { token: other })).status).toBe(404);
    }
    expect((await askApi("GET /actions", { token: other })).body.items).toEqual([]);
  });
});
