import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Email } from "postal-mime";
import { databaseFile, replaceDatabase } from "@/db/client";
import { postUpdate } from "@/db/mutations/updates";
import { openDatabase } from "@/db/open";
import { operator } from "@/lib/domain/viewer";
import { mailAbout, mailsTo } from "./mails";
import { dataDir, importCopy, signIn } from "./support";
import { expect, test } from "./test";

let made = 0;
/** An address that no other test has. */
const newAddress = () => `reader-${process.pid}-${(made += 1)}-${Date.now()}@example.com`;

const headerOf = ({ headers }: Email, name: string) =>
  headers.find(({ key }) => key === name)?.value ?? "";

/** Posts to everyone about an incident of the test's own. */
function postToEveryone(message: string): void {
  const key = importCopy((record) => {
    record.incident.status = "investigating";
    delete record.incident.resolved_at;
  });
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  try {
    postUpdate(operator("test"), { key, audience: "external", message });
  } finally {
    replaceDatabase(undefined);
  }
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test.describe("a reader without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("subscribes, confirms, chooses, is told once, and leaves with one request", async ({
    page,
    request,
    baseURL,
  }) => {
    const address = newAddress();
    await page.goto("/status");
    await page.locator("summary").filter({ hasText: "Subscribe" }).click();
    await page.getByLabel("E-mail").fill(address);
    await page.getByRole("button", { name: "Subscribe by e-mail" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mail");

    const asked = await mailAbout(address, /Confirm that you want to hear/);
    const link = /Yes, confirm: (\S+)/.exec(asked.text ?? "")?.[1] ?? "";
    await page.goto(new URL(link).pathname);
    await page.getByRole("button", { name: "Yes, tell me" }).click();
    await expect(page.getByText("Confirmed.")).toBeVisible();
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(page.getByRole("checkbox").first()).toBeChecked();
    await page.getByRole("checkbox").first().uncheck();
    await page.getByRole("button", { name: "Save" }).click();

    const words = `The queue is full ${address}`;
    postToEveryone(words);
    const told = await mailAbout(address, /^\[.*\] .*: /);
    expect(told.text).toContain(words);
    const leave = /^<(.*)>$/.exec(headerOf(told, "list-unsubscribe"))?.[1] ?? "";
    expect(headerOf(told, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");

    const path = new URL(leave).pathname;
    await page.goto(path);
    await expect(page.getByRole("button", { name: /^Leave/ })).toBeVisible();
    const answer = await request.post(`${baseURL}${path}`, {
      form: { "List-Unsubscribe": "One-Click" },
    });
    expect(answer.status()).toBe(200);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You have left");
    expect((await mailsTo(address)).filter(({ text }) => text?.includes(words))).toHaveLength(1);
  });

  test("is told what is wrong with an address, and reads about webhooks", async ({ page }) => {
    await page.goto("/status/subscribe");
    await page.getByLabel("Address").fill("https://127.0.0.1/hook?me");
    await page.getByRole("button", { name: "Subscribe by webhook" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look at what arrived");
    await page.goto("/status/subscribe");
    await page.getByLabel("Address").fill("http://example.com/hook");
    await page.getByRole("button", { name: "Subscribe by webhook" }).click();
    await expect(page.getByRole("alert")).toContainText("begins with https://");
    await expect(page.getByLabel("Address")).toHaveValue("http://example.com/hook");
  });
});

test("the pages about a subscription are accessible in both themes, on small screens too", async ({
  page,
}) => {
  const address = newAddress();
  await page.goto("/status/subscribe");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole("textbox", { name: "E-mail" }).fill(address);
  await page.getByRole("button", { name: "Subscribe by e-mail" }).click();
  const asked = await mailAbout(address, /Confirm/);
  await page.goto(new URL(/Yes, confirm: (\S+)/.exec(asked.text ?? "")?.[1] ?? "").pathname);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Yes, tell me" }).click();
  await expect(page.getByText("Confirmed.")).toBeVisible();
  await expectAccessible(page);
});

test("an admin adds, imports, finds, reads about and removes subscribers", async ({ page }) => {
  const [added, imported] = [newAddress(), newAddress()];
  await signIn(page, "admin", "/subscribers");
  const form = page.getByRole("region", { name: "Add a subscriber" });
  await form.getByLabel("Address").fill(added);
  await form.getByRole("button", { name: "Add subscriber" }).click();
  await expect(page.getByRole("link", { name: added })).toBeVisible();

  const list = page.getByRole("region", { name: "Import a list" });
  await list.getByLabel("List").fill(`address,kind\n${imported},mail\n${added},mail`);
  await list.getByRole("button", { name: "Import subscribers" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "1 imported, 1 were known" }),
  ).toBeVisible();

  const words = `Everyone hears ${added}`;
  postToEveryone(words);
  await mailAbout(added, /^\[.*\] .*: /);

  await page.getByRole("search").getByLabel("Address").fill(added);
  await page.getByRole("search").getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("link", { name: imported })).toHaveCount(0);
  await page.getByRole("link", { name: added }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(added);
  await expect(page.getByText("Incident update").first()).toBeVisible();

  const csv = await page.request.get("/subscribers/export.csv");
  expect(await csv.text()).toContain(`${imported},mail,active,,`);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page).toHaveURL("/subscribers");
  await expect(page.getByRole("link", { name: added })).toHaveCount(0);
});

test("others do not see who subscribed", async ({ page }) => {
  await signIn(page, "responder", "/incidents");
  expect((await page.goto("/subscribers"))?.status()).toBe(404);
  expect((await page.request.get("/subscribers/export.csv")).status()).toBe(403);
});
