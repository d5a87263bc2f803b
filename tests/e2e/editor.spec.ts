import {
  editorOf,
  markdownFieldOf,
  openWithText,
  paste,
  expectStored,
  toEnd,
  settled,
  storedText,
  toolbarOf,
  viewTab,
} from "./editor-support";
import { importCopy, signIn } from "./support";
import { expect, test } from "./test";

test.describe("what is written in the editor", () => {
  test("is kept as Markdown, and shown so in the Markdown tab at once", async ({ page }) => {
    const key = await openWithText(page, "## Summary\n\nPayments failed.\n");
    await toEnd(page);
    await page.keyboard.type(" For an hour.");

    await viewTab(page, "Markdown").click();
    await expect(markdownFieldOf(page)).toHaveValue(
      "## Summary\n\nPayments failed. For an hour.\n",
    );
    await viewTab(page, "Preview").click();
    await expect(page.getByRole("main")).toContainText("Payments failed. For an hour.");
    await viewTab(page, "Write").click();
    await expect(editorOf(page)).toContainText("Payments failed. For an hour.");
    await expectStored(page, key, "## Summary\n\nPayments failed. For an hour.\n");
  });

  test("is formatted by keys alone, and undone by them", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Alt+2");
    await page.keyboard.type("Impact");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("12,500");
    await page.keyboard.press("Control+b");
    await page.keyboard.type(" people");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Shift+9");
    await page.keyboard.type("Tell them");
    await page.keyboard.press("Control+Enter");
    await expectStored(page, key, "Start\n\n## Impact\n\n**12,500** people\n\n- [x] Tell them\n");

    for (let steps = 0; steps < 12; steps += 1) await page.keyboard.press("Control+z");
    await expect(editorOf(page)).not.toContainText("Tell them");
  });

  test("becomes structure as Markdown is typed", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await page.keyboard.press("Enter");
    for (const line of [
      "## Timeline",
      "- one",
      "two",
      "",
      "1. first",
      "",
      "> said",
      "",
      "[ ] task",
      "",
      "**bold** and *italic*, ~~gone~~, `code` and [link](https://example.com/a)",
    ]) {
      await page.keyboard.type(line);
      await page.keyboard.press("Enter");
    }
    await page.keyboard.type("---");
    await page.keyboard.type("```");
    await page.keyboard.press("Enter");
    await page.keyboard.type("npm start");

    await expectStored(
      page,
      key,
      [
        "Start\n\n## Timeline\n\n- one\n- two\n\n1. first\n\n> said\n\n- [ ] task\n",
        "**bold** and *italic*, ~~gone~~, `code` and [link](https://example.com/a)\n",
        "---\n",
        "```\nnpm start\n```\n",
      ].join("\n"),
    );
  });

  test("may be a table, whose rows and columns come and go", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await toolbarOf(page).getByRole("button", { name: "Table" }).click();
    await page.getByRole("menuitem", { name: "Insert table, 3 × 3" }).click();
    for (const cell of ["When", "What", "Who", "14:20", "Alert", "Grace"]) {
      await page.keyboard.type(cell);
      await page.keyboard.press("Tab");
    }
    for (const change of ["Remove row", "Remove column", "Align column right"]) {
      await toolbarOf(page).getByRole("button", { name: "Table" }).click();
      await page.getByRole("menuitem", { name: change }).click();
    }

    await expectStored(page, key, "Start\n\n| When | What |\n| --- | --: |\n| 14:20 | Alert |\n");
    await toolbarOf(page).getByRole("button", { name: "Table" }).click();
    await page.getByRole("menuitem", { name: "Delete table" }).click();
    await expectStored(page, key, "Start\n");
  });

  test("is ticked off where it is a task, and changed where it is a callout", async ({ page }) => {
    const key = await openWithText(page, "- [ ] Tell them\n\n> [!NOTE]\n> Look here.\n");
    await editorOf(page).getByRole("checkbox", { name: "Done: Tell them" }).check();
    await editorOf(page).getByText("Look here.").click();
    await toolbarOf(page).getByRole("button", { name: "Callout" }).click();
    await page.getByRole("menuitem", { name: "Warning" }).click();

    await expect(editorOf(page).locator("blockquote")).toHaveAttribute("data-alert", "warning");
    await expectStored(page, key, "- [x] Tell them\n\n> [!WARNING]\n> Look here.\n");
  });

  test("is linked to where people may be sent, and to nowhere else", async ({ page }) => {
    const key = await openWithText(page, "See the graph\n");
    await editorOf(page)
      .getByText("See the graph")
      .dblclick({ position: { x: 5, y: 8 } });
    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog", { name: "Add a link" });
    await expect(dialog.getByLabel("Text")).toHaveValue(/See ?/);
    await dialog.getByLabel("Address").fill("javascript:alert(1)");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("alert")).toContainText("Only addresses that begin with");
    await dialog.getByLabel("Address").fill("example.com/graph");
    await dialog.getByLabel("Text").fill("See");
    await page.keyboard.press("Enter");
    await expect(editorOf(page).getByRole("link")).toHaveAttribute(
      "href",
      "https://example.com/graph",
    );
    await expectStored(page, key, "[See](https://example.com/graph) the graph\n");

    await editorOf(page).focus();
    await page.keyboard.press("ArrowLeft");
    await settled(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("button", { name: "Remove the link" }).click();
    await expect(editorOf(page).getByRole("link")).toHaveCount(0);
  });
});

