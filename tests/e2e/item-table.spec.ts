import type { Locator, Page } from "@playwright/test";
import { awake, importCopy, replaceText, signIn } from "./support";
import { expect, test } from "./test";

const ALERTING = "Add connection pool utilization alerting";
const CANARIES = "Implement canary deployment pipeline";

const row = (page: Page, title: string): Locator =>
  page.getByRole("row").filter({ hasText: title });
const titles = (page: Page): Locator => page.locator("tbody tr[id^=ai-] td:nth-child(3)");
const box = (page: Page, title: string): Locator => row(page, title).getByRole("checkbox");
const bulk = (page: Page): Locator =>
  page.getByRole("form", { name: "Change the selected action items" });

/** The table of one incident's own five action items. */
async function openTable(page: Page, who: "responder" | "viewer" = "responder", more = "") {
  const key = importCopy();
  await signIn(page, who, `/actions?incident=${key}&view=table${more}`);
  await expect(titles(page)).toHaveCount(5);
  return key;
}

async function openBulk(page: Page) {
  await bulk(page).locator("summary").click();
}

test.describe("the table", () => {
  test("is ordered by its columns, and says so in its address", async ({ page }) => {
    await openTable(page);
    const name = page.getByRole("columnheader", { name: "Title" });

    await name.getByRole("link").click();
    await expect(page).toHaveURL(/sort=title/);
    await expect(name).toHaveAttribute("aria-sort", "ascending");
    const upwards = await titles(page).allTextContents();
    expect(upwards).toEqual(upwards.toSorted((a, b) => a.localeCompare(b, "en")));

    await name.getByRole("link").click();
    await expect(page).toHaveURL(/sort=-title/);
    await expect(name).toHaveAttribute("aria-sort", "descending");
    await expect(titles(page)).toHaveText(upwards.toReversed());
  });

  test("has an item edited in its row", async ({ page }) => {
    const key = await openTable(page);
    await row(page, ALERTING)
      .getByRole("link", { name: /^Edit AI-/ })
      .click();
    const form = page.getByRole("form", { name: /^Edit AI-/ });
    await awake(form);
    await replaceText(form.getByLabel("Owner"), "Carol Davis");
    await form.getByLabel("Type").selectOption("Prevention");
    await form.getByRole("button", { name: /^Save AI-/ }).click();

    await expect(row(page, ALERTING)).toContainText("Carol Davis");
    await expect(row(page, ALERTING)).toContainText("Prevention");
    await expect(page).toHaveURL(new RegExp(`incident=${key}&view=table`));
  });

  test("asks in its row for the proof of what is done", async ({ page }) => {
    await openTable(page);
    await row(page, ALERTING)
      .getByRole("link", { name: /^Edit AI-/ })
      .click();
    const form = page.getByRole("form", { name: /^Edit AI-/ });
    await awake(form);
    await form.getByLabel("Column").selectOption("Done");
    await form.getByLabel("Proven by").selectOption("Test");
    await form.getByLabel("Evidence").fill("It fires at 70 %");
    await form.getByRole("button", { name: /^Save AI-/ }).click();
    await expect(row(page, ALERTING)).toContainText("Done");
  });

  test("changes all that are ticked", async ({ page }) => {
    await openTable(page);
    await awake(box(page, ALERTING));
    await box(page, ALERTING).check();
    await box(page, CANARIES).check();
    await expect(bulk(page)).toContainText("Change 2 selected");
    await openBulk(page);
    await bulk(page).getByLabel("Priority").selectOption("P3");
    await bulk(page).getByLabel("Status").selectOption("In review");
    await bulk(page).getByRole("button", { name: "Change them" }).click();

    await expect(page.getByText("The action items were changed.")).toBeVisible();
    for (const title of [ALERTING, CANARIES]) {
      await expect(row(page, title)).toContainText("P3");
      await expect(row(page, title)).toContainText("In review");
      await expect(box(page, title)).not.toBeChecked();
    }
    await expect(bulk(page)).toBeHidden();
  });

  test("changes none of them where one refuses, and keeps what was chosen", async ({ page }) => {
    await openTable(page);
    await awake(box(page, ALERTING));
    await page.getByRole("checkbox", { name: "Select all on this page" }).check();
    await expect(bulk(page)).toContainText("Change 5 selected");
    await openBulk(page);
    await bulk(page).getByLabel("Owner").selectOption("Me");
    await bulk(page).getByLabel("Status").selectOption("Done");
    await bulk(page).getByLabel("Proven by").selectOption("Figure");
    await bulk(page).getByLabel("Evidence").fill("It got better");
    await bulk(page).getByRole("button", { name: "Change them" }).click();

    await expect(bulk(page).getByRole("alert")).toContainText(/AI-\d+, “.+”: Give the figure/);
    await expect(bulk(page).getByLabel("Evidence")).toHaveValue("It got better");
    await expect(box(page, ALERTING)).toBeChecked();
    await page.reload();
    await expect(page.getByRole("cell", { name: "Done", exact: true })).toHaveCount(0);
  });

  test("does not change what somebody else changed meanwhile", async ({ page, browser }) => {
    const key = await openTable(page);
    await awake(box(page, ALERTING));
    await page.route("**/api/live**", (route) => route.abort());
    await page.reload();
    await box(page, ALERTING).check();

    const other = await browser.newPage();
    await signIn(other, "admin", `/actions?incident=${key}&view=table`);
    await awake(box(other, ALERTING));
    await box(other, ALERTING).check();
    await openBulk(other);
    await bulk(other).getByLabel("Priority").selectOption("P0");
    await bulk(other).getByRole("button", { name: "Change them" }).click();
    await expect(row(other, ALERTING)).toContainText("P0");
    await other.close();

    await openBulk(page);
    await bulk(page).getByLabel("Priority").selectOption("P4");
    await bulk(page).getByRole("button", { name: "Change them" }).click();
    await expect(bulk(page).getByRole("alert")).toContainText(/Someone changed AI-\d+/);
    await page.reload();
    await expect(row(page, ALERTING)).toContainText("P0");
  });

  test("lets viewers read", async ({ page }) => {
    await openTable(page, "viewer");
    await expect(page.getByRole("checkbox", { name: /^Select/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /^Edit/ })).toHaveCount(0);
  });
});

