import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { importCopy, signIn } from "./support";
import { expect, test } from "./test";

/** The sample as the only incident of a service of its own; answers the key and the service. */
function ofOwnService(name: string): { key: string; service: string } {
  const service = `service-${name}-${process.pid}`;
  const key = importCopy(({ incident }) => {
    incident.service = service;
    incident.affected_services = [service];
  });
  return { key, service };
}

const address = (service: string) => `/insights?range=all&service=${service}`;
const keyNumbers = (page: Page) => page.getByRole("list", { name: "Key numbers" });

/** Opens the insights once what changed was measured. */
async function openMeasured(page: Page, path: string) {
  await expect(async () => {
    await page.goto(path);
    await expect(keyNumbers(page)).toBeVisible();
    await expect(page.getByText("being measured")).toHaveCount(0, { timeout: 1000 });
  }).toPass();
}

test("every number opens to its incidents and to how it is measured", async ({ page }) => {
  const { key, service } = ofOwnService("opened");
  await signIn(page, "viewer");
  await openMeasured(page, address(service));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Insights");
  await expect(keyNumbers(page)).toContainText("1 of 2");

  await keyNumbers(page)
    .getByRole("link", { name: /^2 h 25 min ?, Time to resolve: open/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Time to resolve");
  const row = page.getByRole("row", { name: new RegExp(key) });
  await expect(row).toContainText("2 h 25 min");
  await expect(page.getByRole("region", { name: "How it is measured" })).toContainText("p90");

  await page.getByRole("link", { name: "Back to the insights" }).click();
  await expect(page).toHaveURL(new RegExp(service));
  await page.getByRole("region", { name: "Services", exact: true }).getByRole("link").click();
  await expect(page.getByRole("row", { name: new RegExp(key) })).toContainText("2 h 22 min");
});

test("each part has a table and a file", async ({ page }) => {
  const { service } = ofOwnService("files");
  await signIn(page, "viewer");
  await openMeasured(page, address(service));
  await page.getByText("View as table").click();
  const weeks = page.getByRole("region", { name: "Incidents by week and severity, as a table" });
  await expect(weeks.getByRole("row", { name: /^Week of 15 Jan 2024/ })).toContainText("1");

  const link = page.getByRole("link", { name: "Times as CSV" });
  const file = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toContain("text/csv");
  expect(await file.text()).toContain("Time to resolve,SEV1,1,,,120,0");
  const none = await page.request.get("/insights/export.csv?table=none");
  expect(none.status()).toBe(404);
});

test("the form narrows without a script", async ({ browser }) => {
  const { service } = ofOwnService("plain");
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "viewer");
  await openMeasured(page, address(service));
  await page.getByRole("combobox", { name: "Severity" }).selectOption("SEV2");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/severity=SEV2/);
  await expect(page.getByText("No incident was declared in these days")).toBeVisible();
  await context.close();
});

for (const [theme, width] of [
  ["light", 1280],
  ["dark", 360],
] as const) {
  test(`is accessible and fits, ${theme} at ${width}`, async ({ browser }) => {
    const { service } = ofOwnService(theme);
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ colorScheme: theme, viewport });
    const page = await context.newPage();
    await signIn(page, "viewer");
    await openMeasured(page, address(service));
    await page.getByText("View as table").click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.goto(`/insights/resolve?range=all&service=${service}`);
    const behind = await new AxeBuilder({ page }).analyze();
    expect(behind.violations).toEqual([]);
    await context.close();
  });
}
