import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Cookie, type Locator, type Page } from "@playwright/test";
import { databaseFile, replaceDatabase } from "@/db/client";
import { importRecord, type ImportOptions } from "@/db/mutations/import";
import { openDatabase } from "@/db/open";
import type { IncidentRecord } from "@/lib/domain/record";
import { operator } from "@/lib/domain/viewer";
import { sampleRecord } from "@/tests/support/make";

export const dataDir = process.env.TEST_DATA_DIR ?? "";

/** The command line on the data of the server under test. */
export function muster(...args: string[]): string {
  return execFileSync(process.execPath, ["scripts/muster.mjs", ...args], {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: dataDir },
  });
}

type Who = "admin" | "responder" | "viewer";

const sessions = new Map<Who, Cookie[]>();

/**
 * Opens a page as one of the demo's three people: through the sign-in page where this worker has no session
 * of theirs yet, or where that one has ended.
 */
export async function signIn(page: Page, who: Who, to = "/incidents") {
  const known = sessions.get(who);
  if (known) {
    await page.context().addCookies(known);
    await page.goto(to);
    if (!isSignIn(page)) return;
  }
  await page.context().clearCookies(); // of whoever was here before
  await signInAnew(page, who, to);
  sessions.set(who, await page.context().cookies());
}

const isSignIn = (page: Page) => new URL(page.url()).pathname === "/login";

/** Signs in through the page, with a session of its own. */
export async function signInAnew(page: Page, who: Who, to = "/incidents") {
  await page.goto(`/login?callbackUrl=${encodeURIComponent(to)}`);
  await page.getByLabel("Email").fill(`${who}@demo.example`);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

export function demoPassword(): string {
  return JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")).demoPassword;
}

let copies = 0;

/** The sample as an incident of one test's own, so that tests do not meet in it. */
export function copyOfSample(change: (record: IncidentRecord) => void = () => {}): IncidentRecord {
  const record = sampleRecord();
  copies += 1;
  record.incident.id = `INC-2024-${process.pid}${String(copies).padStart(2, "0")}`;
  change(record);
  return record;
}

/** Writes a record where a test can choose it as a file. */
export function fileOf(record: IncidentRecord): string {
  const file = join(mkdtempSync(join(tmpdir(), "muster-record-")), `${record.incident.id}.json`);
  writeFileSync(file, JSON.stringify(record, null, 2));
  return file;
}

/** Imports a copy of the sample and gives its key. */
export function importCopy(
  change?: (record: IncidentRecord) => void,
  options: ImportOptions = {},
): string {
  const record = copyOfSample(change);
  importNow(record, options);
  return record.incident.id;
}

/** Imports a record as the command line does, without starting it. */
export function importNow(record: IncidentRecord, options: ImportOptions = {}): void {
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  try {
    importRecord(operator("command line"), record, options);
  } finally {
    replaceDatabase(undefined);
  }
}

/** Waits until scripts have taken over an element that the server sent. */
export async function awake(element: Locator): Promise<void> {
  await expect
    .poll(() =>
      element.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__react"))),
    )
    .toBe(true);
}

/** Puts a text in place of a field's, whether or not a script takes over the page at that moment. */
export async function replaceText(field: Locator, text: string): Promise<void> {
  await expect(async () => {
    await field.fill(text);
    await expect(field).toHaveValue(text, { timeout: 500 });
  }).toPass();
}

/** Opens one of the incident page's forms and gives the part of the page that holds them. */
export async function openForm(page: Page, name: string): Promise<Locator> {
  const forms = page.getByRole("region", { name: "Write to this incident" });
  await forms.locator("summary").filter({ hasText: name }).click();
  return forms;
}

/** Opens the public page as soon as it says something; it does so within about a second. */
export async function openPublished(page: Page, words: string, path = "/status"): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(words).first()).toBeAttached({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
}
