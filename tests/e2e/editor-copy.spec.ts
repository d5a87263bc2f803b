import type { Page } from "@playwright/test";
import { editorOf, expectStored, openWithText, paste, settled, toEnd } from "./editor-support";
import { expect, test } from "./test";

const TEXT = [
  "## Summary",
  "Some **bold**, *italic*, ~~gone~~, `code`, [a link](https://example.com/a) and [@Jane](/people#p-1).",
  "- one\n  - deep\n- two",
  "3. third\n4. fourth",
  "- [x] done\n- [ ] open",
  "| When | What |\n| --- | --: |\n| 14:20 | **Alert** |",
  "> [!WARNING]\n> Look.",
  "```sh\nls -l\n```",
  "Keys <kbd>x</kbd> and ![A graph](/icon.svg)",
  '<details class="x">\n  <summary>More &amp; more</summary>\n</details>',
  "```metrics\n```",
  "---",
  "The end.\n",
].join("\n\n");

async function selectAll(page: Page): Promise<void> {
  await editorOf(page).focus();
  await page.keyboard.press("Control+a");
  await settled(page);
}

/** What the editor puts on the clipboard for its selection. */
const copied = (page: Page): Promise<Record<string, string>> =>
  editorOf(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(
      new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }),
    );
    return Object.fromEntries(
      clipboardData.types.map((type) => [type, clipboardData.getData(type)]),
    );
  });

test.describe("what is copied in the editor", () => {
  test("is whole where it is pasted into another text", async ({ page, browser }) => {
    await openWithText(page, TEXT);
    await selectAll(page);
    const clipboard = await copied(page);
    expect(clipboard["text/plain"]).not.toContain("undefined");

    const other = await (await browser.newContext()).newPage();
    const key = await openWithText(other, "Start\n");
    await selectAll(other);
    await paste(other, clipboard);
    await expectStored(other, key, TEXT);
    await other.context().close();
  });

  test("is Markdown for other applications, and comes back from them", async ({ page }) => {
    const key = await openWithText(page, TEXT);
    await selectAll(page);
    const { "text/plain": markdown = "" } = await copied(page);
    expect(markdown).toBe(TEXT.trimEnd());
    await paste(page, { "text/plain": markdown });
    await expectStored(page, key, TEXT);
  });

  test("is put twice into the same text by keys", async ({ page }) => {
    const text = "- **one** `x`\n- two [@Jane](/people#p-1) <kbd>x</kbd>\n";
    const key = await openWithText(page, `${text}\nEnd\n`);
    await selectAll(page);
    await page.keyboard.press("Control+c");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+v");
    await expectStored(page, key, `${text}\nEnd\n\n${text}\nEnd\n`);
  });

  test("is words alone where it is a part of one line", async ({ page }) => {
    await openWithText(page, "Some **bold** words\n");
    await toEnd(page);
    await page.keyboard.press("Shift+Home");
    await settled(page);
    expect((await copied(page))["text/plain"]).toBe("Some bold words");
  });
});

test.describe("on a small screen that is touched", () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  test("what one does with selected words is at hand and large enough", async ({ page }) => {
    await openWithText(page, "Some words to select\n");
    await selectAll(page);
    const bubble = page.getByRole("group", { name: "Selected text" });
    await expect(bubble).toBeVisible();
    const { x, width } = (await bubble.boundingBox()) ?? { x: -1, width: 0 };
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
    for (const button of await page
      .getByRole("group", { name: "Selected text" })
      .getByRole("button")
      .all()) {
      const size = await button.boundingBox();
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });
});
