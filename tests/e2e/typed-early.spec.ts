import type { Page } from "@playwright/test";
import { awake, importCopy, signIn } from "./support";
import { expect, test } from "./test";

/** Holds back the page's scripts until they are let go. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/_next/static/chunks/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test.describe("what is typed before a page's scripts run", () => {
  test("stays in a text area that was filled, with the caret", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}/postmortem`);
    await page.getByRole("button", { name: "Start writing" }).click();
    await expect(page.getByRole("navigation", { name: "View" })).toBeVisible();

    const release = await holdScripts(page);
    await page.goto(`/incidents/${key}/postmortem?view=markdown`, { waitUntil: "commit" });
    const text = page.getByLabel("Text, in Markdown");
    await text.fill("Typed early.\n");
    await text.press("Home");
    release();
    await awake(text);
    await expect(text).toHaveValue("Typed early.\n");
    await page.keyboard.type("Still ");
    await expect(text).toHaveValue("Typed early.\nStill ");

    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/^Saved .* by /)).toBeVisible();
    await page.reload();
    await expect(text).toHaveValue("Typed early.\nStill ");
  });

  test("replaces all words that were selected just before", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}/postmortem`);
    await page.getByRole("button", { name: "Start writing" }).click();
    await expect(page.getByRole("navigation", { name: "View" })).toBeVisible();

    const release = await holdScripts(page);
    await page.goto(`/incidents/${key}/postmortem?view=markdown`, { waitUntil: "commit" });
    const text = page.getByLabel("Text, in Markdown");
    await text.press("Control+a");
    release();
    await awake(text);
    await page.keyboard.insertText("All new.");
    await expect(text).toHaveValue("All new.");
  });
});
