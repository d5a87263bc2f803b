import { expect, type Locator, type Page } from "@playwright/test";
import type { IncidentRecord } from "@/lib/domain/record";
import { awake, importCopy, signIn } from "./support";

export const ALERTING = "Add connection pool utilization alerting";
export const CANARIES = "Implement canary deployment pipeline";
export const LOAD_TEST = "Load test ORM v3.2.0";

export const card = (page: Page, title: string): Locator =>
  page.getByRole("article", { name: new RegExp(title) });
export const column = (page: Page, name: string): Locator =>
  page.getByRole("region", { name: new RegExp(`^${name}`) });
export const headOf = (page: Page, name: string): Locator =>
  column(page, name).getByRole("heading", { level: 2 });
export const titlesIn = (page: Page, name: string): Locator =>
  column(page, name).getByRole("heading", { level: 3 });

export const boardOf = (key: string) => `/actions?incident=${key}&view=board`;

/** The board of one incident's own five action items, all of them open; gives the incident's key. */
export async function openBoard(
  page: Page,
  who: "responder" | "viewer" = "responder",
  change?: (record: IncidentRecord) => void,
): Promise<string> {
  const key = importCopy(change);
  await signIn(page, who, boardOf(key));
  await awake(card(page, ALERTING));
  return key;
}

/** Presses the mouse on one element and lets go over another, as a hand does. */
export async function drag(page: Page, from: Locator, to: Locator, place = 0.5) {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("There is nothing to drag.");
  const target = { x: end.x + end.width / 2, y: end.y + end.height * place };
  await page.mouse.move(start.x + 60, start.y + 12);
  await page.mouse.down();
  await page.mouse.move(start.x + 70, start.y + 20, { steps: 4 });
  await page.mouse.move(target.x, target.y, { steps: 12 });
  await page.mouse.move(target.x + 2, target.y, { steps: 2 });
  await page.mouse.up();
}

/** The move is over when the page has said it and the server has answered. */
export const saved = (page: Page) =>
  page.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());

/** What the page says of the last move. */
export const notice = (page: Page, text: string): Locator =>
  page.getByRole("status").filter({ hasText: text });

/** Reads the page again until a column has these cards. */
export async function expectKept(page: Page, name: string, titles: string[]): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(titlesIn(page, name)).toContainText(titles, { timeout: 2000 });
  }).toPass();
}