test.describe("Markdown that the editor does not know", () => {
  const UNKNOWN =
    'Text.\n\n<details class="x">\n  <summary>More &amp; more</summary>\n</details>\n';

  test("survives to the letter what is written around it", async ({ page }) => {
    const key = await openWithText(page, UNKNOWN);
    await expect(
      editorOf(page).getByRole("group", { name: "Markdown kept as written" }),
    ).toContainText('<details class="x">');
    await editorOf(page).getByText("Text.", { exact: true }).click();
    await page.keyboard.press("End");
    await settled(page);
    await page.keyboard.type(" And more.");
    await expectStored(page, key, UNKNOWN.replace("Text.", "Text. And more."));
  });

  test("is edited as text in its place, and becomes what it then says", async ({ page }) => {
    const key = await openWithText(page, UNKNOWN);
    await page.getByRole("button", { name: "Edit as Markdown" }).click();
    const area = page.getByLabel("Markdown of this piece");
    await expect(area).toBeFocused();
    await area.fill("## A heading");
    await page.keyboard.press("Control+Enter");

    await expect(editorOf(page).getByRole("heading", { name: "A heading" })).toBeVisible();
    await expectStored(page, key, "Text.\n\n## A heading\n");
  });
});

test.describe("what is pasted", () => {
  test("becomes structure where it is Markdown", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await paste(page, {
      "text/plain": "## Impact\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
    });

    await expect(editorOf(page).getByRole("heading", { name: "Impact" })).toBeVisible();
    await expectStored(
      page,
      key,
      "Start\n\n## Impact\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
    );
  });

  test("stays words where it is none", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await paste(page, { "text/plain": ": 5 * 3 * 2 is 30" });
    await expectStored(page, key, "Start: 5 * 3 * 2 is 30\n");
  });

  test("keeps of HTML what a postmortem can have", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await paste(page, {
      "text/html":
        '<p style="color:red" onclick="window.hit=1"><b>Bold</b> <a href="javascript:window.hit=1">bad</a> <a href="https://example.com/">good</a></p><script>window.hit=1</script><iframe src="/"></iframe><img src="https://example.com/x.png" onerror="window.hit=1">',
      "text/plain": "Bold bad good",
    });

    await expect(editorOf(page).locator("script, iframe, [onclick], [onerror]")).toHaveCount(0);
    await expect(editorOf(page).locator("p[style]")).toHaveCount(0);
    await expect
      .poll(() => storedText(page, key))
      .toContain("**Bold** bad [good](https://example.com/)");
    expect(await page.evaluate(() => Reflect.get(window, "hit"))).toBeUndefined();
  });
});

test("hostile Markdown is inert in the editor", async ({ page }) => {
  const hostile = [
    "<script>window.hit=1</script>",
    "<img src=x onerror='window.hit=1'>",
    "[a](javascript:window.hit=1) [b](data:text/html,<script>window.hit=1</script>)",
    "[c](<java\tscript:window.hit=1>) <javascript:window.hit=1>",
    "![d](javascript:window.hit=1) ![e](data:image/svg+xml,<svg/onload=window.hit=1>)",
    '<a href="javascript:window.hit=1">f</a> &lt;script&gt;window.hit=1&lt;/script&gt;',
    "## <svg onload=window.hit=1>",
    "```html\n<script>window.hit=1</script>\n```",
  ].join("\n\n");
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openWithText(page, `${hostile}\n`);

  const editor = editorOf(page);
  await expect(editor).toContainText("window.hit=1");
  await expect(editor.locator("script, iframe, object, [onerror], [onload]")).toHaveCount(0);
  const addresses = await editor
    .locator("[href], [src]")
    .evaluateAll((nodes) =>
      nodes.map((node) => node.getAttribute("href") ?? node.getAttribute("src") ?? ""),
    );
  expect(addresses.filter((address) => /^\s*(java|data|vb)/i.test(address))).toEqual([]);
  for (const link of await editor.locator("a").all()) await link.click();
  expect(await page.evaluate(() => Reflect.get(window, "hit"))).toBeUndefined();
  expect(dialogs).toEqual([]);
});

