import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { awake, importCopy, signIn } from "./support";
import { expect, test } from "./test";

let words = 0;

/** A word that stands in no other record. */
function newWord(): string {
  words += 1;
  return `quokka${process.pid}x${words}`;
}

/** An incident whose title and third event have the word. */
function importWith(word: string): string {
  return importCopy((record) => {
    record.incident.title = `Gateways lost the ${word}`;
    const event = record.events?.[2];
    if (event) event.description = `The ${word} came back at night`;
  });
}

async function openPalette(page: Page) {
  await awake(page.getByRole("button", { name: "Keyboard shortcuts" }));
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Commands and search" });
  await expect(palette).toBeVisible();
  return palette;
}

const problemsOf = async (page: Page) => {
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
};

test.describe("the search page", () => {
  test("leads from the header to the very event", async ({ page }) => {
    const word = newWord();
    const key = importWith(word);
    await signIn(page, "viewer");

    await page.getByRole("searchbox", { name: "Search everything" }).fill(`${word} night`);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/search\\?q=${word}`));
    const found = page.getByRole("region", { name: /^Timelines 1/ });
    await expect(found.locator("mark")).toHaveText([word, "night"]);
    await found.getByRole("link").click();

    await expect(page).toHaveURL(new RegExp(`/incidents/${key}\\?event=3#e-3$`));
    await expect(page.locator("#e-3")).toContainText(`The ${word} came back at night`);
    await expect(page.locator("#e-3")).toBeInViewport();
  });

  test("says what to try where nothing is found", async ({ page }) => {
    await signIn(page, "viewer", `/search?q=${newWord()}&kind=action`);
    await expect(page.getByText("Fewer words find more.")).toBeVisible();
    await page.getByRole("link", { name: "Search everything" }).last().click();
    await expect(page).not.toHaveURL(/kind=/);
  });

  test("answers whatever is typed", async ({ page }) => {
    await signIn(page, "viewer");
    for (const text of ['"', 'NEAR("a" b)', "a* OR -b", "%_'; drop table", "é".repeat(1000)]) {
      const answer = await page.request.get(`/search?${new URLSearchParams({ q: text })}`);
      expect(answer.status(), text.slice(0, 20)).toBe(200);
    }
  });
});

test.describe("the search page without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("finds, and narrows down to one kind", async ({ page }) => {
    const word = newWord();
    importWith(word);
    await signIn(page, "viewer", "/search");

    const form = page.getByRole("search", { name: "The record" });
    await form.getByRole("searchbox").fill(word);
    await form.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("heading", { level: 2 })).toHaveText([
      "Incidents 1",
      "Timelines 1",
    ]);
    await page.getByRole("navigation", { name: "What to search" }).getByText("Timelines").click();
    await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Timelines 1"]);
  });

  test("is offered where no page is", async ({ page }) => {
    const word = newWord();
    importWith(word);
    await signIn(page, "viewer", "/nowhere");
    await page.getByLabel("Search everything").fill(word);
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page.locator("mark").first()).toHaveText(word);
  });
});

