import type { Page } from "@playwright/test";
import {
  ALERTING,
  boardOf,
  CANARIES,
  card,
  drag,
  expectKept,
  headOf,
  notice,
  openBoard,
  saved,
  titlesIn,
} from "./board-support";
import { importCopy, signIn } from "./support";
import { expect, test } from "./test";

test.use({ viewport: { width: 1280, height: 1000 } });

const question = (page: Page, column: string) =>
  page.getByRole("dialog", { name: new RegExp(`^Move AI-\\d+ to ${column}$`) });

test.describe("a card that comes to Done", () => {
  test("asks for proof and stays where it was without", async ({ page }) => {
    await openBoard(page);
    await drag(page, card(page, ALERTING), headOf(page, "Done"));
    await expect(question(page, "Done")).toBeVisible();

    await page.keyboard.press("Escape");

    await expect(question(page, "Done")).toBeHidden();
    await expect(titlesIn(page, "Open")).toHaveCount(5);
    await expect(card(page, ALERTING)).toBeFocused();
  });

  test("says what is missing, and moves with the proof", async ({ page }) => {
    await openBoard(page);
    await drag(page, card(page, ALERTING), headOf(page, "Done"));
    const dialog = question(page, "Done");
    await dialog.getByLabel("Evidence").fill("The pull request");
    await dialog.getByRole("button", { name: "Move card" }).click();
    await expect(dialog).toContainText("Write the whole address, https:// included.");

    await dialog.getByLabel("Evidence").fill("https://example.com/pull/7");
    const answer = saved(page);
    await dialog.getByRole("button", { name: "Move card" }).click();

    await expect(titlesIn(page, "Done")).toContainText([ALERTING]);
    await answer;
    await card(page, ALERTING).getByRole("link", { name: ALERTING }).click();
    const status = page.getByRole("region", { name: "Status" });
    await expect(status.getByRole("link", { name: "https://example.com/pull/7" })).toBeVisible();
  });

  test("gets its proof back when its leaving is undone, also after the page was loaded anew", async ({
    page,
  }) => {
    await openBoard(page);
    await card(page, ALERTING).focus();
    await page.keyboard.press("m");
    await page.getByLabel("Column").selectOption("Done");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const dialog = question(page, "Done");
    await dialog.getByLabel("Proven by").selectOption("Figure");
    await dialog.getByLabel("Evidence").fill("Fires at 70 %");
    const closed = saved(page);
    await dialog.getByRole("button", { name: "Move card" }).click();
    await closed;
    await expect(card(page, ALERTING)).toBeFocused();

    const left = saved(page);
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(notice(page, "moved to In review")).toBeVisible();
    await left;
    await page.reload();
    const back = saved(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await back;

    await expect(titlesIn(page, "Done")).toContainText([ALERTING]);
    await card(page, ALERTING).getByRole("link", { name: ALERTING }).click();
    await expect(page.getByRole("region", { name: "Status" })).toContainText(
      "Figure: Fires at 70 %",
    );
  });
});

test("a card that comes to Won’t do asks why, and its page says so", async ({ page }) => {
  await openBoard(page);
  await card(page, CANARIES).focus();
  await page.keyboard.press("m");
  await page.getByLabel("Column").selectOption("Won’t do");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const dialog = question(page, "Won’t do");
  await dialog.getByRole("button", { name: "Move card" }).click();
  await expect(dialog).toContainText("Say why it will not be done.");

  await dialog.getByLabel("Why it will not be done").fill("The vendor does it now");
  const answer = saved(page);
  await dialog.getByRole("button", { name: "Move card" }).click();
  await answer;

  await expectKept(page, "Won’t do", [CANARIES]);
  await card(page, CANARIES).getByRole("link", { name: CANARIES }).click();
  const status = page.getByRole("region", { name: "Status" });
  await expect(status).toContainText("The vendor does it now");

  await status.locator("summary").filter({ hasText: "Reopen" }).click();
  await status.getByRole("button", { name: "Reopen" }).click();
  await expect(status.getByLabel("Column")).toHaveValue("open");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a card is moved by its form, and to Done through its page", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", boardOf(key));
    const move = async (column: string) => {
      await card(page, ALERTING).locator("summary").click();
      await card(page, ALERTING).getByLabel("Column").selectOption(column);
      await card(page, ALERTING).getByRole("button", { name: "Move card" }).click();
    };
    await move("In review");
    await expect(titlesIn(page, "In review")).toContainText([ALERTING]);

    await move("Done");
    await expect(page).toHaveURL(/\/actions\/AI-\d+\?close=done/);
    const status = page.getByRole("region", { name: "Status" });
    await status.getByLabel("Proven by").selectOption("Test");
    await status.getByLabel("Evidence").fill("The pool test passes");
    await status.getByRole("button", { name: "Move to Done" }).click();

    await expect(status).toContainText("Test: The pool test passes");
    await page.goto(boardOf(key));
    await expect(titlesIn(page, "Done")).toContainText([ALERTING]);
  });
});
