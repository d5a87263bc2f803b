import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { providerFetch } from "@/lib/auth/provider-fetch";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return `http://127.0.0.1:${address.port}/`;
}

const ask = (url: string, body?: URLSearchParams) =>
  providerFetch(url, {
    method: body ? "POST" : "GET",
    headers: body ? { "content-type": "application/x-www-form-urlencoded" } : {},
    body,
    redirect: "manual",
  });

describe("providerFetch", () => {
  test("sends a form and gives the answer with its status and type", async () => {
    const url = await serve(async (request, response) => {
      let sent = "";
      for await (const part of request) sent += part;
      response.writeHead(400, { "content-type": "application/json" });
      response.end(JSON.stringify({ sent, encoding: request.headers["accept-encoding"] }));
    });
    const answer = await ask(url, new URLSearchParams({ code: "ä" }));
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(await answer.json()).toEqual({ sent: "code=%C3%A4", encoding: "identity" });
  });

  test("follows no redirect", async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect((await ask(url)).status).toBe(302);
    expect(asked).toEqual(["/"]);
  });

  test("reads nothing that is compressed, and no more than a megabyte", async () => {
    const compressed = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("{}"));
    });
    await expect(ask(compressed)).rejects.toThrow("compressed");
    const long = await serve((_, response) => response.end(Buffer.alloc(1024 * 1024 + 1)));
    await expect(ask(long)).rejects.toThrow("too long");
  });

  test("asks nobody but this machine without TLS", async () => {
    await expect(ask("http://id.example.com/")).rejects.toThrow("without TLS");
    await expect(ask("http://127.0.0.1.example.com/")).rejects.toThrow("without TLS");
  });

  test("gives an empty answer where there is none", async () => {
    const url = await serve((_, response) => response.writeHead(204).end());
    expect(await (await ask(url)).text()).toBe("");
  });
});
