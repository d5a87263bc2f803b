import { desc } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/api/mcp/route";
import { OFFERED } from "@/app/api/mcp/tools";
import { OPERATIONS } from "@/app/api/v1/operations/registry";
import { db } from "@/db/client";
import { makePrivate } from "@/db/mutations/privacy";
import { auditLog, communications, postmortemEditions, publicUpdates } from "@/db/schema";
import type { Scope } from "@/lib/domain/scopes";
import { makeApiToken } from "@/tests/support/ask-api";
import { callTool, connectAssistant } from "@/tests/support/assistant";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();
beforeEach(() => {
  globalThis.musterApiRate = undefined;
  globalThis.musterApiGuesses = undefined;
});

async function assistantWith(...scopes: Scope[]) {
  const { token } = await makeApiToken({ scopes });
  return connectAssistant(token, POST);
}

const namesOf = async (client: Awaited<ReturnType<typeof assistantWith>>) =>
  (await client.listTools()).tools.map(({ name }) => name);

function post(token: string, body: unknown, headers: Record<string, string> = {}) {
  return POST(
    new Request("http://127.0.0.1:3000/api/mcp", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
        Accept: "application/json, text/event-stream",
        ...headers,
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
}

const META = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": {},
};

const PING = { jsonrpc: "2.0", id: 1, method: "ping" };

describe("an assistant", () => {
  test("is offered what there is, each thing by names that say where it belongs", () => {
    const offered = OPERATIONS.filter(({ id }) => OFFERED.includes(id));
    expect(offered.map(({ id }) => id).sort()).toEqual(OFFERED.toSorted());
    for (const { schemas } of offered) {
      const names = [schemas.params, schemas.query, schemas.body].flatMap((part) =>
        part && "shape" in part ? Object.keys(Object(part.shape)) : [],
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test("is offered what its token is for, and no more", async () => {
    const reader = await namesOf(await assistantWith("incidents:read"));
    expect(reader).toContain("get_incident");
    expect(reader).not.toContain("add_timeline_row");
    expect(reader).not.toContain("get_postmortem");
    const drafter = await namesOf(await assistantWith("drafts:write"));
    expect(drafter).toEqual(["draft_update", "draft_postmortem_section"]);
    await expect(assistantWith("updates:write", "incidents:write")).rejects.toThrow("for nothing");
  });

  test("is not offered what the owner of its token may not do", async () => {
    const { token } = await makeApiToken({ role: "viewer" });
    const names = await namesOf(await connectAssistant(token, POST));
    expect(names).toContain("get_incident");
    expect(names).not.toContain("draft_update");
  });

  test("finds and reads incidents", async () => {
    const key = makeIncident({ severity: "SEV1" });
    makeIncident({ severity: "SEV3" });
    const client = await assistantWith("incidents:read");
    const { answer } = await callTool(client, "list_incidents", { severity: "SEV1", limit: 5 });
    expect(answer.items).toMatchObject([{ key, severity: "SEV1" }]);
    const read = await callTool(client, "get_incident", { key });
    expect(read).toMatchObject({ isError: false, answer: { key, title: "Checkout is slow" } });
  });

  test("searches, and reads what follows from a record", async () => {
    const key = makeIncident({ title: "The queue is full" });
    const client = await assistantWith("incidents:read");
    const { answer } = await callTool(client, "search", { q: "queue", kind: "incident" });
    expect(answer.items).toMatchObject([{ kind: "incident", key }]);
    const analysis = await callTool(client, "analyze_incident", { key });
    expect(analysis.answer.severity).toMatchObject({ declared: "SEV2" });
  });

  test("is told how each tool is asked", async () => {
    const { tools } = await (await assistantWith("timeline:write")).listTools();
    expect(tools).toMatchObject([
      {
        name: "add_timeline_row",
        title: "Add what somebody saw or did",
        annotations: { readOnlyHint: false, destructiveHint: false },
        inputSchema: {
          type: "object",
          required: ["key", "description"],
          properties: { key: { type: "string" }, at: { format: "date-time" } },
        },
      },
    ]);
  });

  test("notes in the timeline, which says that it came with a token", async () => {
    const key = makeIncident();
    const { token, id } = await makeApiToken({ scopes: ["timeline:write"] });
    const client = await connectAssistant(token, POST);
    const given = { key, description: "The disk was full.", at: "2026-01-05T11:50:00Z" };
    const { answer } = await callTool(client, "add_timeline_row", given);
    expect(answer).toMatchObject({ key, description: given.description, actor: "Grace" });
    const entry = db().select().from(auditLog).orderBy(desc(auditLog.id)).limit(1).get();
    expect(entry).toMatchObject({ action: "incident:add-event", via: `token ${id}` });
  });

  test("drafts, and nothing of that is posted or published", async () => {
    const key = makeIncident();
    const client = await assistantWith("drafts:write");
    const draft = { key, audience: "external", message: "Payments fail." };
    expect((await callTool(client, "draft_update", draft)).answer).toMatchObject(draft);
    const section = { key, title: "Root cause", body: "A full disk." };
    const { answer } = await callTool(client, "draft_postmortem_section", section);
    expect(answer).toMatchObject({ state: "draft", edition: null });
    expect(db().select().from(communications).all()).toEqual([]);
    expect(db().select().from(publicUpdates).all()).toEqual([]);
    expect(db().select().from(postmortemEditions).all()).toEqual([]);
  });

  test("is told what is wrong with what it asked", async () => {
    const client = await assistantWith("incidents:read", "timeline:write");
    const gone = await callTool(client, "get_incident", { key: "INC-1" });
    expect(gone).toMatchObject({ isError: true, answer: { status: 404 } });
    const key = makeIncident();
    const wrong = await callTool(client, "add_timeline_row", { key, when: "now" });
    expect(wrong.isError).toBe(true);
    expect(wrong.answer.errors).toEqual(
      expect.arrayContaining([
        { parameter: "when", detail: "There is no such name." },
        expect.objectContaining({ pointer: "/description" }),
      ]),
    );
  });

  test("does not find private incidents", async () => {
    const key = makeIncident();
    makePrivate(makeViewer(), { key });
    const client = await assistantWith("incidents:read");
    expect((await callTool(client, "list_incidents", {})).answer.items).toEqual([]);
    expect((await callTool(client, "get_incident", { key })).answer.status).toBe(404);
  });
});

describe("the address for assistants", () => {
  test("knows nobody without a token that works", async () => {
    const answer = await post("unknown", PING);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  });

  test("counts requests as the API does, and takes one message at a time", async () => {
    const { token } = await makeApiToken();
    const answer = await post(token, PING);
    expect([answer.status, answer.headers.has("ratelimit")]).toEqual([200, true]);
    expect((await post(token, [PING, PING])).status).toBe(400);
  });

  test("answers clients of the newest version too", async () => {
    const key = makeIncident();
    const { token } = await makeApiToken();
    const params = { _meta: META, name: "get_incident", arguments: { key } };
    const call = { jsonrpc: "2.0", id: 1, method: "tools/call", params };
    const headers = {
      "MCP-Protocol-Version": "2026-07-28",
      "Mcp-Method": "tools/call",
      "Mcp-Name": "get_incident",
    };
    const { result } = await (await post(token, call, headers)).json();
    expect(JSON.parse(result.content[0].text)).toMatchObject({ key });
  });

  test("opens no stream that waits for news", async () => {
    const { token } = await makeApiToken();
    const params = { _meta: META, notifications: { toolsListChanged: true } };
    const listen = { jsonrpc: "2.0", id: 1, method: "subscriptions/listen", params };
    const headers = { "MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "subscriptions/listen" };
    const answer = await post(token, listen, headers);
    expect(await answer.json()).toMatchObject({
      error: { message: expect.stringContaining("limit") },
    });
  });

  test.each([
    ["no JSON", "{", {}, 400],
    ["another kind of body", PING, { "Content-Type": "text/plain" }, 415],
    ["no message", { hello: 1 }, {}, 400],
    ["nothing", "", {}, 400],
  ])("refuses %s", async (_, body, headers, status) => {
    const { token } = await makeApiToken();
    expect((await post(token, body, headers)).status).toBe(status);
  });
});
