import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { openDatabase } from "@/db/open";
import { sqldPath, startSqld, type Sqld } from "@/tests/support/sqld";
import { startServer, type OwnServer } from "./own-server";
import { awake, openForm } from "./support";
import { expect, test } from "./test";

const LONG = { timeout: 60_000 };
const PERSON = { ADMIN_EMAIL: "owner@example.com", ADMIN_PASSWORD: "correct horse battery" };

let folder: string;
let sqld: Sqld | undefined;
let servers: OwnServer[] = [];

test.beforeEach(() => {
  test.skip(!sqldPath, "There is no libSQL server here.");
  folder = mkdtempSync(join(tmpdir(), "muster-shared-"));
});
test.afterEach(async () => {
  for (const server of servers) await server.stop("SIGKILL");
  await sqld?.stop();
  servers = [];
  sqld = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A portal on a machine of its own, with the secrets of the first. */
async function startMachine(url: string, first?: OwnServer): Promise<OwnServer> {
  const own = mkdtempSync(join(folder, "machine-"));
  if (first) copyFileSync(join(first.dataDir, "secrets.json"), join(own, "secrets.json"));
  const settings = { ...PERSON, DEMO: "0", DATABASE_SYNC_URL: url, DATA_DIR: own };
  const server = await startServer(settings);
  servers.push(server);
  return server;
}

async function signIn(page: Page, { url }: OwnServer): Promise<void> {
  await page.goto(`${url}/login?callbackUrl=/incidents`);
  await page.getByLabel("Email").fill(PERSON.ADMIN_EMAIL);
  await page.getByLabel("Password", { exact: true }).fill(PERSON.ADMIN_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${url}/incidents`, LONG);
}

/** Declares an incident and gives its path. */
async function declare(page: Page, { url }: OwnServer, title: string): Promise<string> {
  await page.goto(`${url}/incidents/new?title=${encodeURIComponent(title)}&severity=SEV2`);
  await page.getByRole("button", { name: "Declare SEV2 incident" }).click();
  await expect(page).toHaveURL(/\/incidents\/INC-/, LONG);
  return new URL(page.url()).pathname;
}

test("two machines show each other what changes, and read on while their database is away", async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  sqld = await startSqld();
  openDatabase(join(folder, "first.db"), sqld.address).$client.close();
  const here = await startMachine(sqld.address.url);
  const there = await startMachine(sqld.address.url, here);
  await signIn(page, here);
  const other = await browser.newPage();
  await signIn(other, there);

  const path = await declare(page, here, "Checkout is slow");
  await expect(other.getByText("Checkout is slow")).toBeVisible(LONG);
  await other.goto(`${there.url}${path}`);
  await expect(other.getByRole("heading", { name: /Checkout is slow/ }).first()).toBeVisible();

  const forms = await openForm(page, "Add to timeline");
  const text = forms.getByLabel("What happened");
  await awake(text);
  await text.fill("The cache was cold");
  sqld.signal("SIGKILL");
  const banner = page.getByRole("alert", { name: "Read only" });
  await expect(banner).toContainText("The main database cannot be reached", LONG);
  await forms.getByRole("button", { name: "Add to timeline" }).click();
  await expect(forms.getByText("The main database cannot be reached")).toBeVisible(LONG);
  await expect(text).toHaveValue("The cache was cold");
  expect((await fetch(`${here.url}/api/ready`)).status).toBe(503);
  expect((await fetch(`${here.url}/api/health`)).status).toBe(200);
  await other.reload();
  await expect(other.getByRole("heading", { name: /Checkout is slow/ }).first()).toBeVisible();
  await expect(other.getByRole("alert", { name: "Read only" })).toBeVisible(LONG);

  await sqld.restart();
  await expect(banner).toHaveCount(0, LONG);
  await expect(text).toHaveValue("The cache was cold");
  await forms.getByRole("button", { name: "Add to timeline" }).click();
  for (const each of [page, other]) {
    const timeline = each.getByRole("region", { name: "Timeline" });
    await expect(timeline.getByText("The cache was cold").first()).toBeVisible(LONG);
  }
  expect((await fetch(`${there.url}/api/ready`)).status).toBe(200);
});

test("a machine with other secrets is told to take those of the first", async () => {
  test.setTimeout(180_000);
  sqld = await startSqld();
  await startMachine(sqld.address.url);
  const stranger = await startMachine(sqld.address.url).catch((error: unknown) => String(error));
  expect(stranger).toContain("secrets.json");
});
