import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Page } from "@playwright/test";
import { openPortal } from "@/scripts/load/portal";
import { freePort, startServer, type OwnServer } from "./own-server";
import { awake, openForm } from "./support";
import { expect, test } from "./test";

const LONG = { timeout: 60_000 };
const KEY = "INC-2024-0142";
const MB = 1024 * 1024;

let folder: string;
let isMounted = false;
let server: OwnServer | undefined;

/** A small disk of the tests' own, where this machine lets one be mounted. */
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-disk-"));
  const mount = ["-t", "tmpfs", "-o", "size=48m", "tmpfs", folder];
  isMounted = spawnSync("mount", mount).status === 0;
});
test.beforeEach(() => {
  test.skip(!isMounted, "No disk of a test's own can be mounted here.");
});
test.afterEach(async () => {
  await server?.stop("SIGKILL");
  server = undefined;
});
test.afterAll(() => {
  if (isMounted) execFileSync("umount", ["--lazy", folder]);
  rmSync(folder, { recursive: true });
});

async function signIn(page: Page, { url, demoPassword }: OwnServer, who: string): Promise<void> {
  await page.goto(`${url}/login?callbackUrl=/incidents/${KEY}`);
  await page.getByLabel("Email").fill(`${who}@demo.example`);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${url}/incidents/${KEY}`);
}

/** Writes files until there is no room left. */
function fillDisk(): void {
  for (const size of [MB, 4096]) {
    for (let number = 0; ; number += 1) {
      try {
        writeFileSync(join(folder, `filler-${size}-${number}`), Buffer.alloc(size, 1));
      } catch {
        break;
      }
    }
  }
}

function emptyDisk(): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith("filler-")) rmSync(join(folder, name));
  }
}

test("a full disk is said in words, keeps what was typed, and is over without a restart", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const opened = await openPortal({ DATA_DIR: folder });
  const { portal } = opened;
  server = opened.server;
  const note = (description: string) =>
    fetch(`${portal.url}/api/v1/incidents/${KEY}/timeline`, {
      method: "POST",
      headers: { Authorization: `Bearer ${portal.token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ description }),
    });
  await signIn(page, server, "responder");
  await expect.poll(() => readdirSync(folder)).toContain("reserve");
  const forms = await openForm(page, "Add to timeline");
  const text = forms.getByLabel("What happened");
  await awake(text);
  await text.fill("The disk was full");

  fillDisk();
  const acknowledged: string[] = [];
  await expect
    .poll(async () => {
      const description = `Note ${acknowledged.length} ${"x".repeat(9000)}`;
      const { status } = await note(description);
      if (status === 201) acknowledged.push(description);
      return status;
    }, LONG)
    .toBe(503);
  const refused = await note("Refused");
  expect(refused.headers.get("retry-after")).toBe("10");
  expect(await refused.json()).toMatchObject({
    type: "/docs/api#unwritable",
    detail: expect.stringContaining("The portal’s disk is full, so nothing was changed."),
  });
  expect((await fetch(`${portal.url}/api/ready`)).status).toBe(503);
  expect((await fetch(`${portal.url}/api/health`)).status).toBe(200);

  const banner = page.getByRole("alert", { name: "Read only" });
  await expect(banner).toContainText("The portal’s disk is full", LONG);
  await forms.getByRole("button", { name: "Add to timeline" }).click();
  await expect(forms.getByText("The portal’s disk is full, so nothing was changed")).toBeVisible();
  await expect(text).toHaveValue("The disk was full");
  await expect.poll(() => readdirSync(folder), LONG).not.toContain("reserve");
  const other = await browser.newPage();
  await signIn(other, server, "viewer");
  await expect(other.getByRole("alert", { name: "Read only" })).toBeVisible();
  await other.close();

  emptyDisk();
  await expect(banner).toHaveCount(0, LONG);
  await expect(text).toHaveValue("The disk was full");
  await forms.getByRole("button", { name: "Add to timeline" }).click();
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("The disk was full", { exact: true })).toBeVisible(LONG);
  await expect.poll(() => readdirSync(folder), LONG).toContain("reserve");
  expect((await fetch(`${portal.url}/api/ready`)).status).toBe(200);

  await server.stop();
  const sqlite = new Database(join(folder, "muster.db"), { readonly: true });
  expect(sqlite.pragma("integrity_check", { simple: true })).toBe("ok");
  const stored = new Set(sqlite.prepare("select description from events").pluck().all());
  expect(acknowledged.filter((description) => !stored.has(description))).toEqual([]);
  expect(stored).not.toContain("Refused");
  sqlite.close();
});

test("on a read-only disk the public page is served, and the portal opens once it can be written", async () => {
  test.setTimeout(180_000);
  const first = await startServer({ DATA_DIR: folder });
  await expect.poll(() => readdirSync(join(folder, "status")), LONG).toContain("site.json");
  await first.stop();
  execFileSync("mount", ["-o", "remount,ro", folder]);

  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const again = spawn(process.execPath, ["scripts/muster.mjs", "start"], {
    env: { ...process.env, DATA_DIR: folder, PORT: port },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  again.stderr.on("data", (chunk) => (said += chunk));
  const gone = once(again, "exit");
  const statusOf = (path: string) =>
    fetch(`${url}${path}`).then(
      ({ status }) => status,
      () => 0,
    );
  try {
    await expect.poll(() => statusOf("/status"), LONG).toBe(200);
    expect(said).toContain(`The data folder ${folder} cannot be written.`);
    const refused = await fetch(`${url}/incidents`, { redirect: "manual" });
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain("The portal’s data cannot be read at the moment.");

    execFileSync("mount", ["-o", "remount,rw", folder]);
    await expect.poll(() => statusOf("/api/ready"), LONG).toBe(200);
  } finally {
    again.kill("SIGKILL");
    await gone;
  }
});
