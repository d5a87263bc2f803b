// Measures an action board of 1,000 cards, on a built portal and data of its own: npm run measure:board
import { rmSync } from "node:fs";
import { chromium, type CDPSession, type Locator, type Page } from "@playwright/test";
import { databaseFile, replaceDatabase } from "@/db/client";
import { importRecord } from "@/db/mutations/import";
import { openDatabase } from "@/db/open";
import { startServer, type OwnServer } from "@/tests/e2e/own-server";
import { makeBoardRecords } from "./measure/board-records";
import { WATCH } from "./measure/watch-board";

const CARDS = 1000;
const SLOWER = 4;
const OPENINGS = 10;
const MOVES = 10;
const BOARD = "/actions?view=board";

const print = (line: string) => process.stdout.write(`${line}\n`);

/** The value below which this share of the numbers lies. */
function at(share: number, numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
}

function tell(what: string, times: readonly number[]): void {
  print(`| ${what} | ${times.length} | ${at(0.5, times)} | ${at(0.9, times)} | ${at(1, times)} |`);
}

function fill({ dataDir }: OwnServer): void {
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  for (const record of makeBoardRecords(CARDS)) importRecord("measure", record);
  replaceDatabase(undefined);
}

async function signIn({ url, demoPassword }: OwnServer, page: Page): Promise<void> {
  await page.goto(`${url}/login?callbackUrl=${encodeURIComponent("/incidents")}`);
  await page.getByLabel("Email").fill("responder@demo.example");
  await page.getByLabel("Password", { exact: true }).fill(demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/incidents");
}

async function openings({ url }: OwnServer, page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < OPENINGS; i += 1) {
    await page.goto(`${url}${BOARD}`);
    await page.waitForFunction(() => Reflect.get(window, "firstCard") !== undefined);
    times.push(await page.evaluate(() => Reflect.get(window, "firstCard")));
    await page.waitForTimeout(2000);
  }
  return times;
}

const cardsIn = (page: Page, column: string): Locator =>
  page.getByRole("region", { name: new RegExp(`^${column}`) }).locator("[data-card]");

/** Presses the mouse on one card and lets go over another's lower half. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("There is nothing to drag.");
  const target = { x: end.x + end.width / 2, y: end.y + end.height * 0.8 };
  await page.mouse.move(start.x + 60, start.y + 12);
  await page.mouse.down();
  await page.mouse.move(start.x + 70, start.y + 20, { steps: 4 });
  await page.mouse.move(target.x, target.y, { steps: 8 });
  await page.mouse.move(target.x + 2, target.y, { steps: 2 });
  await page.mouse.up();
}

async function reactions(page: Page, act: (round: number) => Promise<void>): Promise<number[]> {
  await page.evaluate("window.reactions = []");
  for (let round = 0; round < MOVES; round += 1) {
    await act(round);
    await page.waitForTimeout(2500);
  }
  return page.evaluate(() => Reflect.get(window, "reactions"));
}

const drop = (page: Page) => (round: number) =>
  round % 2 === 0
    ? drag(page, cardsIn(page, "Open").nth(1), cardsIn(page, "In progress").nth(1))
    : drag(page, cardsIn(page, "In progress").nth(2), cardsIn(page, "Open").nth(2));

const press = (page: Page) => async (round: number) => {
  await cardsIn(page, "In progress").nth(2).focus();
  await page.keyboard.press(round % 2 === 0 ? "Alt+ArrowDown" : "Alt+ArrowUp");
};

const ask = (page: Page) => async () => {
  await drag(page, cardsIn(page, "In review").nth(1), cardsIn(page, "Done").nth(1));
  await page.waitForTimeout(1500);
  await page.keyboard.press("Escape");
};

/** Goes through the whole board, so that every card is whole. */
async function seeAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    scrollTo(0, 0);
  });
  await page.waitForTimeout(3000);
}

async function measure(server: OwnServer, page: Page, client: CDPSession): Promise<void> {
  await signIn(server, page);
  await page.addInitScript(WATCH);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  print(`A board of ${CARDS} cards; the browser's processor ${SLOWER}x slower, times in ms`);
  print("| what | times | median | p90 | longest |");
  print("|---|---|---|---|---|");
  tell("opened until the first cards are painted", await openings(server, page));
  tell("dropped until it is painted there", await reactions(page, drop(page)));
  tell("moved by a key until it is painted there", await reactions(page, press(page)));
  tell("dropped on Done until the question is painted", await reactions(page, ask(page)));
  await seeAll(page);
  tell("dropped after all cards were seen", await reactions(page, drop(page)));
}

const server = await startServer({ LOG_LEVEL: "error" });
const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  fill(server);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await measure(server, page, await page.context().newCDPSession(page));
} finally {
  await browser.close();
  await server.stop();
  rmSync(server.dataDir, { recursive: true });
}
