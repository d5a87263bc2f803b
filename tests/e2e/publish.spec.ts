import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { importCopy, replaceText, signIn } from "./support";
import { expect, test } from "./test";

const TEXT = `## Summary

Payments failed because the **connection pool** was too small, see [14:20](/incidents/INC-1#e-2).
Alice Chen wrote to alice@company.com.

![magpie-picture](/files/magpie)

## Root cause

The ORM opened [three connections](https://example.com/orm "magpie-title"). <b class="magpie">Each</b> time.

## Timeline

The magpie-timeline is internal.

## Open questions

**TODO:** ask the magpie-vendor.
`;

const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name });
const postmortemOf = (key: string) => `/incidents/${key}/postmortem`;

/** Writes the text in the Markdown tab, which needs no scripts. */
async function write(page: Page, key: string, text: string): Promise<void> {
  await page.goto(`${postmortemOf(key)}?view=markdown`);
  const start = page.getByRole("button", { name: "Start writing" });
  if (await start.isVisible()) {
    await start.click();
    await expect(start).toHaveCount(0);
    await page.goto(`${postmortemOf(key)}?view=markdown`);
  }
  await replaceText(page.getByLabel("Text, in Markdown"), text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved .* by /)).toBeVisible();
}

/** Publishes what is written to members, and gives what the preview showed. */
async function publish(page: Page, key: string, edition: number, note?: string): Promise<string> {
  await page.goto(`${postmortemOf(key)}/publish`);
  const preview = region(page, `Preview: what members will read as edition ${edition}`);
  const shown = await preview.getByRole("article").innerText();
  if (note) await page.getByLabel(/^What changed since edition/).fill(note);
  await page.getByRole("checkbox", { name: "Publish it without an approval" }).check();
  await page.getByRole("button", { name: `Publish edition ${edition} to members` }).click();
  await expect(region(page, `What members read: edition ${edition}`)).toBeVisible();
  return shown;
}

