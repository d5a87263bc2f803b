import type { Page } from "@playwright/test";
import { isSigned, startHookServer } from "@/tests/support/hook-server";
import { startServer, type OwnServer } from "./own-server";
import { signIn } from "./support";
import { expect, test } from "./test";

let server: OwnServer | undefined;
let hooks: Awaited<ReturnType<typeof startHookServer>> | undefined;

test.afterEach(async () => {
  await server?.stop("SIGKILL");
  hooks?.stop();
  server = hooks = undefined;
});

async function openAs(page: Page, { url, demoPassword }: OwnServer, who: string, path: string) {
  await page.goto(`${url}/login?callbackUrl=${encodeURIComponent(path)}`);
  await page.getByLabel("Email").fill(`${who}@demo.example`);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${url}${path}`);
}

test("an admin adds a channel, tests it, says what it hears, and it hears of an incident", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const receiver = await startHookServer();
  hooks = receiver;
  server = await startServer({ LOG_LEVEL: "warn", PRIVATE_WEBHOOKS: "1" });
  const posted = (type: string) =>
    receiver.posted.find(({ body }) => body.includes(`"type":"${type}"`));

  await openAs(page, server, "admin", "/notifications");
  const form = page.getByRole("region", { name: "Add a channel" });
  await form.getByLabel("Name").fill("Deploy robot");
  await form.getByLabel("Kind").selectOption("Signed webhook");
  await form.getByLabel("Address").fill("not an address");
  await form.getByRole("button", { name: "Add channel" }).click();
  await expect(form.getByText("Write the whole address")).toBeVisible();
  await expect(form.getByLabel("Kind")).toHaveValue("webhook");
  await form.getByLabel("Address").fill(receiver.url);
  await form.getByRole("button", { name: "Add channel" }).click();
  const secret = await page.getByLabel("Signing secret").inputValue();
  expect(secret).toMatch(/^whsec_/);

  await page.getByLabel("Deploy robot: Incident declared").selectOption("SEV1–2");
  await page.getByRole("button", { name: "Save who hears what" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByLabel("Deploy robot: Incident declared")).toHaveValue("SEV2");
  }).toPass();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole("link", { name: "Deploy robot" }).click();
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect.poll(() => posted("test") !== undefined, { timeout: 60_000 }).toBe(true);
  await expect(page.getByRole("listitem").filter({ hasText: "Test message" })).toContainText(
    "Sent",
    { timeout: 60_000 },
  );

  await page.goto(`${server.url}/incidents/new`);
  await page.getByLabel("Title").fill("The robots stand still");
  await page.getByRole("radio", { name: /SEV2/ }).check();
  await page.getByRole("button", { name: /^Declare SEV2/ }).click();
  await page.waitForURL(/\/incidents\/INC-/);
  await expect
    .poll(() => posted("incident.declared") !== undefined, { timeout: 60_000 })
    .toBe(true);
  const told = posted("incident.declared");
  expect(told && isSigned(told, secret)).toBe(true);
  expect(told?.body).toContain("The robots stand still");

  await page.goto(`${server.url}/notifications`);
  await page.getByRole("link", { name: "Deploy robot" }).click();
  await page.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByText("Off", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.waitForURL("**/notifications");
  await expect(page.getByText("There is no channel yet")).toBeVisible();
});

test("a person chooses what to hear of, and quiet hours", async ({ page }) => {
  await signIn(page, "viewer", "/account/notifications");
  await page.getByLabel("Incident declared").selectOption("Every incident");
  await page.getByLabel("From").fill("22:00");
  await page.getByRole("button", { name: "Save choices" }).click();
  await expect(page.getByText("Quiet hours have a beginning and an end.")).toBeVisible();
  await expect(page.getByLabel("Incident declared")).toHaveValue("all");
  await page.getByLabel("Until").fill("07:00");
  await page.getByLabel("Time zone").fill("Europe/Berlin");
  await page.getByRole("button", { name: "Save choices" }).click();
  await expect(page.getByText("Your choices are saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Incident declared")).toHaveValue("all");
  await expect(page.getByLabel("Until")).toHaveValue("07:00");
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a person chooses all the same, and others do not see the channels", async ({ page }) => {
    await signIn(page, "responder", "/account/notifications");
    await page.getByLabel("Public update posted").selectOption("Never");
    await page.getByRole("button", { name: "Save choices" }).click();
    await expect(page.getByText("Your choices are saved.")).toBeVisible();
    expect((await page.goto("/notifications"))?.status()).toBe(404);
  });
});
