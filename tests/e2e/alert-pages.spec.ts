import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { takeAlerts } from "./alert-support";
import { importCopy, signIn } from "./support";
import { expect, test } from "./test";

const tag = () => `${process.pid}${Math.random().toString().slice(2, 8)}`;

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test.describe("alerts", () => {
  test("are declared by a rule that an admin wrote and looked at first", async ({ page }) => {
    const env = tag();
    const labels = { alertname: "PoolFull", env };
    takeAlerts([{ title: `Pool ${env} is full`, labels }]);

    await signIn(page, "admin", "/alerts/rules");
    await page.getByRole("link", { name: "Add rule" }).click();
    await page.getByLabel("Name", { exact: true }).fill(`Pools ${env}`);
    await page.getByLabel("Labels", { exact: true }).fill(`env=${env}`);
    await page.getByRole("button", { name: "Show what it is for" }).click();
    await expect(page.getByText(/its conditions fit 1\./)).toBeVisible();
    await expect(page.getByRole("link", { name: `Pool ${env} is full` })).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Pools ${env}`);
    await page.getByLabel("Severity of what it declares").selectOption("SEV2");
    await page.getByLabel("Title of what it declares").fill("Storage: {title}");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Add rule" }).click();
    await expect(page).toHaveURL(/\/alerts\/rules$/);
    await expect(page.getByRole("listitem").filter({ hasText: `Pools ${env}` })).toContainText(
      "else declare one as SEV2",
    );
    await expectAccessible(page);

    const [id] = takeAlerts([{ title: `Pool ${env} is full again`, labels }]);
    await page.goto(`/alerts/${id}`);
    await page.getByRole("link", { name: `Storage: Pool ${env} is full again` }).click();
    await expect(page.getByRole("heading", { name: /Storage: Pool/ }).first()).toBeVisible();
    await expect(page.locator("#alerts")).toContainText("1 open, 0 resolved");
    await expect(page.locator("#timeline")).toContainText(`Alert: Pool ${env} is full again.`);

    await page.goto("/alerts/rules");
    const row = page.getByRole("listitem").filter({ hasText: `Pools ${env}` });
    await row.getByRole("button", { name: `Switch off Pools ${env}` }).click();
    await expect(row.getByText("Off", { exact: true })).toBeVisible();
    await row.getByRole("button", { name: `Delete Pools ${env}` }).click();
    await expect(row).toHaveCount(0);
  });

  test("wait for a responder, who puts them on an incident", async ({ page }) => {
    const name = tag();
    const key = importCopy();
    const [id] = takeAlerts([{ title: `Disk ${name} is slow` }, { title: `Disk ${name} is hot` }]);
    await signIn(page, "responder", `/alerts?text=${name}`);
    await page.getByLabel(`Choose Disk ${name} is slow`).check();
    await page.getByLabel(`Choose Disk ${name} is hot`).check();
    await page.getByLabel("Incident", { exact: true }).fill(key);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Attach chosen alerts" }).click();
    await expect(page.getByText("No alert fits these filters.")).toBeVisible();

    const [, noise] = takeAlerts([{ title: `Fan ${name} hums` }, { title: `Fan ${name} howls` }]);
    await page.goto(`/alerts?text=${name}`);
    await page.getByRole("button", { name: "Drop chosen alerts" }).click();
    await expect(page.getByText("Choose an alert.")).toBeVisible();
    await page.getByLabel(`Choose Fan ${name} howls`).check();
    await page.getByRole("button", { name: "Drop chosen alerts" }).click();
    await expect(page.getByLabel(`Choose Fan ${name} howls`)).toHaveCount(0);
    await expect(page.getByLabel(`Choose Fan ${name} hums`)).toBeVisible();
    await page.goto(`/alerts/${noise}`);
    await expect(page.getByText(/^Dropped by /)).toBeVisible();

    await page.goto(`/incidents/${key}#alerts`);
    const section = page.locator("#alerts");
    await expect(section).toContainText("2 open, 0 resolved");
    await section.getByRole("link", { name: `Disk ${name} is slow` }).click();
    await expect(page).toHaveURL(new RegExp(`/alerts/${id}$`));
    await expectAccessible(page);
    await page.getByRole("button", { name: "Take it off the incident" }).click();
    await expect(page.getByText(/let it wait again\./)).toBeVisible();
  });

  test("are dropped for a while, acknowledged, or become an incident", async ({ page }) => {
    const name = tag();
    const [dropped, declared] = takeAlerts([
      { title: `Noise ${name}` },
      { title: `Fire ${name}`, severity: "SEV2" },
    ]);
    await signIn(page, "responder", `/alerts/${dropped}`);
    await page.getByLabel("Drop it").selectOption({ label: "and for the next day" });
    await page.getByRole("button", { name: "Drop alert" }).click();
    await expect(page.getByText(/^Dropped by .* and muted until /)).toBeVisible();

    await page.goto(`/alerts/${declared}`);
    await page.getByRole("button", { name: "Acknowledge" }).click();
    await expect(page.getByText("Acknowledged", { exact: true }).first()).toBeVisible();
    await page.getByRole("link", { name: "Declare an incident" }).click();
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue(`Fire ${name}`);
    await page.getByRole("button", { name: /^Declare (SEV\d )?incident$/ }).click();
    await expect(page.locator("#alerts")).toContainText(`Fire ${name}`);
    await expect(page.locator("#timeline")).toContainText(`Alert: Fire ${name}.`);
  });

  test("can only be read by a viewer", async ({ page }) => {
    const name = tag();
    const [id] = takeAlerts([{ title: `Quiet ${name}` }]);
    await signIn(page, "viewer", `/alerts/${id}`);
    await expect(page.getByRole("heading", { name: `Quiet ${name}` })).toBeVisible();
    await expect(page.getByRole("button", { name: "Acknowledge" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Drop alert" })).toHaveCount(0);
    await page.goto("/alerts/rules");
    await expect(page.getByRole("heading", { name: /no page/i })).toBeVisible();
  });
});
