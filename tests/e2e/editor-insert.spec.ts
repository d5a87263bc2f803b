import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { editorOf, openWithText, settled, storedText, toEnd, toolbarOf } from "./editor-support";
import { awake, openForm, signIn } from "./support";
import { expect, test } from "./test";

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const menuOf = (page: Page, name: string) => page.getByRole("listbox", { name });
const rowsOf = (page: Page) => page.getByRole("list", { name: "Rows" }).getByRole("listitem");

/** What the portal keeps, which follows what is written within seconds. */
const kept = (page: Page, key: string) =>
  expect.poll(() => storedText(page, key), { intervals: [200, 1000], timeout: 60_000 });

async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}

/** Puts a picture on the clipboard of the page, and pastes it. */
async function pastePicture(page: Page, name = "graph.png"): Promise<void> {
  await editorOf(page).evaluate(
    (element, { content, name }) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], name, { type: "image/png" }));
      element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { content: PNG, name },
  );
}

test.describe("the menu of things to insert", () => {
  test("opens at a slash, is walked by keys and says which one would be chosen", async ({
    page,
  }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await page.keyboard.type("/");
    const menu = menuOf(page, "Insert");
    await expect(menu).toBeVisible();
    const chosen = menu.getByRole("option", { selected: true });
    await expect(chosen).toHaveText(/^Heading 2/);
    await page.keyboard.press("ArrowDown");
    await expect(chosen).toHaveText(/^Heading 3/);
    await expect(editorOf(page)).toHaveAttribute(
      "aria-activedescendant",
      (await chosen.getAttribute("id")) ?? "",
    );
    expect(await problemsOf(page)).toEqual([]);

    await page.keyboard.type("todo");
    await expect(chosen).toHaveText(/^Task list/);
    await page.keyboard.press("Enter");
    await expect(menu).toBeHidden();
    await expect(editorOf(page)).not.toHaveAttribute("aria-activedescendant", /./);
    await page.keyboard.type("Tell them");
    await kept(page, key).toBe("Start\n\n- [ ] Tell them\n");
  });

  test("leaves the text as it was typed on Escape, and in paths and code", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await page.keyboard.type(" /h");
    await expect(menuOf(page, "Insert")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menuOf(page, "Insert")).toBeHidden();
    await page.keyboard.type(" and/or `ls");
    await page.keyboard.type(" /");
    await page.keyboard.press("ArrowLeft");
    await kept(page, key).toContain("Start /h and/or");
  });
});

test.describe("the menu of things to insert, by touch", () => {
  test.use({ hasTouch: true });

  test("takes what is tapped", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await page.keyboard.type("/quote");
    await menuOf(page, "Insert").getByRole("option", { name: "Quote" }).tap();
    await page.keyboard.type("Said");
    await kept(page, key).toBe("Start\n\n> Said\n");
  });
});