/** Chooses sections for an audience and gives what its preview showed. */
async function choose(page: Page, key: string, outside: "links" | "public", sections: string[]) {
  await page.goto(`${postmortemOf(key)}/publish/${outside}`);
  for (const box of await page.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
  for (const name of sections) await page.getByRole("checkbox", { name }).check();
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = region(page, /^Preview: /);
  await expect(preview).toBeVisible();
  return preview;
}

async function makeLink(page: Page, key: string, label: string): Promise<string> {
  await page.goto(`/incidents/${key}/share`);
  await page.getByLabel("Who is it for?").fill(label);
  await page.getByRole("button", { name: "Create link" }).click();
  return page.getByLabel("Link to share").inputValue();
}

async function asStranger(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** The address of the incident's public page. */
async function publicPage(page: Page, key: string): Promise<string> {
  await page.goto(`/incidents/${key}/share`);
  const link = page.getByRole("link", { name: "Open the public page of this incident" });
  return (await link.getAttribute("href")) ?? "";
}

test.describe("a postmortem that is published", () => {
  test("to members stays as it was when the text goes on, until another edition says what changed", async ({
    page,
  }) => {
    const key = importCopy();
    await signIn(page, "responder");
    await write(page, key, TEXT);
    const shown = await publish(page, key, 1);

    await page.getByRole("link", { name: "Edition 1", exact: true }).click();
    const edition = page.getByRole("main").getByRole("article");
    expect(await edition.innerText()).toBe(shown);

    await write(page, key, TEXT.replace("too small", "much too small"));
    await page.goto(`${postmortemOf(key)}/editions/1`);
    expect(await edition.innerText()).toBe(shown);
    await expect(page.getByText("Edited since edition 1 was published.")).toBeVisible();

    await publish(page, key, 2, "How small the pool was.");
    await page.goto(`${postmortemOf(key)}/editions/2`);
    await expect(
      page.getByText("What changed since edition 1: How small the pool was."),
    ).toBeVisible();
    await expect(edition).toContainText("much too small");
    await page.getByRole("link", { name: "Compare both" }).click();
    await expect(page.locator("ins")).toContainText("much");
    await page.goto(`${postmortemOf(key)}/editions/1`);
    expect(await edition.innerText()).toBe(shown);
    await expect(page.getByRole("link", { name: "edition 2" })).toBeVisible();
  });

  test("to a link is read there as previewed, and taken back", async ({ page, browser }) => {
    const key = importCopy();
    await signIn(page, "responder");
    await write(page, key, TEXT);
    await publish(page, key, 1);
    const link = await makeLink(page, key, "Acme");
    const other = await makeLink(page, key, "Other");
    const stranger = await asStranger(browser);
    await stranger.goto(link);
    await expect(region(stranger, "Postmortem")).toHaveCount(0);

    const preview = await choose(page, key, "links", ["Summary", "Root cause"]);
    const shown = await preview.getByRole("article").innerText();
    await expect(preview).toContainText("Left out: 1 image");
    await expect(preview).toContainText("https://example.com/orm");
    await page.getByRole("checkbox", { name: "Acme" }).check();
    await page.getByRole("button", { name: "Show this on share links" }).click();
    await expect(
      region(page, "Share links").getByText("Shows the postmortem", { exact: true }),
    ).toHaveCount(1);

    await stranger.reload();
    const postmortem = region(stranger, "Postmortem");
    await expect(postmortem).toContainText("Edition 1, published");
    expect(await postmortem.innerText()).toContain(shown);
    const html = await stranger.content();
    expect(html).not.toMatch(/magpie|alice@company/);
    expect(html).toContain("Alice Chen");
    await stranger.goto(other);
    await expect(region(stranger, "Postmortem")).toHaveCount(0);

    await page.getByRole("button", { name: "Take the postmortem back from Acme" }).click();
    await expect(
      region(page, "Share links").getByText("Shows the postmortem", { exact: true }),
    ).toHaveCount(0);
    await stranger.goto(link);
    await expect(region(stranger, "Postmortem")).toHaveCount(0);
    await stranger.context().close();
  });

  test("to everyone is read on the public page as previewed, without names, and taken back", async ({
    page,
    browser,
  }) => {
    const key = importCopy(undefined, { publish: true });
    await signIn(page, "responder");
    await write(page, key, TEXT);
    await publish(page, key, 1);
    const path = await publicPage(page, key);

    const refused = await choose(page, key, "public", ["Summary", "Open questions"]);
    await expect(refused).toContainText("“Open questions” still has a TODO.");
    await expect(page.getByRole("button", { name: "Publish this to everyone" })).toHaveCount(0);

    const preview = await choose(page, key, "public", ["Summary", "Root cause"]);
    const shown = await preview.getByRole("article").innerText();
    await page.getByRole("button", { name: "Publish this to everyone" }).click();
    await expect(region(page, "Public incident page")).toContainText("edition 1 are public");

    const stranger = await asStranger(browser);
    const report = region(stranger, "Report");
    await expect(async () => {
      await stranger.goto(path);
      expect(await report.innerText({ timeout: 1000 })).toContain(shown);
    }).toPass();
    const asked: Record<string, string>[] = [
      {},
      { RSC: "1" },
      { RSC: "1", "Next-Router-Prefetch": "1" },
    ];
    for (const headers of asked) {
      const answer = await stranger.context().request.get(path, { headers });
      expect(await answer.text()).not.toMatch(new RegExp(`magpie|@company|Alice|Chen|${key}`));
    }

    await write(page, key, TEXT.replace("too small", "much too small"));
    await publish(page, key, 2, "How small.");
    await stranger.reload();
    expect(await report.innerText()).toContain(shown);
    await choose(page, key, "public", ["Summary", "Root cause"]);
    await page
      .getByLabel("What changed, for readers of the public page")
      .fill("The size is known.");
    await page.getByRole("button", { name: "Publish this to everyone" }).click();
    await expect(region(page, "Public incident page")).toContainText("edition 2 are public");
    await expect(async () => {
      await stranger.reload();
      await expect(report).toContainText("much too small", { timeout: 1000 });
    }).toPass();
    await expect(report).toContainText(/updated .*: The size is known\./);

    await page.getByRole("button", { name: "Take the report off the public page" }).click();
    await expect(region(page, "Public incident page")).toContainText(
      "Nothing of the postmortem is public.",
    );
    await expect(async () => {
      await stranger.reload();
      await expect(report).toHaveCount(0, { timeout: 1000 });
    }).toPass();
    await stranger.context().close();
  });

  test("is published without JavaScript too", async ({ browser }) => {
    const key = importCopy(undefined, { publish: true });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, "responder");
    await write(page, key, TEXT);
    await publish(page, key, 1);
    await choose(page, key, "public", ["Summary"]);
    await page.getByRole("button", { name: "Publish this to everyone" }).click();
    await expect(region(page, "Public incident page")).toContainText("edition 1 are public");
    await page.goto(`${postmortemOf(key)}/history`);
    await page.getByLabel("From version").fill("1");
    await page.getByLabel("To version").fill("2");
    await page.getByLabel("Layout").selectOption("side");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page.getByRole("table")).toBeVisible();
    await context.close();
  });
});

