import { createServer, type Server } from "node:http";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { revokeApiToken } from "@/db/mutations/api-tokens";
import { runCommand } from "@/scripts/cli";
import { makeApiToken } from "@/tests/support/ask-api";
import { freshDatabase } from "@/tests/support/database";
import { makeIncident } from "@/tests/support/make-incident";
import { serveApi } from "@/tests/support/serve-api";

freshDatabase();
let server: Server;
let url: string;
beforeEach(async () => {
  globalThis.musterApiRate = undefined;
  globalThis.musterApiGuesses = undefined;
  ({ server, url } = await serveApi());
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
});

async function run(line: string, at: { url: string; token: string }) {
  vi.stubEnv("MUSTER_URL", at.url);
  vi.stubEnv("MUSTER_TOKEN", at.token);
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    cwd: ".",
  };
  const [verb = "", ...args] = line.split(" ");
  return { code: await runCommand(verb, args, io), out, err };
}

/** A server that is none of Muster's. */
async function serveOther(status: number, type: string): Promise<string> {
  server.close();
  server = createServer((_, response) => {
    response.writeHead(status, { "Content-Type": type, Location: "http://127.0.0.1:1/" });
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

describe("a verb on a portal elsewhere", () => {
  test("acts as the owner of the token, as far as its scopes go", async () => {
    const key = makeIncident();
    const { token } = await makeApiToken({ scopes: ["incidents:read"] });
    expect(await run("incident list", { url: `${url}/`, token })).toMatchObject({ code: 0 });
    expect(await run(`incident resolve ${key}`, { url, token })).toEqual({
      code: 1,
      out: [],
      err: ["This needs a token with the scope incidents:write."],
    });
  });

  test("waits where it asked too often, and goes on", async () => {
    const { token } = await makeApiToken();
    globalThis.musterApiRate = new RateLimiterMemory({ points: 1, duration: 1 });
    expect((await run("incident list", { url, token })).code).toBe(0);
    expect((await run("incident list", { url, token })).code).toBe(0);
  });

  test("says that the token does not work", async () => {
    const { token, id, viewer } = await makeApiToken();
    revokeApiToken(viewer, { id });
    expect((await run("incident list", { url, token })).err).toEqual([
      "This token does not work: it is unknown, expired or revoked.",
    ]);
  });

  test.each([
    ["incident list", { url: "ftp://x", token: "t" }, "not an http or https address"],
    ["incident list", { url: "http://127.0.0.1:1", token: "" }, "MUSTER_TOKEN is missing"],
    ["incident list", { url: "http://127.0.0.1:1", token: "a b" }, "not a token"],
    ["incident list", { url: "http://127.0.0.1:1", token: "t" }, "nothing answers there"],
    ["demo remove", { url: "http://127.0.0.1:1", token: "t" }, "own machine alone"],
    ["user list", { url: "http://127.0.0.1:1", token: "t" }, "own machine alone"],
  ])("says what is wrong: %s %o", async (line, at, says) => {
    expect(await run(line, at)).toEqual({ code: 1, out: [], err: [expect.stringContaining(says)] });
  });

  test.each([
    [302, "text/html", "answered 302"],
    [200, "text/html", "not the address of a Muster portal"],
    [502, "text/plain", "answered 502"],
  ])("says that a server which answers %i %s is none of Muster’s", async (status, type, says) => {
    const other = await serveOther(status, type);
    const { code, err } = await run("incident list", { url: other, token: "t" });
    expect([code, err]).toEqual([1, [expect.stringContaining(says)]]);
  });
});
