import {
  ALERTING,
  CANARIES,
  card,
  drag,
  expectKept,
  headOf,
  LOAD_TEST,
  openBoard,
  saved,
  titlesIn,
} from "./board-support";
import { expect, test } from "./test";

test.use({ viewport: { width: 1280, height: 1000 } });

test.describe("a card", () => {
  test("is dragged by the mouse to another column and stays there", async ({ page }) => {
    await openBoard(page);

    const answer = saved(page);
    await drag(page, card(page, ALERTING), headOf(page, "In progress"));

    await expect(titlesIn(page, "In progress")).toContainText([ALERTING]);
    await expect(
      page.getByRole("status").filter({ hasText: "moved to In progress" }),
    ).toBeVisible();
    await answer;
    await page.reload();
    await expect(titlesIn(page, "In progress")).toContainText([ALERTING]);
    await expect(titlesIn(page, "Open")).toHaveCount(4);
  });

  test("is dragged to a place between others and stays there", async ({ page }) => {
    await openBoard(page);
    await expect(titlesIn(page, "Open")).toContainText([ALERTING, CANARIES, LOAD_TEST]);

    const answer = saved(page);
    await drag(page, card(page, ALERTING), card(page, CANARIES), 0.9);

    await expect(titlesIn(page, "Open")).toContainText([CANARIES, ALERTING, LOAD_TEST]);
    await answer;
    await page.reload();
    await expect(titlesIn(page, "Open")).toContainText([CANARIES, ALERTING, LOAD_TEST]);
  });

  test("goes back when the move is undone", async ({ page }) => {
    await openBoard(page);
    const moved = saved(page);
    await drag(page, card(page, CANARIES), headOf(page, "In review"));
    await expect(titlesIn(page, "In review")).toContainText([CANARIES]);
    await moved;

    const answer = saved(page);
    await page.getByRole("button", { name: "Undo" }).click();

    await expect(titlesIn(page, "Open")).toContainText([ALERTING, CANARIES, LOAD_TEST]);
    await answer;
    await page.reload();
    await expect(titlesIn(page, "Open")).toContainText([ALERTING, CANARIES, LOAD_TEST]);
  });

  test("is moved from the keyboard by its menu and keeps the focus", async ({ page }) => {
    await openBoard(page);
    await card(page, CANARIES).focus();

    await page.keyboard.press("m");
    await expect(page.getByLabel("Column")).toBeFocused();
    await page.keyboard.type("In review");
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Place")).toBeFocused();
    const answer = saved(page);
    await page.keyboard.press("Enter");

    await expect(titlesIn(page, "In review")).toContainText([CANARIES]);
    await answer;
    await expect(card(page, CANARIES)).toBeFocused();
    await page.reload();
    await expect(titlesIn(page, "In review")).toContainText([CANARIES]);
  });

  test("is moved by Alt and the arrows, step after step, and keeps the focus", async ({ page }) => {
    await openBoard(page);
    await card(page, ALERTING).focus();

    for (const [key, place] of [
      ["Alt+ArrowDown", [CANARIES, ALERTING, LOAD_TEST]],
      ["Alt+ArrowUp", [ALERTING, CANARIES, LOAD_TEST]],
    ] as const) {
      const answer = saved(page);
      await page.keyboard.press(key);
      await expect(titlesIn(page, "Open")).toContainText([...place]);
      await answer;
      await expect(card(page, ALERTING)).toBeFocused();
    }
    const answer = saved(page);
    await page.keyboard.press("Alt+ArrowRight");
    await expect(titlesIn(page, "In progress")).toContainText([ALERTING]);
    await answer;
    await expect(card(page, ALERTING)).toBeFocused();

    await page.reload();
    await expect(titlesIn(page, "In progress")).toContainText([ALERTING]);
  });

  test("keeps up with keys that are pressed faster than moves are saved", async ({ page }) => {
    await openBoard(page);
    await card(page, LOAD_TEST).focus();
    let answers = 0;
    page.on("response", (answer) => {
      if (answer.request().method() === "POST" && answer.ok()) answers += 1;
    });

    for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowRight"]) {
      await page.keyboard.press(`Alt+${key}`);
    }
    await expect(titlesIn(page, "In review")).toContainText([LOAD_TEST]);
    await expect(card(page, LOAD_TEST)).toBeFocused();
    await expect.poll(() => answers).toBe(4);
    await expectKept(page, "In review", [LOAD_TEST]);
  });

  test("is reached by the arrows and left by Escape from its menu", async ({ page }) => {
    await openBoard(page);
    await card(page, ALERTING).focus();

    await page.keyboard.press("ArrowDown");
    await expect(card(page, CANARIES)).toBeFocused();
    await page.keyboard.press("m");
    await expect(page.getByLabel("Column")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(card(page, CANARIES)).toBeFocused();
    await expect(titlesIn(page, "Open")).toContainText([ALERTING, CANARIES, LOAD_TEST]);
  });

  test("is opened with Enter", async ({ page }) => {
    await openBoard(page);
    await card(page, CANARIES).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/actions\/AI-\d+$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(CANARIES);
  });

  test("gets another owner in place", async ({ page }) => {
    await openBoard(page);

    await card(page, ALERTING)
      .getByRole("link", { name: /^Edit AI-/ })
      .click();
    const form = page.getByRole("form", { name: /^Edit AI-/ });
    await expect(form.getByLabel("Owner")).toHaveValue("alice@company.com");
    await form.getByLabel("Owner").fill("Carol Davis");
    await form.getByRole("button", { name: /^Save AI-/ }).click();

    await expect(card(page, ALERTING)).toContainText("Carol Davis");
    await expect(card(page, ALERTING)).toBeFocused();
    await page.reload();
    await expect(card(page, ALERTING)).toContainText("Carol Davis");
    await expect(card(page, ALERTING)).not.toContainText("alice@company.com");
  });

  test("cannot be moved or edited by a viewer", async ({ page }) => {
    await openBoard(page, "viewer");

    await expect(page.getByText(/^Move/)).toHaveCount(0);
    await expect(page.getByRole("link", { name: /^Edit/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Add action item" })).toHaveCount(0);

    await drag(page, card(page, ALERTING), headOf(page, "Done"));
    await card(page, ALERTING).focus();
    for (const key of ["Alt+ArrowRight", "m", "Enter"]) await page.keyboard.press(key);
    await expect(titlesIn(page, "Open")).toHaveCount(5);
    await expect(page.getByLabel("Column")).toHaveCount(0);
    await page.reload();
    await expect(titlesIn(page, "Open")).toHaveCount(5);
  });
});