test.describe("the history of a postmortem", () => {
  test("compares any two versions, and brings one back", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder");
    await write(page, key, "## Summary\n\nThe pool was small.\n\nSame.\n");
    await write(page, key, "## Summary\n\nThe pool was large.\n\nSame.\n");
    await write(page, key, "## Summary\n\nThe pool was huge.\n\nSame.\n");

    await page.goto(`${postmortemOf(key)}/history`);
    await expect(page.getByRole("list", { name: "Versions" }).getByRole("listitem")).toHaveCount(4);
    await page.getByLabel("From version").fill("2");
    await page.getByLabel("To version").fill("4");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(/from=2&to=4/);
    await expect(page.locator("del")).toHaveText("small");
    await expect(page.locator("ins")).toHaveText("huge");

    await page.getByLabel("Layout").selectOption("side");
    await page.getByRole("checkbox", { name: "Only changes" }).check();
    await page.getByRole("button", { name: "Compare" }).click();
    const table = page.getByRole("table");
    await expect(table.getByRole("columnheader")).toHaveText(["Version 2", "Version 4"]);
    await expect(table.getByText("without changes").first()).toBeVisible();
    await expect(table).not.toContainText("Same.");

    await page.getByRole("button", { name: "Restore version 2" }).click();
    await expect(page).toHaveURL(postmortemOf(key));
    await page.goto(`${postmortemOf(key)}/history`);
    await expect(page.getByRole("list", { name: "Versions" }).getByRole("listitem")).toHaveCount(5);
    await expect(page.getByText("Version 2 again")).toBeVisible();
  });
});

test.describe("a postmortem on paper", () => {
  test("becomes a tagged PDF with an outline of its headings", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder");
    await write(
      page,
      key,
      `${TEXT}\n## Numbers\n\n| Metric | Minutes |\n| - | - |\n| Detect | 3 |\n`,
    );
    await publish(page, key, 1);
    await page.goto(`${postmortemOf(key)}/print?edition=1`);

    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByRole("link", { name: /^Back to/ })).toBeHidden();
    const footer = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--paper-footer"),
    );
    expect(footer).toBe(`"${key} · Edition 1"`);
    const colours = await page
      .locator("[data-paper] article p")
      .first()
      .evaluate((node) => [
        getComputedStyle(node).color,
        getComputedStyle(document.body).backgroundColor,
      ]);
    expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);

    for (const format of ["A4", "Letter"]) {
      const pdf = (await page.pdf({ format, tagged: true, outline: true })).toString("latin1");
      expect(pdf).toContain("/StructTreeRoot");
      expect(pdf).toMatch(/\/Marked true/);
      expect(pdf).toContain("/Outlines");
      for (const title of ["Summary", "Root cause", "Timeline", "Numbers"]) {
        expect(pdf).toContain(`(${title})`);
      }
      for (const tag of ["H1", "H2", "Table", "TH"])
        expect(pdf).toMatch(new RegExp(`/S\\s*/${tag}\\b`));
    }
  });

  test("and as files has the text that was published", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder");
    await write(page, key, TEXT);
    await publish(page, key, 1);
    const file = await page.request.get(`${postmortemOf(key)}/export?edition=1`);
    expect(file.headers()["content-type"]).toContain("text/markdown");
    expect(await file.text()).toMatch(new RegExp(`^---\ntitle: ".+"\nkey: "${key}"\nedition: 1\n`));
    expect((await file.text()).endsWith(TEXT)).toBe(true);
    const record = await (await page.request.get(`/incidents/${key}/export?postmortem=1`)).json();
    expect(record.postmortem).toMatchObject({ state: "published", editions: [{ number: 1 }] });
    const plain = await (await page.request.get(`/incidents/${key}/export`)).json();
    expect(plain.postmortem).toBeUndefined();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [360, 1280]) {
    test(`publication and history are fit for everyone, ${colorScheme}, ${width} px wide`, async ({
      browser,
    }) => {
      const key = importCopy(undefined, { publish: true });
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      await signIn(page, "responder");
      await write(page, key, TEXT);
      await publish(page, key, 1);
      const paths = [
        "/publish",
        "/publish/links?section=0&section=3",
        "/publish/public?section=0",
        "/history?from=1&to=2",
        "/history?from=1&to=2&layout=side&only=1",
        "/editions/1",
        "/print?edition=1",
      ];
      for (const path of paths) {
        await page.goto(postmortemOf(key) + path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
          path,
        ).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(wide, path).toBe(false);
      }
      await choose(page, key, "public", ["Summary"]);
      await page.getByRole("button", { name: "Publish this to everyone" }).click();
      await expect(region(page, "Public incident page")).toContainText("edition 1 are public");
      await page.goto(await publicPage(page, key));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      await context.close();
    });
  }
}
