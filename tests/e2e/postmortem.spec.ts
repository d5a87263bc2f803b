import type { Browser, Page } from "@playwright/test";
import { awake, importCopy, replaceText, signIn } from "./support";
import { expect, test } from "./test";

const textOf = (page: Page) => page.getByLabel("Text, in Markdown");
const asMarkdown = (key: string) => `/incidents/${key}/postmortem?view=markdown`;
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();

/** Opens the Markdown tab, after the start where nobody has begun. */
async function openPostmortem(page: Page, key: string, who: "admin" | "responder" = "responder") {
  await signIn(page, who, asMarkdown(key));
  const start = page.getByRole("button", { name: "Start writing" });
  await expect(start.or(textOf(page))).toBeVisible();
  if (await start.isVisible()) {
    await start.click();
    await expect(page.getByRole("navigation", { name: "View" })).toBeVisible();
    await page.goto(asMarkdown(key));
  }
  await awake(textOf(page));
}

async function saveText(page: Page, text: string) {
  await replaceText(textOf(page), text);
  await save(page);
  await expect(page.getByText(/^Saved .* by /)).toBeVisible();
}

/** Two people, each in a window of their own, before the same stored text. */
async function inTwoWindows(browser: Browser, page: Page, text: string) {
  const key = importCopy();
  await openPostmortem(page, key);
  await saveText(page, text);
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await openPostmortem(theirs, key, "admin");
  await expect(textOf(theirs)).toHaveValue(text);
  return { key, theirs, context };
}

