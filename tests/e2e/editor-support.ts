import { expect, type Locator, type Page } from "@playwright/test";
import { awake, importCopy, signIn } from "./support";

export const editorOf = (page: Page): Locator =>
  page.getByRole("textbox", { name: "Postmortem text" });

export const markdownFieldOf = (page: Page): Locator => page.getByLabel("Text, in Markdown");

export const toolbarOf = (page: Page): Locator => page.getByRole("toolbar", { name: "Formatting" });

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
  await awake(markdownFieldOf(page));
  await markdownFieldOf(page).fill(text);
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
}

/** What the portal keeps, once it has everything that was typed. */
export async function storedText(page: Page, key: string): Promise<string> {
  await expect(page.locator("[data-saved=true]")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`/incidents/${key}/postmortem?view=markdown`);
  const text = await markdownFieldOf(other).inputValue();
  await other.close();
  return text;
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
