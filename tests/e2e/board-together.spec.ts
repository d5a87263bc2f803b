import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { databaseFile } from "@/db/client";
import { openDatabase } from "@/db/open";
import { actionItems } from "@/db/schema";
import { ACTION_ITEM_STATUSES, columnOf } from "@/lib/domain/board";
import {
  ALERTING,
  boardOf,
  CANARIES,
  card,
  drag,
  headOf,
  LOAD_TEST,
  notice,
  saved,
  titlesIn,
} from "./board-support";
import { awake, dataDir, importCopy, signIn } from "./support";
import { expect, test } from "./test";

const VIEWPORT = { width: 1280, height: 1000 };

/** Another browser that shows the same board. */
async function open(browser: Browser, key: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: VIEWPORT, ...options });
  const page = await context.newPage();
  await signIn(page, "responder", boardOf(key));
  if (options.javaScriptEnabled !== false) await awake(card(page, ALERTING));
  return page;
}

/** Moves a card by its menu, with fingers. */
async function tapMove(page: Page, title: string, column: string): Promise<void> {
  await card(page, title).locator("summary").tap();
  await card(page, title).getByLabel("Column").selectOption(column);
  await card(page, title).getByRole("button", { name: "Move card" }).tap();
}

test("a card is moved by touch", async ({ browser }) => {
  const page = await open(browser, importCopy(), { hasTouch: true });
  const answer = saved(page);
  await tapMove(page, CANARIES, "In progress");
  await expect(titlesIn(page, "In progress")).toContainText([CANARIES]);
  await answer;
  await page.reload();
  await expect(titlesIn(page, "In progress")).toContainText([CANARIES]);
});

test("others see a card move", async ({ browser }) => {
  const key = importCopy();
  const [one, other] = [await open(browser, key), await open(browser, key)];
  await drag(one, card(one, CANARIES), headOf(one, "In progress"));
  await expect(titlesIn(other, "In progress")).toContainText([CANARIES]);
  await expect(titlesIn(other, "Open")).toHaveCount(4);
});

test("who moves a card late is told what happened, and sees where it is", async ({ browser }) => {
  const key = importCopy();
  const [one, other] = [await open(browser, key), await open(browser, key)];
  await other.route("**/api/live*", (route) => route.abort());
  await other.reload();
  await awake(card(other, CANARIES));

  const first = saved(one);
  await drag(one, card(one, CANARIES), headOf(one, "In review"));
  await first;
  await drag(other, card(other, CANARIES), headOf(other, "In progress"));

  await expect(other.getByRole("alert").filter({ hasText: "meanwhile" })).toContainText(
    `moved “${CANARIES}`,
  );
  await expect(titlesIn(other, "In review")).toContainText([CANARIES]);
  await expect(titlesIn(other, "In progress")).toHaveCount(0);
});

test("a move is undone only until somebody else moves the card", async ({ browser }) => {
  const key = importCopy();
  const [one, other] = [await open(browser, key), await open(browser, key)];
  const first = saved(one);
  await drag(one, card(one, CANARIES), headOf(one, "In progress"));
  await first;
  await one.getByRole("button", { name: "Undo" }).hover();
  await expect(titlesIn(other, "In progress")).toContainText([CANARIES]);
  const second = saved(other);
  await drag(other, card(other, CANARIES), headOf(other, "In review"));
  await second;

  await one.getByRole("button", { name: "Undo" }).click();

  await expect(one.getByRole("alert").filter({ hasText: "too late" })).toBeVisible();
  await expect(titlesIn(one, "In review")).toContainText([CANARIES]);
  await expect(notice(one, "moved")).toHaveCount(0);
});

const OPEN_COLUMNS = ["Open", "In progress", "In review"];
const CARDS = [ALERTING, CANARIES, LOAD_TEST];
const MOVES = 10;

type Mover = (page: Page, title: string, column: string) => Promise<void>;

const byMouse: Mover = (page, title, column) => drag(page, card(page, title), headOf(page, column));

const byKeys: Mover = async (page, title, column) => {
  await card(page, title).focus();
  await page.keyboard.press(column === "Open" ? "Alt+ArrowLeft" : "Alt+ArrowUp");
};

const byMenu: Mover = async (page, title, column) => {
  await card(page, title).focus();
  await page.keyboard.press("m");
  await card(page, title).getByLabel("Column").selectOption(column, { timeout: 2000 });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
};

const byForm: Mover = async (page, title, column) => {
  await card(page, title).locator("summary").click();
  await card(page, title).getByLabel("Column").selectOption(column, { timeout: 2000 });
  await card(page, title).getByRole("button", { name: "Move card" }).click();
};

/** A card that somebody else just took away, so that this move does not begin. */
const isGone = (error: unknown) => /Timeout|not attached/.test(String(error));

/** Ten moves in a row, each begun however the ones of the others left the board. */
async function moveOften(page: Page, mover: Mover, offset: number): Promise<void> {
  page.setDefaultTimeout(5000);
  for (let i = 0; i < MOVES; i += 1) {
    const title = CARDS[(i + offset) % CARDS.length] ?? ALERTING;
    const column = OPEN_COLUMNS[(i * 2 + offset) % OPEN_COLUMNS.length] ?? "Open";
    await mover(page, title, column).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
    await page.waitForTimeout(150);
  }
  page.setDefaultTimeout(0);
}

const layout = (page: Page) =>
  Promise.all(
    ["Open", "In progress", "In review", "Done", "Won’t do"].map((name) =>
      titlesIn(page, name).allTextContents(),
    ),
  );

/** The places of every column of the whole board, in order. */
function places(): number[][] {
  const db = openDatabase(databaseFile(dataDir));
  const rows = db.select().from(actionItems).all();
  db.$client.close();
  return ACTION_ITEM_STATUSES.map((column) =>
    rows
      .filter(({ status }) => columnOf(status) === column)
      .map(({ position }) => position)
      .toSorted((a, b) => a - b),
  );
}

test("fifty moves of five people at once end in one order, with no card lost or doubled", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const key = importCopy();
  const movers: [Mover, BrowserContextOptions][] = [
    [byMouse, {}],
    [byKeys, {}],
    [byMenu, {}],
    [tapMove, { hasTouch: true }],
    [byForm, { javaScriptEnabled: false }],
  ];
  const pages: Page[] = [];
  for (const [, options] of movers) pages.push(await open(browser, key, options));

  await Promise.all(pages.map((page, i) => moveOften(page, movers[i]?.[0] ?? byMouse, i)));

  await expect(async () => {
    const seen: string[][][] = [];
    for (const page of pages) {
      await page.reload();
      seen.push(await layout(page));
    }
    expect(seen[0]?.flat()).toHaveLength(5);
    expect(new Set(seen[0]?.flat()).size).toBe(5);
    for (const other of seen) expect(other).toEqual(seen[0]);
  }).toPass({ timeout: 60_000 });
  for (const column of places()) expect(column).toEqual(column.map((_, index) => index));
});