test.describe("the palette", () => {
  test("finds by keyboard alone, also from a field", async ({ page }) => {
    const word = newWord();
    const key = importWith(word);
    await signIn(page, "responder", "/incidents/new");
    await page.getByLabel("Title").fill("Half a title");

    const palette = await openPalette(page);
    await page.keyboard.type(word);
    await expect(palette.getByRole("option", { selected: true })).toContainText(
      `Gateways lost the ${word}`,
    );
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}$`));
  });

  test("gives the focus back on Escape, and nothing that was typed is gone", async ({ page }) => {
    await signIn(page, "responder", "/incidents/new");
    const title = page.getByLabel("Title");
    await title.fill("Half a title");
    const palette = await openPalette(page);
    await expect(palette.getByRole("combobox")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(palette).toHaveCount(0);
    await expect(title).toBeFocused();
    await expect(title).toHaveValue("Half a title");
  });

  test("does what the page can do, and names its key", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    const palette = await openPalette(page);
    const option = palette.getByRole("group", { name: "On this page" }).getByRole("option");
    await expect(option.filter({ has: page.locator("kbd", { hasText: /^U$/ }) })).toHaveCount(1);
    await page.keyboard.type("post upd");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Message", { exact: true })).toBeFocused();
  });

  test("goes elsewhere, changes the theme and breaks no rule", async ({ page }) => {
    const told: string[] = [];
    page.on("console", (message) => told.push(message.text()));
    await signIn(page, "viewer");
    const palette = await openPalette(page);
    await expect(palette.getByRole("option", { name: "Declare an incident" })).toHaveCount(0);
    await expect(palette.getByRole("group", { name: "Incidents" })).toBeVisible();
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.type("dark");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveClass(/dark/);
    await openPalette(page);
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.type("go postm");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/postmortems");
    expect(told.filter((text) => /content security|refused|violat/i.test(text))).toEqual([]);
  });

  test("is fetched only when it is asked for", async ({ page }) => {
    const scripts: string[] = [];
    page.on("response", async (answer) => {
      if (answer.url().endsWith(".js")) scripts.push(await answer.text());
    });
    await signIn(page, "viewer");
    await page.waitForLoadState("networkidle");
    expect(scripts.filter((text) => text.includes("cmdk-item"))).toEqual([]);
    await openPalette(page);
    await expect.poll(() => scripts.some((text) => text.includes("cmdk-item"))).toBe(true);
  });
});

test.describe("the list", () => {
  test("filters by day, drill and part, in the address", async ({ page }) => {
    const word = newWord();
    importWith(word);
    await signIn(page, "responder", `/incidents?view=all&text=${word}`);
    const rows = page.getByRole("table", { name: "Incidents" }).getByRole("row");
    await expect(rows).toHaveCount(2);

    await page.getByText("More filters").click();
    await page.getByLabel("Declared from").fill("2024-01-16");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await expect(page).toHaveURL(/from=2024-01-16/);
    await expect(page.getByText("No incidents match.")).toBeVisible();
    await page.goto(`/incidents?view=all&text=${word}&from=2024-01-15&to=2024-01-15&drill=hide`);
    await expect(rows).toHaveCount(2);
    await expect(page.getByLabel("Declared to")).toHaveValue("2024-01-15");
    await page.goto(`/incidents?view=all&text=${word}&role=me`);
    await expect(page.getByText("No incidents match.")).toBeVisible();
  });

  test("selects rows with X and exports them", async ({ page }) => {
    const word = newWord();
    const keys = [importWith(word), importWith(word), importWith(word)];
    await signIn(page, "viewer", `/incidents?view=all&text=${word}`);
    await awake(page.getByRole("button", { name: "Keyboard shortcuts" }));

    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await expect(page.getByText("2 selected")).toBeVisible();
    const coming = page.waitForEvent("download");
    await page.locator("#selection").getByRole("button", { name: "Export as CSV" }).click();
    const text = readFileSync(await (await coming).path(), "utf8");
    expect(text.split("\r\n")).toHaveLength(4);
    expect(text).not.toContain(keys[0] ?? "");

    const all = await page.request.get(`/incidents/export.csv?view=all&text=${word}`);
    expect(all.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    expect((await all.text()).split("\r\n")).toHaveLength(5);
  });
});

test.describe("a saved view", () => {
  test.use({ javaScriptEnabled: false });

  test("is kept, found and deleted without JavaScript", async ({ page }) => {
    const name = `My ${newWord()}`;
    await signIn(page, "viewer", "/incidents?view=all&severity=SEV1");
    await page.getByText("Save this view").click();
    await page.getByLabel("Name of the view").fill(name);
    await page.getByRole("button", { name: "Save view" }).click();

    await page.goto("/incidents");
    await page.getByRole("link", { name }).click();
    await expect(page).toHaveURL("/incidents?view=all&severity=SEV1");
    await page.getByRole("button", { name: `Delete the view ${name}` }).click();
    await expect(page.getByText(name)).toHaveCount(0);
  });
});

test.describe("the wall", () => {
  test("fills a big screen with what is open, as soon as it is declared", async ({
    page,
    browser,
  }) => {
    const title = `The ${newWord()} burns`;
    await page.setViewportSize({ width: 1920, height: 1080 });
    await signIn(page, "viewer", "/wall");
    await expect(page.getByText(/^\d\d:\d\d UTC$/).first()).toBeVisible();
    await expect(page.getByRole("banner")).toBeHidden();

    const other = await browser.newPage();
    await signIn(other, "responder", "/incidents/new");
    await other.getByLabel("Title").fill(title);
    await other.getByRole("radio", { name: /SEV1/ }).check();
    await other.getByRole("button", { name: /^Declare/ }).click();
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(title);

    const card = page.getByRole("listitem").filter({ hasText: title });
    await expect(card).toContainText("SEV1");
    await expect(card).toContainText("Investigating");
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(1080);
    await other.close();
  });

  test("can be reached and left by keyboard, and read at 360 px", async ({ page }) => {
    await signIn(page, "viewer");
    await awake(page.getByRole("button", { name: "Keyboard shortcuts" }));
    await page.keyboard.press("g");
    await page.keyboard.press("w");
    await expect(page).toHaveURL("/wall");
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(page.getByRole("heading", { level: 1 })).toContainText("open incident");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.getByRole("link", { name: "Leave the wall" }).click();
    await expect(page).toHaveURL("/incidents");
  });
});
