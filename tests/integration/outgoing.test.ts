import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ClosedNetworkError, openLookup } from "@/lib/outgoing/addresses";
import { askOutside, wholeOf } from "@/lib/outgoing/ask";
import { sourceFiles, textOf } from "@/tests/support/source";
import { startHookServer } from "@/tests/support/hook-server";

/** What names resolve to, one answer after the other; the last one stays. */
const NAMES: Record<string, string[][]> = {
  "inside.example": [["127.0.0.1"]],
  "metadata.example": [["169.254.169.254"]],
  "both.example": [["93.184.216.34", "127.0.0.1"]],
  "six.example": [["::1"]],
  "mapped.example": [["::ffff:127.0.0.1"]],
  "nothing.example": [[]],
  "turning.example": [["93.184.216.34"], ["127.0.0.1"]],
};
let asked: string[] = [];

vi.mock("node:dns", () => ({
  lookup: (name: string, _: object, callback: (error: null, found: object[]) => void) => {
    const answers = NAMES[name] ?? [["127.0.0.1"]];
    const found = answers[Math.min(asked.filter((one) => one === name).length, answers.length - 1)];
    asked.push(name);
    callback(
      null,
      (found ?? []).map((address) => ({ address, family: 4 })),
    );
  },
}));

let canary: Server;
let visits = 0;
let port = 0;

beforeEach(async () => {
  [visits, asked] = [0, []];
  canary = createServer((socket) => {
    visits += 1;
    socket.destroy();
  }).listen(0, "::");
  await once(canary, "listening");
  const address = canary.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterEach(() => canary.close());

const GET = { method: "GET", headers: {}, body: "" };
const ask = (url: string) => askOutside(new URL(url), GET, "open internet");

describe("what the portal asks on behalf of people", () => {
  test.each([
    ...["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "①②⑦.0.0.1"],
    ...["0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]"],
    ...["inside.example", "metadata.example", "both.example", "six.example", "mapped.example"],
    ...["nothing.example", "LOCALHOST", "localhost."],
  ])("never reaches a listener inside as %s", async (host) => {
    await expect(ask(`https://${host}:${port}/`)).rejects.toThrow(ClosedNetworkError);
    expect(visits).toBe(0);
  });

  test("goes over TLS alone", async () => {
    await expect(ask("http://93.184.216.34/")).rejects.toThrow(ClosedNetworkError);
  });

  test("connects to the very addresses that were looked at, so that a name cannot turn", () => {
    const connected: unknown[] = [];
    const connect = () =>
      openLookup("turning.example", { all: true }, (error, found) =>
        connected.push(error ?? found),
      );
    connect();
    connect();
    expect(connected[0]).toEqual([{ address: "93.184.216.34", family: 4 }]);
    expect(connected[1]).toBeInstanceOf(ClosedNetworkError);
  });
});

describe("what the operator named", () => {
  test("may be inside; a redirect of it is not followed", async () => {
    const location = { location: `http://127.0.0.1:${port}/` };
    const receiver = await startHookServer(() => ({ status: 302, headers: location, body: "no" }));
    const response = await askOutside(new URL(receiver.url), GET, "anywhere");
    expect(response.statusCode).toBe(302);
    expect((await wholeOf(response, 10)).toString()).toBe("no");
    expect(visits).toBe(0);
    receiver.stop();
  });

  test("is asked for nothing compressed, and not read beyond what it may send", async () => {
    const receiver = await startHookServer(() => ({ status: 200, body: "x".repeat(100_000) }));
    const response = await askOutside(new URL(receiver.url), GET, "anywhere");
    await expect(wholeOf(response, 1000)).rejects.toThrow("too long");
    expect(receiver.posted[0]?.headers["accept-encoding"]).toBe("identity");
    receiver.stop();
  });
});

/** A handler of the protocol's library that is called so, and a script of readers' browsers. */
const ASKS_NOBODY = ["app/api/mcp/route.ts", "lib/status-page/refresh.ts"];

describe("the server's code", () => {
  test("asks other servers in no other way", () => {
    const asks = /from "(?:node:)?(?:https?|net|tls|dgram|http2|undici)"|(?<![.\w])fetch\(/;
    const files = ["app", "db", "lib"]
      .flatMap((folder) => sourceFiles(folder))
      .filter((file) => asks.test(textOf(file).replaceAll(/^import type .*$/gm, "")));
    expect(files.filter((file) => !ASKS_NOBODY.includes(file))).toEqual([
      "lib/outgoing/addresses.ts",
      "lib/outgoing/ask.ts",
    ]);
  });
});