test.describe("a postmortem that was only begun", () => {
  test("is drafted from the record, each sentence with its source", async ({ page }) => {
    const key = importCopy();
    await openPostmortem(page, key);

    const draft = await textOf(page).inputValue();
    for (const heading of ["Summary", "Impact", "Timeline", "Root cause", "Action items"]) {
      expect(draft).toContain(`## ${heading}`);
    }
    expect(draft).toContain("ORM 3.2.0 opening 3x more connections per request");
    expect(draft).toContain("(`resolution.root_cause`)");
    expect(draft).toContain(`/incidents/${key}#e-2`);
    expect(draft).toContain("> **TODO:**");
    const bare = draft
      .split("\n")
      .filter((line) => /^(- )?[A-Z*\d]/.test(line) && !/\((\[|`).*\)\.$/.test(line));
    expect(bare).toEqual([]);
  });

  test("leads from a citation to the event", async ({ page }) => {
    const key = importCopy();
    await openPostmortem(page, key);

    await page.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("region", { name: "Preview" });
    await expect(preview.getByText("TODO:").first()).toBeVisible();
    await preview.getByRole("link", { name: "14:20" }).first().click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}.*#e-2$`));
    await expect(
      page.getByRole("region", { name: "Timeline" }).getByText(/PagerDuty alert fired/),
    ).toBeInViewport();
  });
});

test.describe("a postmortem", () => {
  test("is previewed as it will be read, and the text stays to be written on", async ({ page }) => {
    const key = importCopy();
    await openPostmortem(page, key);
    const text = "## Impact\n\n- **12,500** people\n\n<script>alert(1)</script>\n";
    await replaceText(textOf(page), text);

    await page.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("region", { name: "Preview" });
    await expect(preview.getByRole("heading", { name: "Impact" })).toBeVisible();
    await expect(preview.getByRole("listitem")).toHaveText("12,500 people");
    await expect(preview.locator("script")).toHaveCount(0);

    await page.getByRole("button", { name: "Write on" }).click();
    await expect(textOf(page)).toHaveValue(text);
  });

  test("keeps every saved version, compares two and brings one back", async ({ page }) => {
    const key = importCopy();
    await openPostmortem(page, key);
    await saveText(page, "## Summary\n\nThe pool was too small.\n");
    await saveText(page, "## Summary\n\nThe pool was much too large.\n");

    await page.goto(asMarkdown(key));
    const history = page.getByRole("region", { name: "History" });
    await expect(history.getByRole("link", { name: /^Version/ })).toHaveText([
      "Version 3",
      "Version 2",
      "Version 1",
    ]);
    await history.getByRole("link", { name: "Version 3" }).click();
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(/revisions\/3\?compare=2$/);
    await expect(page.locator("del").first()).toBeVisible();
    await expect(page.locator("ins").first()).toBeVisible();
    await expect(page.getByRole("main")).toContainText("large");

    await page.getByRole("link", { name: "Version 2", exact: true }).click();
    await expect(page.getByRole("main")).toContainText("The pool was too small.");
    await page.getByRole("button", { name: "Restore version 2" }).click();
    await expect(page).toHaveURL(`/incidents/${key}/postmortem`);
    await page.goto(asMarkdown(key));
    await expect(textOf(page)).toHaveValue("## Summary\n\nThe pool was too small.\n");
    await expect(history.getByRole("link", { name: /^Version/ })).toHaveCount(4);
  });

  test("is read, but not written, by a viewer", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "viewer", `/incidents/${key}/postmortem`);

    await expect(page.getByText("Nobody has written this postmortem yet.")).toBeVisible();
    await expect(textOf(page)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  });
});

test.describe("two people who write at the same time", () => {
  test("both see both texts when they changed the same line, and nothing is lost", async ({
    page,
    browser,
  }) => {
    const started = "## Summary\n\nThe pool was too small.\n";
    const { key, theirs, context } = await inTwoWindows(browser, page, started);
    const mine = "## Summary\n\nThe pool was exhausted by the upgrade.\n";
    const other = "## Summary\n\nThe pool was too small for the new ORM.\n";
    await saveText(theirs, other);

    await replaceText(textOf(page), mine);
    await save(page);
    await expect(
      page.getByText("Ada Lindqvist saved this postmortem while you were writing."),
    ).toBeVisible();
    await expect(page.getByRole("group", { name: /^Text: Theirs/ })).toContainText(
      "The pool was too small for the new ORM.",
    );
    await expect(page.getByRole("group", { name: /^Text: Yours/ })).toContainText(
      "The pool was exhausted by the upgrade.",
    );
    await theirs.reload();
    await expect(textOf(theirs)).toHaveValue(other);

    const both = "## Summary\n\nThe new ORM exhausted a pool that was too small.\n";
    await page.getByLabel("Both together, to edit and save").fill(both);
    await page.getByRole("button", { name: "Save this text" }).click();
    await expect(page.getByText(/^Saved .* by Grace Okafor/)).toBeVisible();

    await page.goto(asMarkdown(key));
    await expect(textOf(page)).toHaveValue(both);
    await page.getByRole("link", { name: "Version 3", exact: true }).click();
    await expect(page.getByRole("main")).toContainText("The pool was too small for the new ORM.");
    await context.close();
  });

  test("write one text when they changed different lines", async ({ page, browser }) => {
    const started = "## Summary\n\nShort.\n\n## Impact\n\nSmall.\n\n## Lessons\n\nNone.\n";
    const { theirs, context } = await inTwoWindows(browser, page, started);
    await saveText(theirs, started.replace("None.", "Test under load."));

    await saveText(page, started.replace("Short.", "Payments failed."));
    await expect(textOf(page)).toHaveValue(
      started.replace("Short.", "Payments failed.").replace("None.", "Test under load."),
    );
    await theirs.reload();
    await expect(textOf(theirs)).toHaveValue(/Payments failed\.[\s\S]*Test under load\./);
    await context.close();
  });

  test("may take the text of the other and write on", async ({ page, browser }) => {
    const { theirs, context } = await inTwoWindows(browser, page, "Started.\n");
    await saveText(theirs, "Theirs.\n");
    await replaceText(textOf(page), "Mine.\n");
    await save(page);

    await page.getByRole("button", { name: "Take theirs" }).click();
    await expect(textOf(page)).toHaveValue("Theirs.\n");
    await saveText(page, "Theirs, and a word of mine.\n");
    await theirs.reload();
    await expect(textOf(theirs)).toHaveValue("Theirs, and a word of mine.\n");
    await context.close();
  });

  test("do not lose the first change of a draft to the second", async ({ page, browser }) => {
    const key = importCopy();
    await openPostmortem(page, key);
    const context = await browser.newContext();
    const theirs = await context.newPage();
    await openPostmortem(theirs, key, "admin");
    await saveText(theirs, "Theirs was first.\n");

    await replaceText(textOf(page), "Mine was second.\n");
    await save(page);
    await expect(page.getByText(/saved this postmortem while you were writing/)).toBeVisible();
    await page.getByRole("button", { name: "Keep mine (save over theirs)" }).click();
    await expect(page.getByText(/^Saved .* by Grace Okafor/)).toBeVisible();

    await page.goto(`/incidents/${key}/postmortem/revisions/2`);
    await expect(page.getByRole("main")).toContainText("Theirs was first.");
    await context.close();
  });
});
