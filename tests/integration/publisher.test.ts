import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { statusPage } from "@/db/schema";
import { keptSiteFile } from "@/lib/status-page/kept-site";
import { LONG, moveDatabase, publish } from "@/tests/support/public-site";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 }); // threads start slowly on busy machines

/** Only root may, and not everywhere. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "muster-mount-"));
  const mount = spawnSync("mount", ["-t", "tmpfs", "-o", "size=16k", "tmpfs", folder]);
  if (mount.status === 0) execFileSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return mount.status === 0;
}

const STALE = "Showing the last known state";

let dataDir = "";
let site: ReturnType<typeof publish>;

const start = (thread?: URL) => (site = publish(dataDir, thread));
const name = (words: string) => db().update(statusPage).set({ name: words }).run();
const shows = (words: string) => vi.waitFor(() => expect(site.page()).toContain(words), LONG);
const showsNo = (words: string) => vi.waitFor(() => expect(site.page()).not.toContain(words), LONG);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-publisher-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
});

afterEach(async () => {
  await site.end();
  replaceDatabase(undefined);
  rmSync(dataDir, { recursive: true });
});

test("publishes a change, and nothing anew where nothing changed", async () => {
  start();
  await shows("All Systems Operational");
  const before = new Map(site.files);
  const changes = site.changes();

  name("Acme");
  await shows("Acme");
  expect(site.changes()).toBeLessThanOrEqual(changes + 2); // a minute may have passed too
  expect(site.files.get("api/v2/status.json")).toContain('"name":"Acme"');
  expect(before.get("history.atom")).not.toContain("Acme");
});

test("publishes the last of many changes, and few of those between", async () => {
  start();
  await shows("All Systems Operational");
  const changes = site.changes();
  for (let i = 1; i <= 300; i += 1) name(`Name ${i}.`);
  await shows("Name 300.");
  expect(site.changes() - changes).toBeLessThan(30);
});

test("publishes also where it does not know the page's zone", async () => {
  db().update(statusPage).set({ zone: "Nowhere/Land", name: "Acme" }).run();
  start();
  await shows("Acme");
  expect(site.problems).toEqual([]);
});

describe("while the database", () => {
  beforeEach(async () => {
    name("Acme");
    start();
    await shows("Acme");
  });

  test("is gone, the last known state is shown, and the page says so", async () => {
    moveDatabase(dataDir, "", ".away");
    await shows(STALE);
    expect(site.page()).toContain("Acme");
    expect(site.staleSince()).toBeGreaterThan(0);

    moveDatabase(dataDir, ".away", "");
    await showsNo(STALE);
    expect(site.staleSince()).toBeUndefined();
  });

  test("is damaged, the same, and one line tells why", async () => {
    replaceDatabase(undefined);
    const file = databaseFile(dataDir);
    cpSync(file, `${file}.damaged`);
    truncateSync(`${file}.damaged`, 8192);
    moveDatabase(dataDir, "", ".away");
    renameSync(`${file}.damaged`, file);
    await shows(STALE);
    expect(site.page()).toContain("Acme");
    expect(site.problems.length).toBeLessThan(3);

    moveDatabase(dataDir, ".away", "");
    await showsNo(STALE);
  });
});

describe("after a start without the database", () => {
  beforeEach(async () => {
    name("Earlier");
    start();
    await shows("Earlier");
    name("Acme");
    await shows("Acme");
    await vi.waitFor(() => expect(readFileSync(keptSiteFile(dataDir), "utf8")).toContain("Acme"));
    await site.end();
    moveDatabase(dataDir, "", ".away");
  });

  test("shows what was public last", async () => {
    start();
    await shows(STALE);
    expect(site.page()).toContain("Acme");
    expect(site.files.get("api/v2/status.json")).toContain('"name":"Acme"');
  });

  test("shows it too where a file in its place is no database", async () => {
    writeFileSync(
      databaseFile(dataDir),
      "not a database at all, but a text of some length".repeat(99),
    );
    start();
    await shows(STALE);
  });

  test.each([
    ["cut off", (text: string) => text.slice(0, text.length / 2)],
    ["empty", () => ""],
    ["changed by a bit", (text: string) => text.replace("Acme", "Acne")],
    ["something else", () => "null"],
  ])("takes the one before where the newest is %s", async (_, damaged) => {
    const file = keptSiteFile(dataDir);
    writeFileSync(file, damaged(readFileSync(file, "utf8")));
    start();
    await shows(STALE);
    expect(site.page()).toContain("Earlier");
    expect(site.problems).toHaveLength(1);
  });
});

test("publishes also what cannot be kept on disk, and keeps it as soon as it can", async () => {
  const folder = join(dataDir, "status");
  writeFileSync(folder, "a file where the folder should be");
  start();
  name("Acme");
  await shows("Acme");
  name("Acme Ltd");
  await shows("Acme Ltd");
  expect(site.problems).toEqual([
    expect.stringMatching(/^What is public could not be kept on disk/),
  ]);
  expect(site.page()).not.toContain(STALE);

  rmSync(folder);
  name("Acme Inc");
  await vi.waitFor(() => expect(existsSync(keptSiteFile(dataDir))).toBe(true), LONG);
});

describe.skipIf(!canMount())("on a disk that is full", () => {
  const folder = () => join(dataDir, "status");
  beforeEach(() => {
    mkdirSync(folder());
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=16k", "tmpfs", folder()]);
    writeFileSync(join(folder(), "fill"), "x".repeat(16 * 1024));
  });
  afterEach(() => execFileSync("umount", ["-l", folder()]));

  test("publishes all the same, leaves nothing by halves, and keeps it once there is room", async () => {
    start();
    name("Acme");
    await shows("Acme");
    expect(site.page()).not.toContain(STALE);
    await vi.waitFor(() => expect(site.problems).toHaveLength(1), LONG);
    expect(site.problems[0]).toContain("could not be kept on disk");
    expect(readdirSync(folder())).toEqual(["fill"]);

    rmSync(join(folder(), "fill"));
    name("Acme Ltd");
    await vi.waitFor(() => expect(existsSync(keptSiteFile(dataDir))).toBe(true), LONG);
  });
});

test("starts a thread anew that fails, and goes on with what it had sent", async () => {
  const thread = join(dataDir, "thread.mjs");
  const [real, counter] = [
    new URL("../../scripts/status/thread.mjs", import.meta.url),
    join(dataDir, "count"),
  ];
  writeFileSync(
    thread,
    `import { existsSync, writeFileSync } from "node:fs";
     import { parentPort, workerData } from "node:worker_threads";
     if (!existsSync(${JSON.stringify(counter)})) {
       writeFileSync(${JSON.stringify(counter)}, "");
       const file = { path: "no-more", etag: "1", identity: new Uint8Array(1) };
       parentPort.postMessage({ change: { changed: [file], removed: [], isWhole: false } });
       setTimeout(() => { throw new Error("out of memory"); }, 100);
     } else await import(${JSON.stringify(real.href)});`,
  );
  start(new URL(`file://${thread}`));
  await vi.waitFor(() => expect(site.files.has("no-more")).toBe(true), LONG);
  await shows("All Systems Operational");
  await vi.waitFor(() => expect(site.files.has("no-more")).toBe(false), LONG);
  expect(site.problems).toEqual(["out of memory"]);
});