test.describe("by keyboard alone", () => {
  test("one gets into the text, to its tools and out again", async ({ page }) => {
    await openWithText(page, "- one\n- two\n");
    await toEnd(page);

    await page.keyboard.press("Tab");
    await expect(editorOf(page).locator("ul ul li")).toHaveText("two");
    await page.keyboard.press("Shift+Tab");
    await expect(editorOf(page).locator("ul ul")).toHaveCount(0);

    await page.keyboard.press("Alt+F10");
    await expect(toolbarOf(page).locator(":focus")).toHaveCount(1);
    await page.keyboard.press("End");
    await expect(toolbarOf(page).getByRole("button", { name: "Keys" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(editorOf(page)).toBeFocused();

    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await expect(editorOf(page)).not.toBeFocused();
    await expect(page.locator(":focus")).toBeVisible();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+Tab");
    await expect(toolbarOf(page).locator(":focus")).toHaveCount(1);
  });

  test("one finds the keys explained, and hears that the text is saved", async ({ page }) => {
    await openWithText(page, "Start\n");
    await toEnd(page);
    await page.keyboard.press("Control+/");
    const help = page.getByRole("dialog", { name: "Keys of the editor" });
    await expect(help).toContainText("Leave the text");
    await page.keyboard.press("Escape");
    await expect(editorOf(page)).toBeFocused();

    await page.keyboard.type(" more");
    await page.keyboard.press("Control+s");
    await expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toHaveCount(1);
  });

  test("one moves along the outline", async ({ page }) => {
    await openWithText(page, "## One\n\nText\n\n## Two\n\nText\n");
    await page
      .getByRole("region", { name: "Outline" })
      .getByRole("button", { name: "Two" })
      .click();
    await expect(editorOf(page)).toBeFocused();
    await page.keyboard.type("Part ");
    await expect(editorOf(page).getByRole("heading", { name: "Part Two" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Part Two" })).toBeVisible();
  });
});

test.describe("where the editor cannot be", () => {
  test("the last text is shown with the reason, and never an empty editor", async ({ page }) => {
    const key = await openWithText(page, "## Summary\n\nPayments failed.\n");
    await page.route("**/api/postmortems/**", (route) => route.abort());
    await page.goto(`/incidents/${key}/postmortem`);

    await expect(page.getByRole("alert").filter({ hasText: "to be read only" })).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByRole("main")).toContainText("Payments failed.");
    await expect(editorOf(page)).toHaveCount(0);
    await page.getByRole("link", { name: "Write in the Markdown tab" }).click();
    await expect(markdownFieldOf(page)).toHaveValue("## Summary\n\nPayments failed.\n");
  });
});

test.describe("the editor's script", () => {
  test("is loaded to write, and for nothing else", async ({ page }) => {
    const key = await openWithText(page, "Start\n");
    const scripts = () =>
      page.evaluate(async () => {
        const names = performance
          .getEntriesByType("resource")
          .map(({ name }) => name)
          .filter((name) => name.includes("/_next/") && name.includes(".js"));
        const texts = await Promise.all(names.map(async (name) => (await fetch(name)).text()));
        return texts.filter((text) => text.includes("ProseMirror-separator")).length;
      });
    expect(await scripts()).toBeGreaterThan(0);
    for (const path of ["?view=markdown", "?view=preview", "/history", "/review"]) {
      await page.goto(`/incidents/${key}/postmortem${path}`);
      await page.waitForLoadState("networkidle");
      expect(await scripts(), path).toBe(0);
    }
    for (const path of ["/incidents", `/incidents/${key}`, "/postmortems", "/actions"]) {
      await page.goto(path);
      await page.waitForLoadState("load");
      expect(await scripts(), path).toBe(0);
    }
  });

  test("does not come to those who may only read", async ({ page, browser }) => {
    const key = await openWithText(page, "## Summary\n\nPayments failed.\n");
    const context = await browser.newContext();
    const reader = await context.newPage();
    await signIn(reader, "viewer", `/incidents/${key}/postmortem`);

    await expect(reader.getByRole("main")).toContainText("Payments failed.");
    await expect(editorOf(reader)).toHaveCount(0);
    await expect(viewTab(reader, "Markdown")).toHaveCount(0);
    await context.close();
  });
});

test("two people see each other's names and carets", async ({ page, browser }) => {
  const key = await openWithText(page, "Start\n");
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, "admin", `/incidents/${key}/postmortem`);
  await toEnd(other);
  await other.keyboard.type(" together");

  await expect(editorOf(page)).toContainText("Start together");
  await expect(page.getByText("Also here: Ada Lindqvist")).toBeVisible();
  await expect(page.locator(".writer-caret")).toContainText("Ada Lindqvist");
  await expect(page.locator(".writer-caret")).toHaveAttribute("aria-hidden", "true");
  await context.close();
  await expect(page.getByText("Also here: Ada Lindqvist")).toHaveCount(0);
});

test("a postmortem that nobody began shows what the record gives", async ({ page }) => {
  const key = importCopy();
  await signIn(page, "responder", `/incidents/${key}/postmortem`);
  await expect(page.getByRole("main")).toContainText("Root cause");
  await expect(editorOf(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Start writing" }).click();
  await expect(editorOf(page)).toContainText("Root cause");
});
