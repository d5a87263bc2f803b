import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { statusPage } from "@/db/schema";
import { storeSite } from "@/scripts/benchmark-status/store-site";
import { freePort } from "@/tests/e2e/own-server";
import { ask } from "@/tests/support/ask";
import { LONG, moveDatabase, URL_OF_PAGE } from "@/tests/support/public-site";
import { referenceSite } from "@/tests/support/reference-site";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const STALE = "last known state";
const site = referenceSite(Date.now(), { components: 4, active: 1, past: 5 });
const PAGES = ["/", "/history", `/incidents/${site.incidents[0]?.id}`];
const DATA = ["/api/v2/summary.json", "/api/v2/incidents.json?page=1"];

let dataDir = "";
let port = 0;
let server: ChildProcess;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-throughout-"));
  port = await freePort();
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  storeSite(site);
  name("Acme 0");
  await startServer();
});

afterAll(async () => {
  server.kill("SIGKILL");
  await once(server, "exit");
  replaceDatabase(undefined);
  rmSync(dataDir, { recursive: true });
});

const name = (words: string) => db().update(statusPage).set({ name: words }).run();

async function startServer(): Promise<void> {
  const script = "tests/support/public-server.mjs";
  server = spawn(process.execPath, [script, dataDir, String(port), URL_OF_PAGE], {
    stdio: "ignore",
  });
  await vi.waitFor(async () => expect((await ask(port, "/none")).status).toBe(404), LONG);
}

/** Reads an address once; a wrong, broken or blank answer ends the test. */
async function read(path: string): Promise<string> {
  const answer = await ask(port, path, { headers: { "Accept-Encoding": "br" } });
  expect(answer.status, path).toBe(200);
  expect(answer.headers["content-encoding"], path).toBe("br");
  const text = brotliDecompressSync(answer.body).toString();
  if (DATA.includes(path)) expect(JSON.parse(text).page.name, path).toMatch(/^Acme \d+$/);
  else expect(text, path).toMatch(/^<!doctype html>.*Acme \d+.*<\/html>$/s);
  return text;
}

/** Reads all addresses again and again for as long as something else takes; gives how often. */
async function readThroughout(happening: Promise<unknown>): Promise<number> {
  let isOver = false;
  let count = 0;
  const reader = async () => {
    while (!isOver) {
      for (const path of [...PAGES, ...DATA]) await read(path);
      count += 1;
    }
  };
  const reading = Promise.all([reader(), reader(), reader()]);
  await Promise.race([happening, reading]);
  isOver = true;
  await reading;
  return count;
}

const says = (words: string) =>
  vi.waitFor(async () => {
    for (const path of PAGES) expect(await read(path)).toContain(words);
  }, LONG);
const saysNo = (words: string) =>
  vi.waitFor(async () => {
    for (const path of PAGES) expect(await read(path)).not.toContain(words);
  }, LONG);

test("is right while updates are published, the database goes and comes back", async () => {
  const happening = async () => {
    for (let i = 1; i <= 20; i += 1) {
      name(`Acme ${i}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await says("Acme 20");
    moveDatabase(dataDir, "", ".away");
    await says(STALE);
    moveDatabase(dataDir, ".away", "");
    await saysNo(STALE);
  };
  expect(await readThroughout(happening())).toBeGreaterThan(10);
});

test("is right from the first answer after a kill, also without the database", async () => {
  await vi.waitFor(async () => expect(await read("/")).toContain("Acme 20"), LONG);
  moveDatabase(dataDir, "", ".away");
  server.kill("SIGKILL");
  await once(server, "exit");
  await startServer();
  for (const path of PAGES) {
    expect(await read(path)).toContain("Acme 20");
    expect(await read(path)).toContain(STALE);
  }
  for (const path of DATA) await read(path);
  moveDatabase(dataDir, ".away", "");
  const happening = async () => {
    await saysNo(STALE);
  };
  await readThroughout(happening());
});
