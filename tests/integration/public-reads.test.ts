import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TYPES, type SiteFile } from "@/lib/status-page/file";
import { makePublicFiles } from "@/scripts/server/public-files.mjs";
import { publicPathOf, statusPlace } from "@/scripts/server/public-place.mjs";
import { packed } from "@/scripts/status/packed";
import { ask } from "@/tests/support/ask";

const NOW = Date.UTC(2026, 4, 1);
const TEXT = "All is well. ".repeat(100);
const file = (path: string, change: Partial<SiteFile> = {}): SiteFile => ({
  path,
  type: TYPES.html,
  kind: "page",
  body: TEXT,
  ...change,
});
const pack = (one: SiteFile, isCold = false) =>
  packed(one, { etag: `of-${one.path}`, now: NOW, isCold });

const HOT = [file(""), file("history"), file("404", { status: 404, body: "No page here" })];
const COLD = file("incidents/old");

const servers: Server[] = [];
async function serve(files: ReturnType<typeof makePublicFiles>): Promise<number> {
  const server = createServer((request, response) => {
    const [path = "", query] = (request.url ?? "").slice(1).split("?", 2);
    files.answer(request, response, path, query);
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return address.port;
}

let port = 0;
beforeAll(async () => {
  const files = makePublicFiles({ "Strict-Transport-Security": "max-age=1" });
  const changed = [...HOT.map((one) => pack(one)), pack(COLD, true)];
  files.replace({ removed: [], changed, isWhole: true });
  port = await serve(files);
});
afterAll(() => servers.forEach((server) => server.close()));

const read = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  ask(port, path, { headers, method });

describe("a read of the public page", () => {
  test.each([
    ["br", "br"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.5", "br"],
    ["gzip;q=0", undefined],
    ["deflate", undefined],
    ["*", undefined],
    ["", undefined],
  ])("that accepts “%s” gets %s", async (accepted, encoding) => {
    const { headers, body } = await read("/", { "Accept-Encoding": accepted });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toBe("Accept-Encoding");
    expect(headers["content-length"]).toBe(String(body.length));
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
    const text = encoding === "br" || encoding === "gzip" ? unpack[encoding](body) : body;
    expect(text.toString()).toBe(TEXT);
  });

  test.each(["br, gzip", "gzip", ""])("of old news gets the same with “%s”", async (accepted) => {
    const { headers, body } = await read("/incidents/old", { "Accept-Encoding": accepted });
    expect(headers["content-length"]).toBe(String(body.length));
    expect((accepted === "" ? body : gunzipSync(body)).toString()).toBe(TEXT);
  });

  test.each(["/", "/history", "/incidents/old", "/none"])(
    "by HEAD is told the same of %s",
    async (path) => {
      for (const accepted of ["br", "gzip", ""]) {
        const get = await read(path, { "Accept-Encoding": accepted });
        const head = await read(path, { "Accept-Encoding": accepted }, "HEAD");
        expect(head.status).toBe(get.status);
        expect({ ...head.headers, date: "" }).toEqual({ ...get.headers, date: "" });
        expect(head.body).toHaveLength(0);
      }
    },
  );

  test("has another tag in each encoding", async () => {
    const tags = await Promise.all(
      ["br", "gzip", ""].map(
        async (one) => (await read("/", { "Accept-Encoding": one })).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(3);
    const other = await read("/", { "Accept-Encoding": "br", "If-None-Match": String(tags[1]) });
    expect(other.status).toBe(200);
  });

  test.each([
    (tag: string) => tag,
    (tag: string) => `W/${tag}`,
    (tag: string) => `"other", ${tag} , "third"`,
    () => "*",
  ])("of what is known is answered with 304 (%#)", async (tagsOf) => {
    const { headers } = await read("/");
    const known = await read("/", { "If-None-Match": tagsOf(String(headers.etag)) });
    expect(known.status).toBe(304);
    expect(known.body).toHaveLength(0);
    expect(known.headers).toMatchObject({
      etag: headers.etag,
      vary: "Accept-Encoding",
      "cache-control": headers["cache-control"],
    });
    expect(known.headers["content-length"]).toBeUndefined();
  });

  test("by time is answered with 304 too, unless a tag says otherwise", async () => {
    const { headers } = await read("/");
    const time = { "If-Modified-Since": String(headers["last-modified"]) };
    expect((await read("/", time)).status).toBe(304);
    expect((await read("/", { ...time, "If-None-Match": '"other"' })).status).toBe(200);
    expect((await read("/", { "If-Modified-Since": new Date(0).toUTCString() })).status).toBe(200);
  });

  test("of a part gets the whole, as no part is offered", async () => {
    const { status, headers, body } = await read("/", { Range: "bytes=0-9" });
    expect(status).toBe(200);
    expect(headers["accept-ranges"]).toBeUndefined();
    expect(body.toString()).toBe(TEXT);
  });

  test("gets one and the same answer for whatever is not there", async () => {
    const { headers, body } = await read("/none");
    expect(body.toString()).toBe("No page here");
    const odd = [
      "/incidents/unknown",
      `/${"a".repeat(9000)}`,
      `/${"/".repeat(5000)}`,
      "/%00",
      "/%zz",
      "/..%2f..%2fetc%2fpasswd",
      "/__proto__",
      "/constructor?page=1",
      "/?page=__proto__&kind=constructor".replace("/?", "/x?"),
    ];
    for (const path of odd) {
      const answer = await read(path);
      expect(answer.status, path).toBe(404);
      expect({ ...answer.headers, date: "" }, path).toEqual({ ...headers, date: "" });
      expect(answer.body.equals(body), path).toBe(true);
    }
  });

  test("with a slash too many gets the page", async () => {
    expect((await read("/history/")).body.toString()).toBe(TEXT);
  });

  test("is held to TLS where the page has it", async () => {
    expect((await read("/")).headers["strict-transport-security"]).toBe("max-age=1");
  });
});

describe("before all is prepared", () => {
  test("nothing is said to be missing, and what is there is answered", async () => {
    const files = makePublicFiles({ "Strict-Transport-Security": "max-age=1" });
    const early = await serve(files);
    const nothing = await ask(early, "/");
    expect(nothing.status).toBe(503);
    expect(nothing.headers["retry-after"]).toBe("2");
    expect(nothing.headers["strict-transport-security"]).toBe("max-age=1");
    expect(nothing.headers["content-security-policy"]).toContain("default-src 'none'");

    files.replace({ removed: [], changed: HOT.map((one) => pack(one)), isWhole: false });
    expect((await ask(early, "/")).status).toBe(200);
    expect((await ask(early, "/incidents/old")).status).toBe(503);

    files.replace({ removed: ["history"], changed: [pack(COLD, true)], isWhole: true });
    expect((await ask(early, "/incidents/old")).status).toBe(200);
    expect((await ask(early, "/history")).status).toBe(404);
  });
});

describe("the place of the page", () => {
  const own = statusPlace("https://status.example.com");
  const below = statusPlace("http://127.0.0.1:3000/status");

  test.each([
    ["/", "status.example.com", ""],
    ["/history?x=1", "status.example.com", "history"],
    ["/incidents", "Status.Example.COM", "incidents"],
    ["/login", "status.example.com", "login"],
    ["/login", "portal.example.com", undefined],
    ["/subscribe", "status.example.com", undefined],
    ["/", undefined, undefined],
  ])("on its own host: %s of %s is %s", (url, host, path) => {
    expect(publicPathOf(url, host, own)).toBe(path);
  });

  test.each([
    ["/status", ""],
    ["/status/", ""],
    ["/status?x=/y", ""],
    ["/status/history", "history"],
    ["/statusx", undefined],
    ["/status/subscribe/abc", undefined],
    ["/status/subscribers", "subscribers"],
    ["/", undefined],
  ])("at the portal's: %s is %s", (url, path) => {
    expect(publicPathOf(url, "127.0.0.1:3000", below)).toBe(path);
  });
});
