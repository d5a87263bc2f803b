import { beforeEach, describe, expect, test } from "vitest";
import { postUpdate } from "@/db/mutations/updates";
import { freshDatabase } from "@/tests/support/database";
import { askApi, changeApi, makeApiToken } from "@/tests/support/ask-api";
import { makeViewer } from "@/tests/support/make";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();
let token: string;
beforeEach(async () => {
  globalThis.musterApiRate = undefined;
  ({ token } = await makeApiToken({ scopes: ["incidents:read", "drafts:write"] }));
});

describe("a drafted update", () => {
  const body = { audience: "external", message: "Payments fail for some." };

  test("waits, is kept once, and tells nobody anything", async () => {
    const key = makeIncident();
    const at = `/incidents/${key}/drafts`;
    const drafted = await askApi(`POST ${at}`, { token, body });
    expect(drafted).toMatchObject({ status: 201, body: { ...body, key, draftedBy: "Grace" } });
    const again = await askApi(`POST ${at}`, { token, body });
    expect(again.body.id).toBe(drafted.body.id);
    expect((await askApi(`GET ${at}`, { token })).body.items).toHaveLength(1);
    expect((await askApi(`GET /incidents/${key}/updates`, { token })).body.items).toEqual([]);
  });

  test("is thrown away by somebody who has seen it", async () => {
    const key = makeIncident();
    const { body: draft } = await askApi(`POST /incidents/${key}/drafts`, { token, body });
    const path = `/incidents/${key}/drafts/${draft.id}`;
    expect((await changeApi(`DELETE ${path}`, { token })).status).toBe(204);
    expect((await askApi(`GET ${path}`, { token })).status).toBe(404);
  });

  test("is gone once it is posted", async () => {
    const key = makeIncident();
    const at = `/incidents/${key}/drafts`;
    const { body: draft } = await askApi(`POST ${at}`, { token, body });
    postUpdate(makeViewer(), { key, audience: "internal", message: "Some.", draft: draft.id });
    expect((await askApi(`GET ${at}`, { token })).body.items).toEqual([]);
  });

  test("is refused once twenty wait", async () => {
    const key = makeIncident();
    const draft = (message: string) =>
      askApi(`POST /incidents/${key}/drafts`, { token, body: { ...body, message } });
    for (let count = 0; count < 20; count += 1) expect((await draft(`${count}`)).status).toBe(201);
    expect((await draft("One more")).status).toBe(422);
  });

  test("needs its own scope, which posts nothing", async () => {
    const key = makeIncident();
    const posted = await askApi(`POST /incidents/${key}/updates`, { token, body });
    expect(posted.status).toBe(403);
    const { token: reader } = await makeApiToken({ scopes: ["incidents:read"] });
    const drafted = await askApi(`POST /incidents/${key}/drafts`, { token: reader, body });
    expect(drafted.status).toBe(403);
    const { token: viewer } = await makeApiToken({ role: "viewer" });
    expect((await askApi(`GET /incidents/${key}/drafts`, { token: viewer })).status).toBe(403);
  });
});

describe("a drafted section of a postmortem", () => {
  test("begins the postmortem, is marked, and leaves what people wrote", async () => {
    const key = makeIncident();
    const at = `POST /incidents/${key}/postmortem/sections`;
    const body = { title: "Root cause", body: "A full disk." };
    const first = await askApi(at, { token, body });
    expect(first).toMatchObject({ status: 200, body: { state: "draft", edition: null } });
    expect(first.body.body).toContain("## Root cause\n\nA full disk.\n\n> **TODO:** A program");

    const second = await askApi(at, { token, body: { ...body, body: "Two full disks." } });
    expect(second).toMatchObject({ status: 409, body: { current: { title: "Root cause" } } });
    const seen = second.body.current.body;
    const third = await askApi(at, { token, body: { ...body, body: "Two full disks.", seen } });
    expect(third.body.body).toContain("Two full disks.");
    expect(third.body.body).not.toContain("A full disk.");
  });
});
