import { expect, type Locator, type Page } from "@playwright/test";
import { importCopy, replaceText, signIn } from "./support";

export const editorOf = (page: Page): Locator =>
  page.getByRole("textbox", { name: "Postmortem text" });

export const markdownFieldOf = (page: Page): Locator => page.getByLabel("Text, in Markdown");

export const toolbarOf = (page: Page): Locator => page.getByRole("toolbar", { name: "Formatting" });

export const viewTab = (page: Page, name: "Write" | "Markdown" | "Preview"): Locator =>
  page.getByRole("navigation", { name: "View" }).getByRole("link", { name });

/** Starts an incident's postmortem with this text, and leaves it open in the editor. */
export async function openWithText(
  page: Page,
  text: string,
  who: "admin" | "responder" = "responder",
): Promise<string> {
  const key = importCopy();
  await signIn(page, who, `/incidents/${key}/postmortem`);
  await page.getByRole("button", { name: "Start writing" }).click();
  await expect(editorOf(page)).toBeVisible();
  await saveMarkdown(page, key, text);
  await openEditor(page, key);
  return key;
}

/** Replaces the whole text in the Markdown tab. */
export async function saveMarkdown(page: Page, key: string, text: string): Promise<void> {
  await page.goto(`/incidents/${key}/postmortem?view=markdown`);
  await replaceText(markdownFieldOf(page), text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved .* by /)).toBeVisible();
}

export async function openEditor(page: Page, key: string): Promise<void> {
  await page.goto(`/incidents/${key}/postmortem`);
  await expect(editorOf(page)).toBeVisible();
}

/** Puts the caret at the end of the text. */
export async function toEnd(page: Page): Promise<void> {
  await editorOf(page).click();
  await page.keyboard.press("Control+End");
  await settled(page);
}

/** The browser tells the editor of a moved caret a little later than a key could follow. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/** Waits until the portal keeps just this text. */
export async function expectStored(page: Page, key: string, text: string): Promise<void> {
  await expect.poll(() => storedText(page, key)).toBe(text);
}

/** What the portal keeps at this moment. */
export async function storedText(page: Page, key: string): Promise<string> {
  const answer = await page.request.get(`/incidents/${key}/postmortem?view=markdown`);
  const [, field = ""] =
    /<textarea[^>]*name="body"[^>]*>([^]*?)<\/textarea>/.exec(await answer.text()) ?? [];
  return page.evaluate((html) => {
    const area = document.createElement("textarea");
    area.innerHTML = html;
    return area.value;
  }, field);
}

/** Pastes as another application would have it copied. */
export async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await editorOf(page).evaluate((element, types) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}
