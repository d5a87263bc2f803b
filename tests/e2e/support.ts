import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { sampleRecord } from "@/tests/support/make";
import type { IncidentRecord } from "@/lib/domain/record";

export const dataDir = process.env.TEST_DATA_DIR ?? "";

/** The command line on the data of the server under test. */
export function muster(...args: string[]): string {
  return execFileSync(process.execPath, ["scripts/muster.mjs", ...args], {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: dataDir },
  });
}

/** Signs in through the page as one of the demo's three people. */
export async function signIn(page: Page, who: "admin" | "responder" | "viewer", to = "/incidents") {
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
export function importCopy(change?: (record: IncidentRecord) => void, ...flags: string[]): string {
  const record = copyOfSample(change);
  muster("import", fileOf(record), ...flags);
  return record.incident.id;
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
