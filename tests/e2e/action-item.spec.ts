import type { Browser, Page } from "@playwright/test";
import { awake, importCopy, replaceText, signIn } from "./support";
import { expect, test } from "./test";

/** Opens the page of an item of a copied incident by the words of its title; gives its address. */
async function openItem(page: Page, title: RegExp, key = importCopy()): Promise<string> {
  await signIn(page, "responder", `/incidents/${key}`);
  await page.getByRole("region", { name: "Actions" }).getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The same page as somebody else sees it. */
async function pageOf(browser: Browser, who: "admin" | "viewer", address: string): Promise<Page> {
  const page = await browser.newPage();
  await signIn(page, who, address);
  return page;
}

const LOAD_TEST = /^(AI-\d+ )?Load test ORM/;

async function openEdit(page: Page) {
  const form = page.getByRole("region", { name: "Description" });
  await form.locator("summary", { hasText: "Change this item" }).click();
  await awake(form.getByLabel("Title"));
  return form;
}

test.describe("an item's page", () => {
  test("changes what the item says, proposes its ticket's key and tells its history", async ({
    page,
  }) => {
    await openItem(page, LOAD_TEST);
    const form = await openEdit(page);
    await replaceText(form.getByLabel("Title"), "Load test the pool at 150 % of peak");
    await expect(form.getByText(/Quality \d+ of 100/)).toBeVisible();
    await replaceText(form.getByLabel("Description"), "With *real* queries.");
    await replaceText(form.getByLabel("Owner"), "me");
    await replaceText(
      form.getByLabel("Ticket", { exact: true }),
      "https://acme.atlassian.net/browse/OPS-77",
    );
    await expect(form.getByLabel("Ticket’s key")).toHaveAttribute("placeholder", "OPS-77");
    await form.getByRole("button", { name: /^Save AI-/ }).click();

    await expect(page.getByRole("heading", { level: 1 })).toContainText("150 % of peak");
    await expect(page.locator("em", { hasText: "real" })).toBeVisible();
    const details = page.getByRole("region", { name: "Details" });
    await expect(details).toContainText("Grace Okafor");
    await expect(details.getByRole("link", { name: /^OPS-77/ })).toHaveAttribute(
      "href",
      "https://acme.atlassian.net/browse/OPS-77",
    );
    const history = page.getByRole("region", { name: "History" });
    await expect(history).toContainText("Grace Okafor changed the title from “Load test ORM");
    await expect(history).toContainText("set the ticket to “OPS-77");
  });

  test("keeps both texts where two people change the same", async ({ page, browser }) => {
    const address = await openItem(page, LOAD_TEST);
    const form = await openEdit(page);
    await replaceText(form.getByLabel("Title"), "Mine");

    const other = await pageOf(browser, "admin", address);
    const theirs = await openEdit(other);
    await replaceText(theirs.getByLabel("Title"), "Theirs");
    await replaceText(theirs.getByLabel("Owner"), "Ann");
    await theirs.getByRole("button", { name: /^Save AI-/ }).click();
    await expect(other.getByRole("heading", { level: 1 })).toContainText("Theirs");
    await other.close();

    await form.getByRole("button", { name: /^Save AI-/ }).click();
    await expect(form.getByRole("alert")).toContainText("Title now says “Theirs”");
    await expect(form.getByLabel("Title")).toHaveValue("Mine");
    await form.getByRole("button", { name: /^Save AI-/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Mine");
    await expect(page.getByRole("region", { name: "Details" })).toContainText("Ann");
  });

  test("is taken, and said to answer a factor", async ({ page }) => {
    await openItem(page, LOAD_TEST);
    await page.getByRole("button", { name: "Take it" }).click();
    await expect(page.getByRole("region", { name: "Details" })).toContainText("Grace Okafor");
    await expect(page.getByRole("button", { name: "Take it" })).toBeHidden();

    const factors = page.getByRole("region", { name: "Factors that it answers" });
    await factors.getByText("Another factor").click();
    await factors
      .getByRole("button", { name: /^Answers it/ })
      .first()
      .click();
    await expect(factors.getByText("Says Grace Okafor")).toBeVisible();
    await expect(page.getByRole("region", { name: "History" })).toContainText(
      "said that it answers",
    );
  });

  test("holds what people say, which they change and take away themselves", async ({
    page,
    browser,
  }) => {
    const address = await openItem(page, LOAD_TEST);
    const comments = page.getByRole("region", { name: "Comments" });
    const field = comments.getByRole("textbox", { name: "Comment", exact: true });
    await awake(field);
    await replaceText(field, "Waits for **storage**");
    await comments.getByRole("button", { name: "Comment", exact: true }).click();
    const said = comments.getByRole("article", { name: "Comment by Grace Okafor" });
    await expect(said.locator("strong")).toHaveText("storage");

    await said.locator("summary", { hasText: "Edit" }).click();
    await replaceText(said.getByLabel("Your comment"), "Storage came");
    await said.getByRole("button", { name: "Save comment" }).click();
    await expect(said).toContainText("edited");

    const viewer = await pageOf(browser, "viewer", address);
    await expect(viewer.getByText("Storage came").first()).toBeVisible();
    await expect(viewer.getByRole("article").locator("summary")).toHaveCount(0);
    await expect(viewer.getByText("Change this item")).toHaveCount(0);
    await expect(viewer.getByRole("textbox", { name: "Comment", exact: true })).toHaveCount(0);
    await viewer.close();

    await said.locator("summary", { hasText: "Delete" }).click();
    await said.getByRole("button", { name: "Delete comment" }).click();
    await expect(comments).toContainText("Grace Okafor deleted this comment");
    await expect(comments).not.toContainText("Storage came");
  });

  test("is not there for a word that names none", async ({ page }) => {
    await signIn(page, "responder", "/actions/AI-999999999");
    await expect(page.getByRole("heading", { name: "No page here" })).toBeVisible();
  });
});

test("an item is made from a row of the timeline and leads back to it", async ({ page }) => {
  const key = importCopy();
  await signIn(page, "responder", `/incidents/${key}?row=2#e-2`);
  await page.getByRole("link", { name: "Create action item" }).click();
  const title = page.getByLabel("Title");
  await expect(title).not.toHaveValue("");
  await awake(title);
  await replaceText(title, "Watch the pool before it is full");
  await page.getByRole("button", { name: "Add action item" }).click();
  await page.getByRole("link", { name: "Watch the pool before it is full" }).first().click();

  const source = page.getByRole("region", { name: "Where it comes from" });
  await expect(source.getByRole("link", { name: new RegExp(key) })).toBeVisible();
  await expect(source.locator(`a[href="/incidents/${key}#e-2"]`)).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an item is changed and commented on", async ({ page }) => {
    const address = await openItem(page, LOAD_TEST);
    await page.getByText("Change this item").click();
    await page.getByRole("textbox", { name: "Description" }).fill("Written without scripts.");
    await page.getByRole("button", { name: /^Save AI-/ }).click();
    await expect(page.getByText("Written without scripts.").first()).toBeVisible();

    await page.getByRole("textbox", { name: "Comment", exact: true }).fill("So is this.");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(page.getByRole("paragraph").filter({ hasText: "So is this." })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(address);
  });

  test("a postmortem says why an action will not be done", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}/postmortem`);
    await page.getByRole("button", { name: "Start writing" }).click();
    await openItem(page, LOAD_TEST, key);
    const closing = page.getByRole("region", { name: "Status", exact: true });
    await closing.locator("summary", { hasText: "Won’t do" }).click();
    await closing.getByLabel("Why it will not be done").fill("The ORM goes away this summer");
    await closing.getByRole("button").filter({ hasText: "Won’t do" }).click();
    await expect(page.getByText("The ORM goes away this summer").first()).toBeVisible();

    await page.goto(`/incidents/${key}/postmortem?view=preview`);
    const actions = page.getByRole("figure", { name: /^Action items/ });
    await expect(actions.getByRole("row", { name: LOAD_TEST })).toContainText(
      "The ORM goes away this summer",
    );
  });
});
