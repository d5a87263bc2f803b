import { readdirSync, readFileSync } from "node:fs";
import { join as pathOf } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { totpCode } from "@/lib/auth/totp";
import {
  enterPassword,
  forgetProofs,
  join,
  linkOf,
  newAddress,
  OWN_PASSWORD,
  proveAnew,
  signOut,
} from "./account-support";
import { startServer } from "./own-server";
import { awake, dataDir, signIn } from "./support";
import { expect, test } from "./test";

/** Somebody who has just joined, with the address of their account. */
async function newcomer(page: Page): Promise<string> {
  const email = newAddress();
  await join(page, linkOf("add", email));
  return email;
}

/** Another browser. */
const another = async (browser: Browser, javaScriptEnabled = true) =>
  (await browser.newContext({ javaScriptEnabled })).newPage();

/** The text of a mail to an address, once it was sent. */
async function mailTo(email: string, kind: "invitation" | "reset"): Promise<string> {
  const folder = pathOf(dataDir, "outbox");
  const find = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".eml"))
      .map((name) => readFileSync(pathOf(folder, name), "utf8"))
      .map((text) => text.replaceAll("=\r\n", "").replaceAll("=3D", "="))
      .find((text) => text.includes(email) && text.includes(`/login/${kind}?token=`));
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  return find() ?? "";
}

const pathIn = (text: string) => /\/login\/\w+\?token=[\w-]+/.exec(text)?.[0] ?? "";

