import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { statusPage } from "@/db/schema";
import { publishSite } from "@/scripts/server/public-site.mjs";
import { LONG } from "@/tests/support/public-site";

let dataDir = "";
let server: Server;
let site: ReturnType<typeof publishSite>;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-zones-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  db().update(statusPage).set({ name: "Acme", zone: "Europe/Berlin" }).run();
  site = publishSite({ dataDir, statusUrl: "http://127.0.0.1/status" });
  server = createServer((request, response) => site.answers(request, response)).listen(0);
  await vi.waitFor(async () => expect((await read("")).status).toBe(200), LONG);
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await site.end();
  replaceDatabase(undefined);
  rmSync(dataDir, { recursive: true });
});

async function read(path: string) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/status${path}`);
  return { status: answer.status, text: await answer.text(), etag: answer.headers.get("etag") };
}

test("a reader's zone is in every time and every link of the page that names it", async () => {
  expect((await read("")).text).toContain("Times are in Europe/Berlin and in UTC.");

  const { status, text, etag } = await read("?zone=Asia%2FTokyo");
  expect(status).toBe(200);
  expect(text).toContain("Times are in Asia/Tokyo and in UTC.");
  expect(text).toContain('href="/status/history?zone=Asia%2FTokyo"');
  expect(text).toContain("Times in the page’s own zone");
  expect((await read("?zone=Asia/Tokyo")).etag).toBe(etag);
  expect((await read("/history?zone=Asia/Tokyo")).text).toContain("Times are in Asia/Tokyo");
  expect((await read("/uptime?zone=UTC")).text).toContain("Times are in UTC.");
});

test("a zone follows what is published", async () => {
  await read("?zone=Asia/Tokyo");
  db().update(statusPage).set({ name: "Globex" }).run();
  await vi.waitFor(
    async () => expect((await read("?zone=Asia/Tokyo")).text).toContain("Globex"),
    LONG,
  );
});

test("what is no zone, and what is no page, is answered as without", async () => {
  const { etag } = await read("");
  expect((await read("?zone=Nowhere/Land")).etag).toBe(etag);
  expect((await read("?zone=")).etag).toBe(etag);
  expect((await read("/nothing?zone=Asia/Tokyo")).status).toBe(404);
  expect((await read("/api/v2/status.json?zone=Asia/Tokyo")).status).toBe(200);
});

test("many zones at once are all answered", async () => {
  const zones = Intl.supportedValuesOf("timeZone").slice(0, 40);
  const answers = await Promise.all(zones.map((zone) => read(`?zone=${zone}`)));
  expect(answers.map(({ status }) => status)).toEqual(zones.map(() => 200));
  expect(answers.filter(({ text }) => text.includes("own zone")).length).toBeGreaterThan(0);
});
