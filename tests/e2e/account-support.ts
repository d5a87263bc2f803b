import Database from "better-sqlite3";
import { expect, type Page } from "@playwright/test";
import { databaseFile } from "@/db/client";
import { dataDir, demoPassword, muster } from "./support";

export const OWN_PASSWORD = "purple monkey dishwasher";

let made = 0;

/** An address that no other test has. */
export function newAddress(): string {
  made += 1;
  return `person-${process.pid}-${made}-${Date.now()}@example.com`;
}

/** The path of a link that the command line prints. */
export function linkOf(verb: "add" | "reset", email: string): string {
  const { pathname, search } = new URL(muster("user", verb, email).trim().split("\n").at(-1) ?? "");
  return pathname + search;
}

/** Accepts a link's invitation, and is in the portal. */
export async function join(page: Page, link: string, name = "Nora New"): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(OWN_PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page).toHaveURL("/incidents");
}

/** Fills in the sign-in's first step. */
export async function enterPassword(page: Page, email: string, password = OWN_PASSWORD) {
  await page.goto("/login");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL("/login");
}

/** Shows once more that it is one of the demo's people, so that dangerous things are not asked for anew. */
export async function proveAnew(page: Page, to: string, password = demoPassword()): Promise<void> {
  await page.goto(`/account/confirm?${new URLSearchParams({ callbackUrl: to })}`);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page).toHaveURL(to);
}

/** Lets the sessions of an account have begun long ago. */
export function forgetProofs(email: string): void {
  const sqlite = new Database(databaseFile(dataDir));
  sqlite
    .prepare(
      "update sessions set proven_at = 0 where user_id = (select id from users where email = ?)",
    )
    .run(email);
  sqlite.close();
}
