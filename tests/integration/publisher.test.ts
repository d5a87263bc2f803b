import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { statusPage } from "@/db/schema";
import { startPublisher } from "@/scripts/server/publisher.mjs";

const URL_OF_PAGE = "https://status.example.com";
const LONG = { timeout: 20_000, interval: 50 };

let dataDir = "";
let files = new Map<string, string>();
let publisher: ReturnType<typeof startPublisher> | undefined;

const page = () => files.get("") ?? "";
const start = () => {
  files = new Map();
  publisher = startPublisher(
    { dataDir, url: URL_OF_PAGE },
    ({ removed, changed }) => {
      for (const path of removed) files.delete(path);
      for (const { path, identity } of changed) {
        files.set(path, Buffer.from(identity ?? "").toString());
      }
    },
    (error) => {
      throw error;
    },
  );
};
const name = (words: string) => db().update(statusPage).set({ name: words }).run();

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-publisher-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
});

afterEach(async () => {
  await publisher?.end();
  replaceDatabase(undefined);
  rmSync(dataDir, { recursive: true });
});

/** Puts the database's files away, or back. */
function move(from: string, to: string): void {
  for (const ending of ["", "-wal", "-shm"]) {
    const file = databaseFile(dataDir) + ending;
    renameSync(file + from, file + to);
  }
}

test("publishes a change within a second, and nothing anew where nothing changed", async () => {
  start();
  await vi.waitFor(() => expect(page()).toContain("All Systems Operational"), LONG);
  const before = new Map(files);

  name("Acme");
  await vi.waitFor(() => expect(page()).toContain("Acme"), { timeout: 1000, interval: 20 });
  expect(files.get("api/v2/status.json")).toContain('"name":"Acme"');
  expect(before.get("history.atom")).not.toContain("Acme");
});

test("shows the last known state, and says so, while the database is gone", async () => {
  name("Acme");
  start();
  await vi.waitFor(() => expect(page()).toContain("Acme"), LONG);

  move("", ".away");
  await vi.waitFor(() => expect(page()).toContain("Showing the last known state"), LONG);
  expect(page()).toContain("Acme");

  move(".away", "");
  await vi.waitFor(() => expect(page()).not.toContain("Showing the last known state"), LONG);
});

test("shows it also after a start without the database, and a database that is none", async () => {
  name("Acme");
  start();
  await vi.waitFor(() => expect(page()).toContain("Acme"), LONG);
  await publisher?.end();
  move("", ".away");

  start();
  await vi.waitFor(() => expect(page()).toContain("Showing the last known state"), LONG);
  expect(page()).toContain("Acme");
  expect(files.get("api/v2/status.json")).toContain('"name":"Acme"');

  await publisher?.end();
  writeFileSync(
    databaseFile(dataDir),
    "not a database at all, but a text of some length".repeat(99),
  );
  start();
  await vi.waitFor(() => expect(page()).toContain("Showing the last known state"), LONG);
});