for (const script of [true, false]) {
  test.describe(script ? "accounts" : "accounts without scripts", () => {
    test.use({ javaScriptEnabled: script });

    test("begin with an invitation, by the link that is shown or by mail", async ({
      page,
      browser,
    }) => {
      const email = newAddress();
      await signIn(page, "admin");
      await proveAnew(page, "/people/accounts");
      if (script) await awake(page.getByLabel("Role"));
      await page.getByLabel("Email").fill(email);
      await page.getByLabel("Role").selectOption("Viewer");
      await page.getByRole("button", { name: "Invite" }).click();
      const link = await page.getByLabel("Link to hand over").inputValue();
      await expect(page.getByRole("list", { name: "Invitations" })).toContainText(email);
      expect(await mailTo(email, "invitation")).toContain(pathIn(link));

      const guest = await another(browser, script);
      await join(guest, pathIn(link), "Vida Viewer");
      await expect(guest.getByRole("link", { name: "Declare" })).toHaveCount(0);
      await guest.goto(pathIn(link));
      await expect(guest.getByRole("heading", { level: 1 })).toHaveText("This link does not work");

      await page.goto("/people/accounts");
      const row = page.getByRole("row").filter({ hasText: email });
      await expect(row).toContainText("Viewer");
    });

    test("keep their password, which is asked for before it changes", async ({ page, browser }) => {
      const email = await newcomer(page);
      const elsewhere = await another(browser, script);
      await enterPassword(elsewhere, email);
      await expect(elsewhere).toHaveURL("/incidents");

      const change = async (old: string) => {
        await page.goto("/account");
        await page.getByLabel("Password now").fill(old);
        await page.getByLabel("New password", { exact: true }).fill("green tractor opera");
        await page.getByRole("button", { name: "Change password" }).click();
      };
      await change("not the password");
      await expect(page.getByText("This is not your password.")).toBeVisible();
      await change(OWN_PASSWORD);
      await expect(page.getByText("Your password is changed.")).toBeVisible();

      await elsewhere.goto("/account");
      await expect(elsewhere).toHaveURL(/\/login/);
      await enterPassword(elsewhere, email, "green tractor opera");
      await expect(elsewhere).toHaveURL("/incidents");
    });

    test("get a new password by mail where the old one is forgotten", async ({ page }) => {
      const email = await newcomer(page);
      await signOut(page);
      for (const address of [`nobody-${email}`, email]) {
        await page.goto("/login/forgot");
        await page.getByLabel("Email").fill(address);
        await page.getByRole("button", { name: "Send the link" }).click();
        await expect(page.getByText("If an account has this address")).toBeVisible();
      }
      await page.goto(pathIn(await mailTo(email, "reset")));
      await page.getByLabel("New password", { exact: true }).fill("password1234");
      await page.getByRole("button", { name: "Change password" }).click();
      await expect(page.getByText("harder to guess")).toBeVisible();
      await page.getByLabel("New password", { exact: true }).fill("green tractor opera");
      await page.getByRole("button", { name: "Change password" }).click();
      await expect(page.getByText("Your password is changed.")).toBeVisible();
      await enterPassword(page, email, "green tractor opera");
      await expect(page).toHaveURL("/incidents");
    });

    test("take a second factor, and let in by a recovery code", async ({ page }) => {
      const email = await newcomer(page);
      await page.goto("/account/second-factor");
      await page.getByRole("button", { name: "Set up an authenticator app" }).click();
      await expect(page.getByRole("img", { name: "A QR code with the key" })).toBeVisible();
      const key = await page.locator("dd code").innerText();
      const secret = key.replaceAll(" ", "");

      await page.getByLabel("Code that the app shows").fill("000000");
      await page.getByRole("button", { name: "Switch it on" }).click();
      await expect(page.getByText("This is not the code of this moment.")).toBeVisible();
      await page.getByLabel("Code that the app shows").fill(totpCode(secret, Date.now()));
      await page.getByRole("button", { name: "Switch it on" }).click();
      const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
      await expect(codes).toHaveCount(10);
      const code = await codes.first().innerText();
      await page.goto("/account/second-factor");
      await expect(codes).toHaveCount(0);
      await expect(page.getByText("10 recovery codes are left.")).toBeVisible();

      await signOut(page);
      await enterPassword(page, email);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second step");
      await page.goto("/incidents");
      await expect(page).toHaveURL(/\/login\?/);
      await page.goto("/login/code");
      await page.getByLabel("Code").fill("000000");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByText("This code is not right")).toBeVisible();
      await page.getByLabel("Code").fill(code);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL("/incidents");
    });

    test("list their sessions and end them", async ({ page, browser }) => {
      const email = await newcomer(page);
      const elsewhere = await another(browser, script);
      await enterPassword(elsewhere, email);
      await expect(elsewhere).toHaveURL("/incidents");
      await page.goto("/account/sessions");
      const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
      await expect(sessions).toHaveCount(2);
      await expect(sessions.filter({ hasText: "this session" })).toContainText("127.0.0.1");
      await page.getByRole("button", { name: /^End Chrome/ }).click();
      await expect(sessions).toHaveCount(1);
      await elsewhere.goto("/account");
      await expect(elsewhere).toHaveURL(/\/login/);
    });

    test("ask who is there again before what is dangerous", async ({ page }) => {
      const email = await newcomer(page);
      forgetProofs(email);
      await page.goto("/account/second-factor");
      await page.getByRole("button", { name: "Set up an authenticator app" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is it you?");
      await page.getByLabel("Password", { exact: true }).fill(OWN_PASSWORD);
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect(page).toHaveURL("/account/second-factor");
      await page.getByRole("button", { name: "Set up an authenticator app" }).click();
      await expect(page.getByLabel("Code that the app shows")).toBeVisible();
    });
  });
}

test("an account that is closed ends an open page at once, and opens again", async ({
  page,
  browser,
}) => {
  const guest = await another(browser);
  const email = await newcomer(guest);
  await signIn(page, "admin");
  await proveAnew(page, "/people/accounts");
  await page.getByRole("row").filter({ hasText: email }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nora New");
  await page.getByRole("button", { name: "Close this account" }).click();
  await expect(page.getByText("This account is closed.")).toBeVisible();
  await expect(guest.getByText(/signed out/i).first()).toBeVisible();
  await enterPassword(guest, email);
  await expect(guest.getByText("Email or password is not correct.").first()).toBeVisible();

  await page.getByRole("button", { name: "Open this account again" }).click();
  await expect(page.getByRole("button", { name: "Close this account" })).toBeVisible();
  await enterPassword(guest, email);
  await expect(guest).toHaveURL("/incidents");
});

test("an account is given a role, a person and a team", async ({ page, browser }) => {
  const guest = await another(browser);
  const email = await newcomer(guest);
  await signIn(page, "admin");
  await proveAnew(page, "/people/accounts");
  await page.getByRole("row").filter({ hasText: email }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nora New");
  await awake(page.getByLabel("Role"));
  await page.getByLabel("Role").selectOption("Viewer");
  await page.getByRole("button", { name: "Save role" }).click();
  await expect(page.getByText("Their role is saved.")).toBeVisible();
  await expect(page.getByLabel("Role")).toHaveValue("viewer");
  await guest.goto("/account");
  await expect(guest).toHaveURL(/\/login/);

  await page.getByLabel("Who they are in records").fill(`Person of ${email}`);
  await page.getByRole("button", { name: "Save person" }).click();
  const teams = page.getByRole("list", { name: "Teams" });
  await teams.getByRole("button", { name: /^Add/ }).first().click();
  await expect(teams.getByRole("button", { name: /^Remove/ })).toHaveCount(1);
});

test("a portal without accounts is set up with the code that its start prints", async ({
  browser,
}) => {
  const server = await startServer({ DEMO: "0", LOG_LEVEL: "silent" });
  try {
    await expect.poll(server.output).toContain("with the code");
    const [, code = ""] = /with the code (\S+)/.exec(server.output()) ?? [];
    const page = await another(browser, false);
    await page.goto(`${server.url}/incidents`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The first account");
    await page.getByLabel("Your name").fill("Ada First");
    await page.getByLabel("Email").fill("ada@example.com");
    await page.getByLabel("Password", { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel("Code").fill("guess");
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.getByText("This is not the code")).toBeVisible();
    await page.getByLabel("Code").fill(code);
    await page.getByLabel("Password", { exact: true }).fill(OWN_PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page).toHaveURL(`${server.url}/incidents`);
    await page.goto(`${server.url}/login/setup`);
    await expect(page).toHaveURL(`${server.url}/incidents`);
  } finally {
    await server.stop();
  }
});
