import type { Page } from "@playwright/test";
import { demoPassword, signIn } from "./support";
import { expect, test } from "./test";

const REFUSED = "Email or password is not correct.";

async function tryToSignIn(page: Page, email: string, password: string) {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test.describe("signing in", () => {
  test("refuses a wrong password and keeps the e-mail", async ({ page }) => {
    await page.goto("/login");
    await tryToSignIn(page, "viewer@demo.example", "not the password");

    await expect(page.getByRole("alert").filter({ hasText: REFUSED })).toBeVisible();
    await expect(page).toHaveURL(/\/login$/);
    await expect(page.getByLabel("Email")).toHaveValue("viewer@demo.example");
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");

    await tryToSignIn(page, "viewer@demo.example", demoPassword());
    await expect(page).toHaveURL(/\/incidents$/);
  });

  test("answers an unknown e-mail like a wrong password", async ({ page }) => {
    await page.goto("/login");
    await tryToSignIn(page, `nobody-${process.pid}@demo.example`, "not the password");

    await expect(page.getByRole("alert").filter({ hasText: REFUSED })).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue(`nobody-${process.pid}@demo.example`);
  });

  test("returns to the page one came from, with its query", async ({ page }) => {
    await page.goto("/actions?priority=P1&view=list");
    await expect(page).toHaveURL(/\/login\?callbackUrl=/);
    await tryToSignIn(page, "viewer@demo.example", demoPassword());

    await expect(page).toHaveURL("/actions?priority=P1&view=list");
    await expect(page.getByRole("heading", { level: 1, name: "Actions" })).toBeVisible();
  });

  for (const elsewhere of [
    "https://evil.example/incidents",
    "//evil.example/incidents",
    "/\\evil.example/incidents",
    "/%2fevil.example",
    "javascript:alert(1)",
  ]) {
    test(`does not return to ${elsewhere}`, async ({ page }) => {
      await page.goto(`/login?callbackUrl=${encodeURIComponent(elsewhere)}`);
      await tryToSignIn(page, "viewer@demo.example", demoPassword());

      await expect(page).toHaveURL("/incidents");
    });
  }

  test("does not ask those who are signed in", async ({ page }) => {
    await signIn(page, "viewer");
    await page.goto("/login?callbackUrl=%2Fpeople");
    await expect(page).toHaveURL("/people");
  });
});

test.describe("signing out", () => {
  test("ends the session, also for a copy of its cookie", async ({ page, browser }) => {
    await signIn(page, "viewer");
    const storageState = await page.context().storageState();

    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/login");
    await page.goto("/incidents");
    await expect(page).toHaveURL(/\/login\?callbackUrl=%2Fincidents$/);

    const thief = await browser.newContext({ storageState });
    const stolen = await thief.newPage();
    await stolen.goto("/incidents");
    await expect(stolen).toHaveURL(/\/login\?callbackUrl=%2Fincidents$/);
    await thief.close();
  });
});
