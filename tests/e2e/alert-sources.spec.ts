import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ALERTMANAGER } from "@/tests/support/alert-examples";
import { signIn } from "./support";
import { expect, test } from "./test";

let made = 0;
const newName = () => `Source ${process.pid}-${Date.now()}-${(made += 1)}`;

/** Adds a source through the page; answers its name, and the path of its address. */
async function addSource(page: Page, kind: string) {
  const name = newName();
  await signIn(page, "admin", "/alerts/sources");
  const form = page.getByRole("region", { name: "New source" });
  await form.getByLabel("What sends alerts").selectOption({ label: kind });
  await form.getByLabel("Name").fill(name);
  await form.getByRole("button", { name: "Add source" }).click();
  const address = form.getByLabel("Address for alerts");
  await expect(address).toBeVisible();
  return { name, path: new URL(await address.inputValue()).pathname };
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test("an admin adds a source, which sends an alert that is shown as it came", async ({
  page,
  request,
}) => {
  const { name, path } = await addSource(page, "Prometheus Alertmanager");
  await expect(page.getByLabel("What to set up")).toContainText(path);
  await expectAccessible(page);
  const alert = { ...ALERTMANAGER.alerts[0], fingerprint: name };
  const sent = await request.post(path, { data: { ...ALERTMANAGER, alerts: [alert] } });
  expect([sent.status(), await sent.json()]).toEqual([200, { status: "taken" }]);

  await page.getByRole("link", { name: "What it has to show, and what it sent" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText(path.split("/").at(-1) ?? "")).toHaveCount(0);
  const deliveries = page.getByRole("region", { name: "What it sent" });
  await expect(deliveries.getByText("1 alert", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await deliveries.getByRole("link").first().click();
  await expect(page.getByLabel("What it held")).toContainText('"notification_reason"');
  await expectAccessible(page);
  await page.getByRole("button", { name: "Read it again" }).click();
  await expect(page.getByText("Repeat", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "DB connection pool above 90%" }).click();
  await expect(page).toHaveURL(/\/alerts\/\d+$/);
});

test("a source has to show a secret, and goes over to another", async ({ page, request }) => {
  const { name, path } = await addSource(page, "Plain JSON");
  const statusWith = async (secret: string) => {
    const headers = { Authorization: `Bearer ${secret}` };
    return (await request.post(path, { data: { title: name }, headers })).status();
  };
  const save = async (secret: string) => {
    await page.getByLabel("What it has to show").selectOption({ label: "A bearer token" });
    await page.getByLabel(/^(?:New s|S)ecret$/).fill(secret);
    await page.getByRole("button", { name: "Save" }).click();
  };
  await page.getByRole("link", { name: "What it has to show, and what it sent" }).click();
  await save("the-first-one");
  await expect(page.getByLabel("New secret", { exact: true })).toHaveValue("");
  await expect.poll(() => statusWith("the-first-one")).toBe(200);
  expect(await statusWith("another")).toBe(401);
  await save("the-second-one");
  await page.getByRole("button", { name: "Drop the former secret" }).click();
  await expect(page.getByRole("button", { name: "Drop the former secret" })).toHaveCount(0);
  expect([await statusWith("the-first-one"), await statusWith("the-second-one")]).toEqual([
    401, 200,
  ]);
  await expect(page.getByText("Its Authorization is a wrong one.")).toBeVisible();

  await page.getByRole("button", { name: "Make another key" }).click();
  const next = new URL(await page.getByLabel("Address for alerts").inputValue()).pathname;
  expect((await request.post(path, { data: {} })).status()).toBe(404);
  expect((await request.post(next, { data: {} })).status()).toBe(401);
  await page.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByText("Switched off: what it sends is refused")).toBeVisible();
  expect((await request.post(next, { data: {} })).status()).toBe(404);
  await page.locator("summary").filter({ hasText: "Delete this source" }).click();
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await expect(page).toHaveURL(/\/alerts\/sources$/);
  await expect(page.getByText(name)).toHaveCount(0);
});

test("the address takes any body of a bearable size, and nothing of another site", async ({
  page,
  request,
}) => {
  const { path } = await addSource(page, "Grafana");
  const send = async (body: string, headers: Record<string, string> = {}) =>
    (await request.post(path, { data: Buffer.from(body), headers })).status();
  const json = { "Content-Type": "application/json" };
  expect(await send('{"broken":', json)).toBe(200);
  expect(await send("[".repeat(5000), json)).toBe(200);
  expect(await send('{"a":1}', { "Content-Type": "multipart/form-data; boundary=x" })).toBe(200);
  expect(await send("a=b", { "Content-Type": "application/x-www-form-urlencoded" })).toBe(200);
  expect(await send("", { "Content-Type": "text/plain" })).toBe(200);
  expect(await send("x".repeat(300 * 1024), json)).toBe(413);
  expect(await send("x".repeat(1100 * 1024), json)).toBe(413);
  expect(await send("{}", { ...json, Origin: "https://evil.example" })).toBe(403);
  expect((await request.get(path)).status()).toBe(405);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin adds a source, and sees its address once", async ({ page }) => {
    const { name, path } = await addSource(page, "Datadog");
    await expect(page.getByLabel("What to set up")).toContainText('"$ALERT_CYCLE_KEY"');
    await page.goto("/alerts/sources");
    await page.getByRole("link", { name }).click();
    await expect(page.getByLabel("What to set up")).toContainText("/api/hooks/datadog/THE-KEY");
    expect(await page.content()).not.toContain(path.split("/").at(-1) ?? path);
  });
});