test.describe("the table without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("changes what is ticked, and keeps the ticks of what was refused", async ({ page }) => {
    await openTable(page);
    await box(page, ALERTING).check();
    await box(page, CANARIES).check();
    await openBulk(page);
    await bulk(page).getByLabel("Status").selectOption("Won’t do");
    await bulk(page).getByRole("button", { name: "Change them" }).click();

    await expect(bulk(page)).toContainText("Say why it will not be done.");
    await expect(box(page, ALERTING)).toBeChecked();
    await bulk(page).getByLabel("Why it will not be done").fill("The service goes away");
    await bulk(page).getByRole("button", { name: "Change them" }).click();
    await expect(row(page, ALERTING)).toContainText("Won’t do");
    await expect(row(page, CANARIES)).toContainText("Won’t do");
  });

  test("has an item edited in its row", async ({ page }) => {
    await openTable(page);
    await row(page, ALERTING)
      .getByRole("link", { name: /^Edit AI-/ })
      .click();
    const form = page.getByRole("form", { name: /^Edit AI-/ });
    await form.getByLabel("Priority").selectOption("P4");
    await form.getByRole("button", { name: /^Save AI-/ }).click();
    await expect(row(page, ALERTING)).toContainText("P4");
  });
});

test.describe("the board", () => {
  test("is narrowed and put together by its address", async ({ page }) => {
    const key = await openTable(page);
    await page.goto(`/actions?incident=${key}&view=board&group=owner`);
    const lane = page.getByRole("region", { name: "bob@company.com", exact: true });
    await expect(lane.getByRole("article")).toHaveCount(1);
    await expect(lane.getByRole("article")).toContainText(CANARIES);

    await page.getByLabel("Put together").selectOption("By incident");
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page).toHaveURL(/group=incident/);
    await expect(
      page.getByRole("region", { name: new RegExp(`^${key}`) }).getByRole("article"),
    ).toHaveCount(5);
  });

  test("keeps a card in its lane when it is moved", async ({ page }) => {
    const key = await openTable(page);
    await page.goto(`/actions?incident=${key}&view=board&group=owner`);
    const lane = page.getByRole("region", { name: "bob@company.com", exact: true });
    await awake(lane.getByRole("article"));
    await lane.getByRole("article").focus();
    await page.keyboard.press("Alt+ArrowRight");
    const moved = lane.getByRole("region", { name: /^In progress/ }).getByRole("article");
    await expect(moved).toContainText(CANARIES);
    await expect(moved).toBeFocused();
  });

  test("is everybody's, or the reader's own", async ({ page }) => {
    const key = await openTable(page);
    await page.goto(`/actions?incident=${key}`);
    await page
      .getByRole("navigation", { name: "Boards" })
      .getByRole("link", { name: "Mine" })
      .click();
    await expect(page).toHaveURL("/actions?board=mine");
    await expect(page.getByRole("article").filter({ hasText: ALERTING })).toHaveCount(0);
    const answer = await page.goto("/actions?board=no-such-team");
    expect(answer?.status()).toBe(404);
  });

  test("is a list on a phone until someone chooses", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const key = await openTable(page);
    await page.goto(`/actions?incident=${key}`);
    const [open, done] = ["Open", "Done"].map((name) =>
      page.getByRole("region", { name: new RegExp(`^${name}`) }),
    );
    const [above, below] = [await open?.boundingBox(), await done?.boundingBox()];
    expect(below?.x).toBe(above?.x);
    expect(below?.y).toBeGreaterThan(above?.y ?? 0);
  });
});
