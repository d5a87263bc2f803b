import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import Database from "better-sqlite3";
import { settled } from "./editor-support";
import { startServer, type OwnServer } from "./own-server";
import { replaceText } from "./support";
import { expect, test } from "./test";

const KEY = "INC-2024-0142";
const PATH = `/incidents/${KEY}/postmortem`;

test.setTimeout(180_000);

let server: OwnServer | undefined;
const contexts: BrowserContext[] = [];

test.afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  await server?.stop("SIGKILL");
  server = undefined;
});

async function openOn(browser: Browser, { url, demoPassword }: OwnServer, who: string, to = PATH) {
  const context = await browser.newContext({ baseURL: url });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`/login?callbackUrl=${encodeURIComponent(to)}`);
  await page.getByLabel("Email").fill(`${who}@demo.example`);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/login/);
  return page;
}

/** Begins the sample's postmortem with one paragraph. */
async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start writing" }).click();
  await expect(text(page)).toBeVisible();
  await page.goto(`${PATH}?view=markdown`);
  await replaceText(page.getByLabel("Text, in Markdown"), "## Summary\n\nIt broke.\n");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await page.goto(PATH);
}

const text = (page: Page) => page.getByRole("textbox", { name: "Postmortem text" });

/** What the page shows, block by block, without the carets of others. */
const blocksOn = (page: Page): Promise<string[]> =>
  text(page).evaluate((editor) => {
    const copy = document.createElement("div");
    copy.append(...[...editor.children].map((block) => block.cloneNode(true)));
    for (const caret of copy.querySelectorAll(".ProseMirror-widget")) caret.remove();
    return [...copy.children].map((block) => (block.textContent ?? "").trim()).filter(Boolean);
  });

/** What is stored, block by block and without its marks. */
function storedBlocks({ dataDir }: OwnServer): string[] {
  const sqlite = new Database(join(dataDir, "muster.db"), { readonly: true });
  const body = sqlite
    .prepare(
      "select body from postmortems join incidents on incidents.id = incident_id where key = ?",
    )
    .pluck()
    .get(KEY);
  sqlite.close();
  return String(body)
    .split("\n\n")
    .map((block) => block.replace(/^#+ /, "").trim())
    .filter(Boolean);
}

/** Types lines at the end of the text, each a paragraph of its own. */
async function type(page: Page, ...lines: string[]): Promise<void> {
  await text(page).locator("> *").last().click();
  await page.keyboard.press("Control+End");
  await settled(page);
  for (const line of lines) {
    await page.keyboard.press("Enter");
    await page.keyboard.type(line, { delay: 15 });
  }
}

const lines = (who: string) => [1, 2, 3].map((n) => `${who} writes line ${n}.`);

/** Waits until all pages show the same, the database says the same, and every line is in it once. */
async function expectAll(pages: Page[], own: OwnServer, written: string[]): Promise<void> {
  await expect
    .poll(
      async () => {
        const shown = await Promise.all(pages.map(blocksOn));
        return new Set([...shown, storedBlocks(own)].map((blocks) => blocks.join("\n"))).size;
      },
      { timeout: 40_000 },
    )
    .toBe(1);
  const stored = storedBlocks(own);
  for (const line of ["Summary", "It broke.", ...written]) {
    expect(stored.filter((block) => block === line)).toEqual([line]);
  }
}

test("three people write one text, through an offline spell and the death of the server", async ({
  browser,
}) => {
  server = await startServer({ LOG_LEVEL: "warn" });
  const { url, dataDir } = server;
  const first = await openOn(browser, server, "admin");
  await begin(first);
  const second = await openOn(browser, server, "responder");
  const third = await openOn(browser, server, "responder");
  const pages = [first, second, third];
  for (const page of pages) await expect(text(page)).toContainText("It broke.");

  const written = ["Ada", "Bo", "Cy"].flatMap(lines);
  await Promise.all([
    type(first, ...lines("Ada")),
    type(second, ...lines("Bo")),
    type(third, ...lines("Cy")),
  ]);
  await expectAll(pages, server, written);

  await third.context().setOffline(true);
  const apart = ["Dee", "Eve"].flatMap(lines);
  await Promise.all([type(third, ...lines("Dee")), type(first, ...lines("Eve"))]);
  await expect(text(second)).toContainText("Eve writes line 3.");
  await expect(text(second)).not.toContainText("Dee writes");
  await third.context().setOffline(false);
  await expectAll(pages, server, [...written, ...apart]);

  await server.stop("SIGKILL");
  const during = ["Flo", "Gus"].flatMap(lines);
  await Promise.all([type(first, ...lines("Flo")), type(second, ...lines("Gus"))]);
  server = await startServer({ LOG_LEVEL: "warn", DATA_DIR: dataDir, PORT: new URL(url).port });
  await expectAll(pages, server, [...written, ...apart, ...during]);
});

test("keeps what was written offline through a reload of the page", async ({ browser }) => {
  server = await startServer({ LOG_LEVEL: "warn" });
  const { url, dataDir } = server;
  const page = await openOn(browser, server, "responder");
  await begin(page);
  await expect(text(page)).toContainText("It broke.");

  await server.stop("SIGKILL");
  await type(page, "Written while nobody listened.");
  await expect(page.getByText(/kept on this device/).first()).toBeVisible({ timeout: 60_000 });
  server = await startServer({ LOG_LEVEL: "warn", DATA_DIR: dataDir, PORT: new URL(url).port });
  await page.goto(PATH);

  await expectAll([page], server, ["Written while nobody listened."]);
});

test("is written by nobody who may not, and heard by nobody outside", async ({ browser }) => {
  server = await startServer({ LOG_LEVEL: "warn" });
  const writer = await openOn(browser, server, "responder");
  await begin(writer);
  const live = `/api/postmortems/${KEY}/live`;

  const reader = await openOn(browser, server, "viewer");
  const asked = await reader.request.get(`${live}?client=1&dialect=x`);
  expect([asked.status(), await asked.json()]).toEqual([
    403,
    { error: "You do not have permission to do this." },
  ]);
  const context = await browser.newContext({ baseURL: server.url });
  contexts.push(context);
  expect((await context.request.get(`${live}?client=1&dialect=x`)).status()).toBe(401);
  const sent = await writer.request.post(`${live}?live=x`, {
    headers: { "Content-Type": "application/octet-stream", Origin: "https://evil.example" },
    data: Buffer.from([0, 0]),
  });
  expect(sent.status()).toBe(403);

  const headers = {
    "Content-Type": "application/octet-stream",
    Origin: new URL(writer.url()).origin,
  };
  const post = (path: string, bytes: number) =>
    writer.request.post(path, { headers, data: Buffer.alloc(bytes) });
  expect((await post(`${live}?live=another`, 300 * 1024)).status()).toBe(409);
  expect((await post(`${live}?live=another`, 1025 * 1024)).status()).toBe(413);
  expect((await post("/api/live", 300 * 1024)).status()).toBe(413);
});
