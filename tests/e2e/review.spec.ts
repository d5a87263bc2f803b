import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { importCopy, replaceText, signIn } from "./support";
import { expect, test } from "./test";

const TEXT = `## Summary

Payments failed for 55 minutes because the connection pool was too small.

## Root cause

The new library opens three connections for each request. Alice Chen should have tested it.
`;

const GRACE = "Grace Okafor";
const ADA = "Ada Lindqvist";
const reviewOf = (key: string) => `/incidents/${key}/postmortem/review`;
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const standing = (page: Page) => page.getByRole("main");

/** Writes the text in the Markdown tab, which needs no scripts. */
async function write(page: Page, key: string, text: string): Promise<void> {
  await page.goto(`/incidents/${key}/postmortem`);
  const start = page.getByRole("button", { name: "Start writing" });
  if (await start.isVisible()) {
    await start.click();
    await expect(start).toHaveCount(0);
  }
  await page.goto(`/incidents/${key}/postmortem?view=markdown`);
  await replaceText(page.getByLabel("Text, in Markdown"), text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved .* by /)).toBeVisible();
}

async function ask(page: Page, key: string, names: string[]): Promise<void> {
  await page.goto(reviewOf(key));
  const card = region(page, "Reviewers");
  const form = card.locator("details").filter({ hasText: "Who should review it" });
  if ((await form.getAttribute("open")) === null) await form.locator("summary").click();
  for (const name of names) await card.getByRole("checkbox", { name }).check();
  await card.getByRole("button", { name: "Ask for review" }).click();
  await expect(standing(page).getByText("In review", { exact: true })).toBeVisible();
}

async function approve(page: Page, key: string): Promise<void> {
  await page.goto(reviewOf(key));
  await region(page, "Your review").getByRole("button", { name: "Approve", exact: true }).click();
  await expect(region(page, "Still open")).toContainText("Every contributing factor has an action");
  await page.getByRole("button", { name: "Approve all the same" }).click();
  await expect(
    region(page, "Reviewers")
      .getByText(/^Approved version/)
      .last(),
  ).toBeVisible();
}

async function reviewed(page: Page, other: Page, key: string): Promise<void> {
  await write(page, key, TEXT);
  await ask(page, key, [GRACE, ADA]);
  await other.goto(reviewOf(key));
  const mine = region(other, "Your review");
  await mine.getByRole("button", { name: "Ask for changes" }).click();
  await expect(mine.getByText("Say what should change.")).toBeVisible();
  await mine.getByLabel(/^Note/).fill("Say what made it look right.");
  await mine.getByRole("button", { name: "Ask for changes" }).click();
  await expect(region(other, "Reviewers")).toContainText("Asked for changes to version");
  await expect(standing(other).getByText("Draft", { exact: true }).first()).toBeVisible();

  await write(page, key, TEXT.replace("Alice Chen should have tested it.", "No test showed it."));
  await ask(page, key, [GRACE, ADA]);
  await approve(other, key);
  await expect(standing(other).getByText("In review", { exact: true })).toBeVisible();
  await approve(page, key);
  await expect(standing(page).getByText("Approved", { exact: true })).toBeVisible();
}

async function inAnotherWindow(browser: Browser, options = {}): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}

test.describe("a review", () => {
  test("goes from a draft through changes to the approval of two", async ({ page, browser }) => {
    test.slow();
    const key = importCopy();
    const other = await inAnotherWindow(browser);
    await signIn(page, "responder");
    await signIn(other, "admin");
    await reviewed(page, other, key);

    await write(page, key, `${TEXT}\nAnother sentence.\n`);
    await page.goto(reviewOf(key));
    await expect(standing(page).getByText("Edited since approval")).toBeVisible();
    await expect(region(page, "Reviewers").getByText("The text changed since.")).toHaveCount(2);
    await other.context().close();
  });

  test("is not given alone by whoever wrote the text", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder");
    await write(page, key, TEXT);
    await ask(page, key, [GRACE]);
    const mine = region(page, "Your review");
    await mine.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(mine.getByText("You alone wrote this text.")).toBeVisible();
  });

  test("waits for those who were asked, and leads to what is open", async ({ page, browser }) => {
    const key = importCopy();
    const other = await inAnotherWindow(browser);
    await signIn(page, "responder");
    await write(page, key, TEXT);
    await ask(page, key, [ADA]);
    await signIn(other, "admin", "/postmortems");
    await expect(
      other.getByRole("navigation", { name: "Main" }).getByText("waiting for you").first(),
    ).toBeAttached();

    const list = region(page, "Checklist");
    await expect(list).toContainText("“Impact” is missing");
    await expect(region(page, "Blameless words")).toContainText("should have tested");
    await list.getByRole("link", { name: /^Causes ?: Every contributing factor/ }).click();
    await expect(page).toHaveURL(/\/postmortem\/causes$/);
    await other.context().close();
  });

  test("is only read by viewers, who see roles where that was chosen", async ({
    page,
    browser,
  }) => {
    const key = importCopy();
    const other = await inAnotherWindow(browser);
    await signIn(page, "responder");
    await write(page, key, TEXT);
    await page.goto(reviewOf(key));
    await page.getByRole("button", { name: "Show roles in place of names" }).click();
    await expect(page.getByRole("button", { name: "Show names" })).toBeVisible();

    await signIn(other, "viewer", `/incidents/${key}/postmortem`);
    await expect(other.getByRole("article").first()).toContainText("should have tested");
    await expect(other.getByRole("article").first()).not.toContainText("Alice");
    await other.goto(reviewOf(key));
    await expect(other.getByRole("article", { name: "Text" })).not.toContainText("Alice");
    await expect(other.getByRole("button", { name: /Approve|Ask for|Comment/ })).toHaveCount(0);
    await other.context().close();
  });

  test("is not needed where somebody says why", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", reviewOf(key));
    await page.getByText("No postmortem is needed").click();
    await page.getByLabel("Why none is needed").fill("Too busy.");
    await page.getByRole("button", { name: "Mark as not required" }).click();
    await expect(page.getByText(/Say in 40 characters or more/)).toBeVisible();
    const reason = "The provider's outage, on which they published a report of their own.";
    await page.getByLabel("Why none is needed").fill(reason);
    await page.getByRole("button", { name: "Mark as not required" }).click();
    await expect(page.getByText(reason)).toBeVisible();
    await page.getByRole("button", { name: "It is required after all" }).click();
    await expect(page.getByText(reason)).toHaveCount(0);
  });
});

