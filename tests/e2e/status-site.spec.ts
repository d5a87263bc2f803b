import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./test";

test.describe.configure({ mode: "serial" }); // they share a server, and one changes what it shows

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const FEW = ["", "/incidents/iiiiiiiiii01"];
const PAGES = [
  ...FEW,
  "/incidents/iiiiiiiiii02",
  "/incidents/mmmmmmmmmm02",
  "/history",
  "/uptime",
  "/uptime/2026-04",
  "/components/cccccccccc01",
  "/components/gggggggggg01",
  "/zones",
  "/nothing",
];

let server: ChildProcess;
let url = "";

test.beforeAll(async () => {
  server = spawn(process.execPath, ["--import", "tsx", "tests/support/serve-site.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed] = await once(server.stdout ?? server, "data");
  url = String(printed).trim();
});
test.afterAll(() => {
  server.kill();
});

const publish = (page: Page, what: string) => page.request.post(new URL(what, url).href);

async function expectFit(page: Page, path: string): Promise<void> {
  await page.goto(url + path);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  expect.soft(found, path).toEqual([]);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(tooWide, `${path}: pixels too wide`).toBe(0);
  await expect.soft(page.locator("h1"), path).toHaveCount(1);
}

const VIEWS = [
  { name: "320 px wide", colorScheme: "light", width: 320, height: 800, scale: 1, paths: PAGES },
  { name: "at 400 %", colorScheme: "light", width: 320, height: 256, scale: 4, paths: FEW },
  { name: "in the dark", colorScheme: "dark", width: 1280, height: 800, scale: 1, paths: PAGES },
] as const;

for (const { name, colorScheme, width, height, scale, paths } of VIEWS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height }, deviceScaleFactor: scale });

    test("the public pages are fit for everyone", async ({ page }) => {
      for (const path of paths) await expectFit(page, path);
    });
  });
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says how all is, and leads everywhere", async ({ page }) => {
    await page.goto(url);
    await expect(page).toHaveTitle("⚠ Minor Service Outage – Acme");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Minor Service Outage");
    const incident = page.getByRole("article", { name: /^Card payments/ });
    await expect(incident).toContainText("Next update due 16:27 CEST (14:27 UTC)");
    await incident.getByText("1 earlier update").click();
    await expect(incident.getByText("Some card payments are declined.")).toBeVisible();

    await page.getByText("3 days with problems").click();
    await expect(page.getByText("10 Apr 2026: major outage 2 h")).toBeVisible();
    await page.getByText("Subscribe", { exact: true }).click();
    await expect(page.getByLabel("E-mail", { exact: true })).toBeVisible();

    await incident.getByRole("link", { name: /^Card payments/ }).click();
    await expect(page).toHaveTitle(/^\[Identified\] Card payments/);
    await page.getByRole("link", { name: "Uptime", exact: true }).click();
    await page.getByRole("link", { name: "April 2026" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Uptime in April 2026");
    await page.getByRole("link", { name: "History", exact: true }).click();
    await page.getByRole("link", { name: "Slow dashboard" }).click();
    await expect(page.getByRole("heading", { name: "Report", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Times in your zone" }).click();
    await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
    await page.getByRole("button", { name: "Show times in it" }).click();
    await expect(page).toHaveURL(`${url}?zone=Asia%2FTokyo`);
  });
});

test("the keyboard stops once in each row of days", async ({ page }) => {
  await page.goto(url);
  const strips = page.locator(".uptime");
  expect(await strips.count()).toBeGreaterThan(3);
  const stops = await strips.evaluateAll((all) =>
    all.map((strip) => strip.querySelectorAll("a, button, summary, [tabindex]").length),
  );
  expect(Math.max(...stops)).toBe(1);
  await expect(page.getByRole("img", { name: /^Payments API: / })).toHaveAccessibleName(
    "Payments API: 99.89 % uptime over 90 days, 3 days with problems; 10 May 2026: partial outage 1 h; 20 Apr 2026: degraded performance 40 min; 10 Apr 2026: major outage 2 h",
  );
});

test("an open page follows what is published, and keeps what its reader does", async ({ page }) => {
  await page.clock.install();
  await page.goto(url);
  const days = page.getByText("3 days with problems");
  await days.click();
  const link = page.getByRole("link", { name: "Slow dashboard" });
  await link.focus();
  const before = await link.boundingBox();

  await publish(page, "/later");
  await page.clock.runFor(40_000);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("All Systems Operational");
  await expect(page.getByRole("status")).toHaveText(
    "This page was updated: All Systems Operational",
  );
  await expect(page).toHaveTitle("✓ All Systems Operational – Acme");
  await expect(page.getByText("10 Apr 2026: major outage 2 h")).toBeVisible();
  await expect(link).toBeFocused();
  expect((await link.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, -1);

  let asked = 0;
  page.on("request", () => (asked += 1));
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.clock.runFor(120_000);
  expect(asked).toBe(0);
});

test("an open incident follows until it is over", async ({ page }) => {
  await publish(page, "/before");
  await page.clock.install();
  await page.goto(`${url}/incidents/iiiiiiiiii01`);
  await publish(page, "/later");
  await page.clock.runFor(40_000);
  await expect(page).toHaveTitle(/^\[Resolved\] Card payments/);
  await expect(page.getByText("All card payments work again.")).toBeVisible();

  await page.clock.runFor(40_000);
  await expect(page.getByRole("status")).toBeEmpty();
});

test("a page without its portal's data says so, and shows no green", async ({ page }) => {
  await publish(page, "/stale");
  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\s*Last known: /);
  await expect(page.getByText("Showing the last known state").first()).toBeVisible();
  await expect(page.getByText("12 min ago")).toBeVisible();
  await expectFit(page, "");
});
