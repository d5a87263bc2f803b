import type { Page } from "@playwright/test";
import { makeLongRecord } from "@/tests/support/make-long-record";
import { copyOfSample, fileOf, muster, signIn } from "./support";
import { expect, test } from "./test";

const newKey = () => copyOfSample().incident.id;

function importLong(events: number): string {
  const key = newKey();
  muster("import", fileOf(makeLongRecord(key, events)));
  return key;
}

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return (performance.now() - began) / 1000;
}

const timeline = (page: Page) => page.getByRole("region", { name: "Timeline", exact: true });

test.describe("a record of 10,000 events", () => {
  test("imports in seconds by the command line", async () => {
    const key = newKey();
    const file = fileOf(makeLongRecord(key, 10_000));
    let printed = "";
    const seconds = await secondsOf(async () => {
      printed = muster("import", file);
    });
    expect(printed).toContain(`${key} created: 10000 events`);
    expect(seconds).toBeLessThan(15);
  });

  test("imports in seconds through the page, and opens there", async ({ page }) => {
    const key = newKey();
    await signIn(page, "responder", "/import");
    await page.getByLabel("Incident record").setInputFiles(fileOf(makeLongRecord(key, 10_000)));
    await page.getByRole("button", { name: "See what it holds" }).click();
    await expect(page.getByRole("region", { name: "What the file holds" })).toContainText("10,000");

    const seconds = await secondsOf(async () => {
      await page.getByRole("button", { name: `Import ${key}` }).click();
      await expect(page).toHaveURL(`/incidents/${key}`);
    });
    expect(seconds).toBeLessThan(15);
  });

  test("opens within three seconds, in a page of reasonable size", async ({ page }) => {
    const key = importLong(10_000);
    await signIn(page, "viewer");
    await page.goto("/incidents/INC-2024-0142");

    const seconds = await secondsOf(async () => {
      await page.goto(`/incidents/${key}`, { waitUntil: "domcontentloaded" });
      await expect(timeline(page).getByText("Step 1:")).toBeVisible();
    });
    expect(seconds).toBeLessThan(3);
    const body = await (await page.request.get(`/incidents/${key}`)).body();
    expect(body.byteLength).toBeLessThan(1_500_000);
  });

  test("scrolls to its end, page by page, and to any event by its address", async ({ page }) => {
    const key = importLong(10_000);
    await signIn(page, "viewer", `/incidents/${key}`);
    const pages = page.getByRole("navigation", { name: "Pages of the timeline" });
    const last = /Page 1 of (\d+)/.exec((await pages.textContent()) ?? "")?.[1];

    await page.goto(`/incidents/${key}?page=${last}#timeline`);
    await expect(pages).toContainText(`Page ${last} of ${last}`);
    await page.keyboard.press("End");
    await expect(page.locator("#e-10000")).toBeAttached();
    await page.locator("#e-10000").scrollIntoViewIfNeeded();
    await expect(page.locator("#e-10000")).toBeInViewport();

    await page.goto(`/incidents/${key}#e-9000`);
    await expect(page.locator("#e-9000")).toBeInViewport();
    await expect(page.locator("#e-9000")).toContainText("Step 9000:");
  });

  test("is shared in pages as well", async ({ page, browser }) => {
    const key = importLong(10_000);
    await signIn(page, "responder", `/incidents/${key}/share`);
    await page.getByLabel("Who is it for?").fill("A partner");
    await page.getByRole("button", { name: "Create link" }).click();
    const link = await page.getByLabel("Link to share").inputValue();

    const partner = await browser.newPage();
    const seconds = await secondsOf(() => partner.goto(link));
    expect(seconds).toBeLessThan(3);
    await expect(partner.getByText("Step 1:")).toBeVisible();
    await partner.getByRole("link", { name: "Later events" }).click();
    await expect(partner.getByText("Page 2 of")).toBeVisible();
    await partner.close();
  });
});

test.describe("a record of 10,001 events", () => {
  const SENTENCE = "events: has 10,001 entries; a record has at most 10,000";

  test("is refused with a sentence by the command line", () => {
    const file = fileOf(makeLongRecord(newKey(), 10_001));
    expect(() => muster("import", file)).toThrow(SENTENCE);
  });

  test("is refused with a sentence by the page", async ({ page }) => {
    const key = newKey();
    await signIn(page, "responder", "/import");
    await page.getByLabel("Incident record").setInputFiles(fileOf(makeLongRecord(key, 10_001)));
    await page.getByRole("button", { name: "See what it holds" }).click();
    await expect(page.getByText(SENTENCE)).toBeVisible();
    expect((await page.request.get(`/incidents/${key}/export`)).status()).toBe(404);
  });
});