test.describe("people, incidents and actions", () => {
  test("are named by their first letters and become chips", async ({ page }) => {
    const key = await openWithText(page, "With\n");
    await toEnd(page);
    await page.keyboard.type(" @jane");
    await expect(menuOf(page, "People").getByRole("option")).not.toHaveCount(0);
    await expect(menuOf(page, "People").getByRole("option").first()).toHaveText(/^Jane/);
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.keyboard.type("saw ");
    await page.keyboard.type(`#${key.toLowerCase()}`);
    const things = menuOf(page, "Incidents and actions");
    await expect(things.getByRole("option").first()).toContainText(key);
    await page.keyboard.press("Tab");
    await page.keyboard.type("too");

    await expect(editorOf(page).locator(".chip-person")).toHaveText(/^@Jane/);
    await expect(editorOf(page).locator(".chip-incident")).toHaveText(`#${key}`);
    await kept(page, key).toContain(`](/incidents/${key}) too`);
    const text = await storedText(page, key);
    expect(text).toMatch(/^With \[@Jane [^\]]+\]\(\/people#p-\d+\) saw \[#INC/);

    const [, address = ""] = /\((\/people#p-\d+)\)/.exec(text) ?? [];
    await page.goto(address);
    await expect(page.locator(":target")).toContainText("Jane");
  });

  test("an action is found by its title, and leads to its page", async ({ page }) => {
    const key = await openWithText(page, "See\n");
    await page.getByRole("tab", { name: "Actions" }).click();
    await page
      .getByRole("button", { name: /^Insert AI-\d+/ })
      .first()
      .click();
    await kept(page, key).toContain("/actions/AI-");
    const text = await storedText(page, key);
    const [, address = "", name = ""] = /\((\/actions\/(AI-\d+))\)/.exec(text) ?? [];
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  });
});

test.describe("rows of the timeline", () => {
  test("are found by their words and put where the caret is", async ({ page }) => {
    const key = await openWithText(page, "It began at\n");
    await toEnd(page);
    await page.getByLabel("Find a row of the timeline").fill("mitigation");
    await expect(rowsOf(page).first()).toContainText("Mitigation");
    const row = rowsOf(page).first();
    await row.getByRole("button", { name: /^Insert / }).click();

    const chip = editorOf(page).locator(".chip-event");
    await expect(chip).toHaveText(/^\d\d:\d\d$/);
    await page.keyboard.type("and went on");
    await kept(page, key).toMatch(
      /^It began at \[\d\d:\d\d\]\(\/incidents\/[^)]+#e-\d+\) and went on\n$/,
    );
    await expect(chip).toHaveAttribute("title", /./);
  });

  test("are dragged to their place, and told whole on an empty line", async ({ page }) => {
    const key = await openWithText(page, "Above\n\n## Below\n");
    await editorOf(page).getByText("Above").click();
    await page.keyboard.press("End");
    await settled(page);
    await page.keyboard.press("Enter");
    await rowsOf(page).first().dragTo(editorOf(page).locator("p").nth(1));
    await expect(editorOf(page).locator(".chip-event")).toBeVisible();
    const words = (await rowsOf(page).first().locator("span").last().innerText()).slice(0, 20);
    await kept(page, key).toMatch(
      /^Above\n\n\[\d\d:\d\d\]\(\/incidents\/[^)]+#e-\d+\) \S.*\n\n## Below\n$/,
    );
    await expect(editorOf(page)).toContainText(words);
  });
});

test.describe("a live block", () => {
  test("shows an event as soon as somebody else adds it, and is taken out by keys", async ({
    page,
    context,
  }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await page.keyboard.type("/timeline");
    await page.keyboard.press("Enter");
    const block = editorOf(page).getByRole("figure", { name: /Timeline/ });
    await expect(block).toBeVisible();
    expect(await problemsOf(page)).toEqual([]);

    const other = await context.newPage();
    await other.goto(`/incidents/${key}`);
    const forms = await openForm(other, "Add to timeline");
    await awake(forms.getByLabel("What happened"));
    await forms.getByLabel("What happened").fill("Somebody read the logs");
    await forms.getByRole("button", { name: "Add to timeline" }).click();
    await expect(block).toContainText("Somebody read the logs");
    await other.close();
    await kept(page, key).toContain("```timeline\n```");

    await editorOf(page).getByText("Start", { exact: true }).click();
    await page.keyboard.press("End");
    await settled(page);
    await page.keyboard.press("ArrowRight");
    await expect(block.locator("xpath=ancestor::*[contains(@class,'selectednode')]")).toBeVisible();
    await page.keyboard.press("Delete");
    await expect(block).toBeHidden();
    await kept(page, key).toBe("Start\n");
  });

  test("shows its readers the same, and can be taken out by a button", async ({ page }) => {
    const key = await openWithText(page, "```metrics\n```\n\n```impact\n```\n");
    await page.goto(`/incidents/${key}/postmortem?view=preview`);
    await expect(page.getByRole("figure", { name: /Metrics/ })).toContainText("1 h 10 min");
    await page.goto(`/incidents/${key}/postmortem`);
    await editorOf(page).getByRole("button", { name: "Remove the live block: Metrics" }).click();
    await kept(page, key).toBe("```impact\n```\n");
  });
});

test.describe("a picture", () => {
  test("is pasted, described and kept", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await pastePicture(page);
    const dialog = page.getByRole("dialog", { name: "Insert a picture" });
    await dialog.getByRole("button", { name: "Insert picture" }).click();
    await expect(dialog).toContainText("Say what it shows, or mark it as decorative.");
    expect(await problemsOf(page)).toEqual([]);
    await dialog.getByLabel("Describe the picture").fill("The error rate [falls]");
    await dialog.getByRole("button", { name: "Insert picture" }).click();
    await expect(dialog).toBeHidden();

    const picture = editorOf(page).getByRole("img", { name: "The error rate [falls]" });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(1);
    await kept(page, key).toMatch(/!\[The error rate \\\[falls\\?\]\]\(\/files\/[\w-]{20,}\)\n$/);
  });

  test("stays at hand with its words where the portal cannot be reached", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await page.route("**/postmortem/pictures?*", (route) => route.abort());
    await pastePicture(page);
    const dialog = page.getByRole("dialog", { name: "Insert a picture" });
    await dialog.getByLabel("Describe the picture").fill("A graph");
    await dialog.getByRole("button", { name: "Insert picture" }).click();
    await expect(dialog.getByRole("alert")).toContainText("The picture is still here.");
    await page.unroute("**/postmortem/pictures?*");
    await expect(dialog.getByLabel("Describe the picture")).toHaveValue("A graph");
    await dialog.getByRole("button", { name: "Try again" }).click();
    await expect(dialog).toBeHidden();
    await kept(page, key).toContain("![A graph](/files/");
  });

  test("is chosen by a button, several one after another, and may say nothing", async ({
    page,
  }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    const chosen = page.waitForEvent("filechooser");
    await toolbarOf(page).getByRole("button", { name: "Picture" }).click();
    const file = { name: "a.png", mimeType: "image/png", buffer: Buffer.from(PNG, "base64") };
    await (await chosen).setFiles([file, { ...file, name: "b.png" }]);
    const dialog = page.getByRole("dialog", { name: "Insert a picture" });
    for (const name of ["a.png", "b.png"]) {
      await expect(dialog).toContainText(name);
      await dialog.getByLabel(/^Decorative/).check();
      await dialog.getByRole("button", { name: "Insert picture" }).click();
    }
    await expect(dialog).toBeHidden();
    await kept(page, key).toMatch(/!\[\]\(\/files\/.*!\[\]\(\/files\//s);
  });

  test("is refused by its content and its size, and from those who may not write", async ({
    page,
    browser,
  }) => {
    const key = await openWithText(page, "Start\n");
    const send = (from: Page, content: string, filled = 0) =>
      from.evaluate(
        async ([path, text, size]) => {
          const parts = [Uint8Array.from(text, (letter) => letter.charCodeAt(0)), "x".repeat(size)];
          const body = new Blob(parts, { type: "image/png" });
          const answer = await fetch(path, { method: "POST", body });
          return { status: answer.status, text: await answer.text() };
        },
        [`/incidents/${key}/postmortem/pictures?name=x.png`, content, filled] as const,
      );
    const svg = await send(page, "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
    expect(svg.status).toBe(400);
    expect(svg.text).toContain("Only PNG, JPEG, GIF and WebP");
    const png = "\x89PNG\r\n\x1a\n";
    expect((await send(page, png, 5 * 1024 * 1024 - png.length)).status).toBe(201);
    expect((await send(page, png, 5 * 1024 * 1024)).text).toContain("more than 5 MB");

    const other = await (await browser.newContext()).newPage();
    await signIn(other, "viewer");
    expect((await send(other, png)).status).toBe(403);
    await other.context().close();
  });
});

test.describe("without JavaScript", () => {
  test("a picture is kept by a form, which gives its Markdown", async ({ page, browser }) => {
    const key = await openWithText(page, "Start\n");
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const other = await plain.newPage();
    await other.goto(`/incidents/${key}/postmortem?view=markdown`);
    await other.locator("summary").filter({ hasText: "Add a picture" }).click();
    await other.getByLabel("Picture", { exact: true }).setInputFiles({
      name: "graph.png",
      mimeType: "image/png",
      buffer: Buffer.from(PNG, "base64"),
    });
    await other.getByLabel(/^What it shows/).fill("A graph");
    await other.getByRole("button", { name: "Keep picture" }).click();
    await expect(other.getByLabel(/^Copy this into the text/)).toHaveValue(
      /^!\[A graph\]\(\/files\/[\w-]+\)$/,
    );
    await plain.close();
  });
});

test("words are found and replaced", async ({ page }) => {
  const key = await openWithText(page, "A cat, a Cat\n\n- and a **cat**\n");
  await editorOf(page).getByText("A cat, a Cat").click();
  await page.keyboard.press("Control+Home");
  await settled(page);
  await page.keyboard.press("Control+Alt+f");
  const bar = page.getByRole("search", { name: "Find in the text" });
  await bar.getByLabel("Find", { exact: true }).fill("cat");
  await expect(bar.getByRole("status")).toHaveText("1 of 3");
  await page.keyboard.press("Enter");
  await expect(bar.getByRole("status")).toHaveText("2 of 3");
  await page.keyboard.press("Shift+Enter");
  await expect(bar.getByRole("status")).toHaveText("1 of 3");
  await expect(editorOf(page).locator(".found, .found-now")).toHaveCount(3);
  expect(await problemsOf(page)).toEqual([]);

  await bar.getByLabel("Replace with").fill("dog");
  await bar.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(bar.getByRole("status")).toHaveText("1 of 2");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await expect(bar.getByRole("status")).toHaveText("Replaced in 2 places.");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await expect(editorOf(page)).toBeFocused();
  await kept(page, key).toBe("A dog, a dog\n\n- and a **dog**\n");
});
