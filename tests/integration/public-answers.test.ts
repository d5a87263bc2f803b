import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePublicFiles } from "@/scripts/server/public-files.mjs";
import { answerOther } from "@/scripts/server/public-methods.mjs";
import type { PackedFile } from "@/scripts/status/packed";

const file = (path: string, body: string, more: Partial<PackedFile> = {}): PackedFile => ({
  path,
  type: "application/json; charset=utf-8",
  kind: "data",
  etag: body,
  changedAt: 0,
  size: Buffer.byteLength(body),
  identity: Uint8Array.from(Buffer.from(body)),
  br: Uint8Array.from(brotliCompressSync(body)),
  gzip: Uint8Array.from(gzipSync(body)),
  ...more,
});
const page = (path: string, body: string, more: Partial<PackedFile> = {}) =>
  file(path, body, { type: "text/html; charset=utf-8", kind: "page", ...more });

const files = makePublicFiles({});
let server: Server;
let url = "";

beforeAll(async () => {
  const changed = [
    page("", "home"),
    page("404", "none", { status: 404 }),
    page("embed", "small", { isEmbeddable: true }),
    page("incidents/a", "entry", { link: '<x.json>; rel="alternate"' }),
    file("history.atom", "all"),
    file("history.atom?kind=incident", "incidents"),
    file("api/v2/incidents.json", "newest"),
    file("api/v2/incidents.json?page=1", "first"),
    file("api/v2/incidents.json?page=2", "second"),
    file("api/v2/incidents.json?page=", "empty"),
    file("api/v3/summary.json", "rich"),
  ];
  files.replace({ changed, removed: [], isWhole: true });
  server = createServer((request, response) => {
    const [path = "", query] = (request.url ?? "").slice(1).split("?");
    if (request.method === "GET" || request.method === "HEAD") {
      files.answer(request, response, path, query);
    } else answerOther(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address === "string" || !address) throw new Error("The server has no port.");
  url = `http://127.0.0.1:${address.port}`;
});

afterAll(() => server.close());

const read = (path: string, init?: RequestInit) => fetch(`${url}/${path}`, init);
const textOf = async (path: string) => (await read(path)).text();

describe("what a query asks for", () => {
  test.each([
    ["history.atom?kind=incident", "incidents"],
    ["history.atom?utm_source=mail&kind=incident", "incidents"],
    ["history.atom?kind=other", "all"],
    ["history.atom?cache=1", "all"],
    ["api/v2/incidents.json?page=2", "second"],
    ["api/v2/incidents.json?page=2&_=1", "second"],
    ["api/v2/incidents.json?page=3", "empty"],
    ["api/v2/incidents.json?page=99999", "empty"],
    ["api/v2/incidents.json?page=0", "newest"],
    ["api/v2/incidents.json?page=x", "newest"],
    ["?page=3", "home"],
    ["api/v3/summary", "rich"],
    ["api/v3/summary.json", "rich"],
    ["api/v2/summary", "none"],
  ])("in %s is answered with %s", async (path, body) => {
    expect(await textOf(path)).toBe(body);
  });
});

describe("the headers of an answer", () => {
  test("let any site read what is no page, and none frame it", async () => {
    const { headers } = await read("history.atom", { method: "HEAD" });
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  test("let any site frame only what is made for it", async () => {
    const policyOf = async (path: string) =>
      (await read(path)).headers.get("content-security-policy");
    expect(await policyOf("embed")).toContain("frame-ancestors *");
    expect(await policyOf("")).toContain("frame-ancestors 'none'");
  });

  test("name an entry's other forms", async () => {
    expect((await read("incidents/a")).headers.get("link")).toBe('<x.json>; rel="alternate"');
    expect((await read("")).headers.get("link")).toBeNull();
  });
});

describe("every answer", () => {
  test("says since when nothing new is known, while that is so", async () => {
    files.stand({ staleSince: 0 });
    const { headers } = await read("api/v2/incidents.json");
    expect(headers.get("x-stale-since")).toBe("1970-01-01T00:00:00.000Z");
    expect(headers.get("access-control-expose-headers")).toContain("X-Stale-Since");
    expect((await read("")).headers.has("x-stale-since")).toBe(true);

    files.stand({ staleSince: undefined });
    expect((await read("api/v2/incidents.json")).headers.has("x-stale-since")).toBe(false);
  });
});

describe("what is no read", () => {
  test.each(["POST", "DELETE", "PUT", "PATCH"])("is refused with JSON: %s", async (method) => {
    const answer = await read("api/v2/subscribers.json", { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(await answer.json()).toMatchObject({ error: expect.stringContaining("only be read") });
  });

  test("is allowed where a browser asks for leave first", async () => {
    const answer = await read("api/v2/status.json", { method: "OPTIONS" });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-headers")).toBe("*");
  });
});