test.describe("a comment", () => {
  test("is made on selected words, survives edits, and is resolved", async ({ page, browser }) => {
    const key = importCopy();
    const other = await inAnotherWindow(browser);
    await signIn(page, "responder");
    await write(page, key, TEXT);
    await page.goto(reviewOf(key));
    await signIn(other, "admin", reviewOf(key));

    const words = page.getByText("Payments failed for 55 minutes");
    await words.evaluate((node) => getSelection()?.selectAllChildren(node));
    await page.getByRole("button", { name: "Comment on the selection" }).click();
    const comments = region(page, "Comments");
    await comments.getByLabel("Comment", { exact: true }).fill("How small was it?");
    await comments.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(comments.getByText("1 open")).toBeVisible();
    const thread = (where: Page) => where.getByRole("article", { name: /^Comment by/ });
    await expect(thread(page)).toContainText("Payments failed for 55 minutes");
    await expect(thread(other)).toContainText("How small was it?");

    await write(
      page,
      key,
      `# Report\n\nWritten on Monday.\n\n${TEXT.replace("too small", "small")}`,
    );
    await other.reload();
    await thread(other).getByRole("button", { name: "Show in the text" }).click();
    expect(await other.evaluate(() => String(getSelection()))).toContain("pool was small");
    await thread(other).getByText("Reply").first().click();
    await thread(other).getByLabel("Reply").fill("Fifty connections.");
    await thread(other).getByRole("button", { name: "Send reply" }).click();
    await expect(thread(other)).toContainText("Fifty connections.");

    await write(page, key, "## Summary\n\nAnother text altogether, and nothing of what it was.\n");
    await other.reload();
    await expect(thread(other)).toContainText("The text it was about has changed.");
    await thread(other).getByRole("button", { name: "Resolve" }).click();
    await expect(region(other, "Comments").getByText("0 open")).toBeVisible();
    await region(other, "Comments").getByText("Resolved (1)").click();
    await thread(other).getByRole("button", { name: "Reopen" }).click();
    await expect(region(other, "Comments").getByText("1 open")).toBeVisible();
    await other.context().close();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a review goes from draft to approval, with comments", async ({ page, browser }) => {
    test.slow();
    const key = importCopy();
    const other = await inAnotherWindow(browser, { javaScriptEnabled: false });
    await signIn(page, "responder");
    await signIn(other, "admin");
    await reviewed(page, other, key);

    const comments = region(page, "Comments");
    await comments.getByLabel(/^Words of the text/).fill("the cache");
    await comments.getByLabel("Comment", { exact: true }).fill("Why three?");
    await comments.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(comments.getByText("These words are not in the text.")).toBeVisible();
    await comments.getByLabel(/^Words of the text/).fill("opens three connections");
    await comments.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(comments.getByText("Under Root cause")).toBeVisible();
    await comments.getByRole("button", { name: "Resolve" }).click();
    await expect(comments.getByText("0 open")).toBeVisible();
    await other.context().close();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 360]) {
    test(`a review is fit for everyone, ${colorScheme}, ${width} px wide`, async ({ browser }) => {
      test.slow();
      const page = await inAnotherWindow(browser, {
        colorScheme,
        viewport: { width, height: 800 },
      });
      const key = importCopy();
      await signIn(page, "responder");
      await write(page, key, TEXT);
      await ask(page, key, [ADA, GRACE]);
      const comments = region(page, "Comments");
      await comments.getByLabel(/^Words of the text/).fill("opens three connections");
      await comments.getByLabel("Comment", { exact: true }).fill("Why three?");
      await comments.getByRole("button", { name: "Comment", exact: true }).click();
      await expect(comments.getByText("1 open")).toBeVisible();
      await region(page, "Your review").getByLabel(/^Note/).fill("Say more.");
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("main details"))
          details.setAttribute("open", "");
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual(
        [],
      );
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBe(0);
      await page.context().close();
    });
  }
}
