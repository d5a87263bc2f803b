import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { revokeApiToken } from "@/db/mutations/api-tokens";
import { apiTokens, auditLog, users } from "@/db/schema";
import { freshDatabase } from "@/tests/support/database";
import { askApi, makeApiToken } from "@/tests/support/ask-api";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();
beforeEach(() => {
  globalThis.musterApiRate = undefined;
  globalThis.musterApiGuesses = undefined;
});

const declaration = { title: "Checkout is slow", severity: "SEV2" };

describe("the door of the API", () => {
  test("answers nobody without a token, in a problem document", async () => {
    const answer = await askApi("GET /incidents");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect(answer.body).toMatchObject({ type: "/docs/api#unauthorized", status: 401 });
  });

  test("answers no token that is unknown, expired, revoked or of a disabled account", async () => {
    const one = await makeApiToken();
    expect((await askApi("GET /incidents", { token: one.token })).status).toBe(200);
    expect((await askApi("GET /incidents", { token: `${one.token}x` })).status).toBe(401);

    revokeApiToken(one.viewer, { id: one.id });
    expect((await askApi("GET /incidents", { token: one.token })).status).toBe(401);

    const two = await makeApiToken();
    db()
      .update(apiTokens)
      .set({ expiresAt: Date.now() - 1 })
      .run();
    expect((await askApi("GET /incidents", { token: two.token })).status).toBe(401);

    const three = await makeApiToken();
    db().update(users).set({ disabledAt: Date.now() }).run();
    expect((await askApi("GET /incidents", { token: three.token })).status).toBe(401);
  });

  test("takes no cookie for a token", async () => {
    const { token } = await makeApiToken();
    const answer = await askApi("GET /incidents", { headers: { Cookie: `token=${token}` } });
    expect(answer.status).toBe(401);
  });

  test("lets a token do what it is for and its owner may do, and notes what it refused", async () => {
    const reader = await makeApiToken({ scopes: ["incidents:read"] });
    const wrote = await askApi("POST /incidents", { token: reader.token, body: declaration });
    expect(wrote.status).toBe(403);
    expect(wrote.body.detail).toBe("This needs a token with the scope incidents:write.");

    const viewer = await makeApiToken({ role: "viewer" });
    const tried = await askApi("POST /incidents", { token: viewer.token, body: declaration });
    expect(tried.status).toBe(403);
    const refusals = db().select().from(auditLog).where(eq(auditLog.kind, "refusal"));
    expect(refusals.all()).toMatchObject([
      { action: "incident:declare", detail: { why: "scope" }, via: `token ${reader.id}` },
      { action: "incident:declare", detail: { why: "role" }, via: `token ${viewer.id}` },
    ]);
  });

  test("says in the audit record by which token a change came", async () => {
    const { token, id } = await makeApiToken();
    expect((await askApi("POST /incidents", { token, body: declaration })).status).toBe(201);
    const declared = db().select().from(auditLog).all().at(-1);
    expect(declared).toMatchObject({ action: "incident:declare", via: `token ${id}` });
  });

  test("says how much may still be asked, and after that when to come again", async () => {
    const { token } = await makeApiToken();
    const first = await askApi("GET /incidents", { token });
    expect(first.headers.get("ratelimit-policy")).toBe('"token";q=600;w=60');
    expect(first.headers.get("ratelimit")).toMatch(/^"token";r=599;t=\d+$/);

    vi.spyOn(globalThis.musterApiRate ?? raise(), "points", "get").mockReturnValue(1);
    const second = await askApi("GET /incidents", { token });
    expect(second.status).toBe(429);
    expect(Number(second.headers.get("retry-after"))).toBeGreaterThan(0);
    const other = await makeApiToken();
    expect((await askApi("GET /incidents", { token: other.token })).status).toBe(200);
  });

  test("answers wrong tokens with nothing, and the right one all the while", async () => {
    const { token } = await makeApiToken();
    const statuses = new Set<number>();
    for (let guess = 0; guess < 200; guess += 1) {
      statuses.add((await askApi("GET /incidents", { token: `muster_${guess}` })).status);
    }
    expect(statuses).toEqual(new Set([401, 429]));
    expect((await askApi("GET /incidents", { token })).status).toBe(200);
  });

  test("knows which methods an address answers", async () => {
    const { token } = await makeApiToken();
    const wrong = await askApi("DELETE /incidents", { token });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("GET, POST");
    expect((await askApi("GET /nothing", { token })).status).toBe(404);
    expect((await askApi("GET /incidents/%E0%A4%A/timeline", { token })).status).toBe(404);
  });

  test.each([
    ["no JSON", "{", 400, "malformed"],
    ["deeper than a request is", "[".repeat(50), 400, "malformed"],
    ["meant for a prototype", '{"__proto__":{}}', 400, "malformed"],
    ["of another shape", '{"title":"x","severity":"SEV9","more":1}', 400, "invalid"],
    ["empty", "", 400, "invalid"],
  ])("refuses a body that is %s", async (_, body, status, kind) => {
    const { token } = await makeApiToken();
    const answer = await askApi("POST /incidents", { token, body });
    expect(answer.status).toBe(status);
    expect(answer.body.type).toBe(`/docs/api#${kind}`);
  });

  test("names what is wrong with a body and with parameters", async () => {
    const { token } = await makeApiToken();
    const body = await askApi("POST /incidents", { token, body: { title: "", severity: "SEV2" } });
    expect(body.body.errors).toEqual([{ pointer: "/title", detail: "Give the incident a title." }]);
    const query = await askApi("GET /incidents?limit=0&colour=red", { token });
    expect(query.status).toBe(400);
    expect(query.body.errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      "limit",
      "colour",
    ]);
  });

  test("refuses a body that is no JSON by its type", async () => {
    const { token } = await makeApiToken();
    const headers = { "Content-Type": "text/plain" };
    const answer = await askApi("POST /incidents", { token, body: "{}", headers });
    expect(answer.status).toBe(415);
  });

  test("answers 304 to whoever has it already", async () => {
    const { token } = await makeApiToken();
    const key = makeIncident();
    const first = await askApi(`GET /incidents/${key}`, { token });
    const headers = { "If-None-Match": first.headers.get("etag") ?? "" };
    expect((await askApi(`GET /incidents/${key}`, { token, headers })).status).toBe(304);
  });
});

function raise(): never {
  throw new Error("There is no limiter yet.");
}
