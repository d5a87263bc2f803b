import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { publicIncidents, statusPage } from "@/db/schema";
import { storeSite } from "@/scripts/benchmark-status/store-site";
import { LONG, moveDatabase, URL_OF_PAGE } from "@/tests/support/public-site";
import { referenceSite } from "@/tests/support/reference-site";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 }); // threads start slowly on busy machines

const site = referenceSite(Date.now(), { components: 2, active: 1, past: 1 });
const incident = site.incidents[0]?.id ?? "";

let dataDir = "";
let command: ChildProcess | undefined;

const into = () => join(dataDir, "export");
const read = (file: string) => readFileSync(join(into(), file), "utf8");
const run = (...args: string[]) => {
  command = spawn(
    process.execPath,
    ["scripts/muster.mjs", "status", "export", into(), "--url", URL_OF_PAGE, ...args],
    { env: { ...process.env, DATA_DIR: dataDir }, stdio: "ignore" },
  );
  return once(command, "exit");
};

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-watched-"));
});

afterEach(async () => {
  if (command?.exitCode === null && command.kill()) await once(command, "exit");
  replaceDatabase(undefined);
  rmSync(dataDir, { recursive: true });
});

describe("muster status export", () => {
  test("writes nothing without a database", async () => {
    expect(await run()).toEqual([1, null]);
    expect(existsSync(into())).toBe(false);
  });

  test("follows every change while it watches, and says so when it cannot", async () => {
    replaceDatabase(openDatabase(databaseFile(dataDir)));
    storeSite(site);
    void run("--watch");
    await vi.waitFor(() => expect(existsSync(join(into(), "index.html"))).toBe(true), LONG);
    expect(read(`incidents/${incident}.html`)).toContain(site.incidents[0]?.title);

    db().update(statusPage).set({ name: "Acme" }).run();
    await vi.waitFor(() => expect(read("index.html")).toContain("Acme"), LONG);
    expect(read("api/v2/status.json")).toContain("Acme");

    const { publicId } = publicIncidents;
    db().update(publicIncidents).set({ withdrawnAt: 1 }).where(eq(publicId, incident)).run();
    const gone = join(into(), "gone", "incidents", `${incident}.html`);
    await vi.waitFor(() => expect(existsSync(gone)).toBe(true), LONG);
    expect(existsSync(join(into(), "incidents", `${incident}.html`))).toBe(false);

    moveDatabase(dataDir, "", ".away");
    await vi.waitFor(() => expect(read("index.html")).toContain("last known state"), LONG);
    expect(read("index.html")).toContain("Acme");

    expect(readdirSync(into()).filter((name) => name.endsWith(".new"))).toEqual([]);
    expect(existsSync(join(dataDir, "status"))).toBe(false);
  });
});
