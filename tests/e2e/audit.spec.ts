import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import Database from "better-sqlite3";
import type { Page } from "@playwright/test";
import { startServer, type OwnServer } from "./own-server";
import { signIn } from "./support";
import { expect, test } from "./test";

let server: OwnServer | undefined;
test.afterEach(async () => {
  await server?.stop("SIGKILL");
  server = undefined;
});

async function signInTo(page: Page, { url, demoPassword }: OwnServer, who: string, to: string) {
  await page.goto(`${url}/login?callbackUrl=${encodeURIComponent(to)}`);
  await page.getByLabel("Email").fill(`${who}@demo.example`);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** What `muster audit verify` says, and its exit code. */
function verify({ dataDir }: OwnServer, ...file: string[]): { code: number; said: string } {
  const env = { ...process.env, DATA_DIR: dataDir };
  const args = ["scripts/muster.mjs", "audit", "verify", ...file];
  try {
    return { code: 0, said: execFileSync(process.execPath, args, { env, encoding: "utf8" }) };
  } catch (error) {
    const { status, stderr } = Object(error) as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}

/** Changes the file behind the portal's back, with the triggers out of the way. */
function tamper({ dataDir }: OwnServer, statement: string): void {
  const sqlite = new Database(join(dataDir, "muster.db"));
  for (const name of sqlite
    .prepare("select name from sqlite_schema where type = 'trigger' and tbl_name = 'audit_log'")
    .pluck()
    .all()) {
    sqlite.exec(`drop trigger ${String(name)}`);
  }
  sqlite.exec(statement);
  sqlite.close();
}

test("the audit record shows who changed what from where, and what was changed behind its back", async ({
  page,
}) => {
  test.setTimeout(300_000); // the command line is started nine times
  const own = (server = await startServer());
  await signInTo(page, own, "admin", "/incidents/INC-2024-0142");
  await page.goto(`${own.url}/status-page`);
  await page.getByLabel("Name", { exact: true }).fill("Acme status");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect
    .poll(async () => {
      await page.goto(`${own.url}/audit?verb=page:edit`);
      return page
        .getByRole("link", {
          name: /changed the status page’s settings|changed the status page's settings/,
        })
        .count();
    })
    .toBe(1);

  await page.getByRole("link", { name: /changed the status page/ }).click();
  const fields = page.getByRole("region", { name: "What the entry tells" });
  await expect(fields.getByRole("row", { name: /name/ })).toContainText("Acme status");
  await expect(page.getByText("signed in", { exact: true })).toBeVisible();
  await expect(page.getByText("127.0.0.1", { exact: true })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto(`${own.url}/audit?verb=session`);
  await expect(page.getByText(/the sign-in page/).first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto(`${own.url}/audit`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export to verify" }).click();
  const file = await (await download).path();
  expect(readFileSync(file, "utf8")).toContain('"action":"page:edit"');
  expect(verify(own, file)).toMatchObject({ code: 0 });
  expect(verify(own)).toMatchObject({ code: 0 });

  await own.stop();
  server = undefined;
  expect(readFileSync(join(own.dataDir, "audit-heads.log"), "utf8")).toContain('"seal"');
  expect(verify(own)).toMatchObject({ code: 0 });

  tamper(own, "delete from audit_log where id = (select max(id) from audit_log)");
  expect(verify(own)).toMatchObject({
    code: 1,
    said: expect.stringContaining("The end is missing"),
  });
  tamper(own, "update audit_log set actor = 'Eve' where id = 3");
  expect(verify(own)).toMatchObject({
    code: 1,
    said: expect.stringContaining("Entry 3 is not as it was written."),
  });
});

test("the audit record is an admin’s to read", async ({ page }) => {
  for (const who of ["viewer", "responder"] as const) {
    await page.context().clearCookies();
    await signIn(page, who);
    for (const path of ["/audit", "/audit/1"]) expect((await page.goto(path))?.status()).toBe(404);
    const answer = await page.request.get("/audit/export.csv");
    expect(answer.status()).toBe(403);
  }
  await page.context().clearCookies();
  await signIn(page, "admin", "/audit?kind=refusal&verb=audit:read");
  await expect(page.getByRole("link", { name: /audit:read/ }).first()).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the audit record is filtered and leafed through", async ({ page }) => {
    await page.context().clearCookies();
    await signIn(page, "admin", "/audit");
    await page.getByRole("link", { name: "Older" }).click();
    await expect(page).toHaveURL(/before=\d+/);
    await page.getByRole("link", { name: "Newest" }).click();
    await page.getByLabel("What", { exact: true }).fill("session:start");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page).toHaveURL(/verb=session/);
    await expect(page.locator("main ol > li").first()).toContainText("session:start");
  });
});
