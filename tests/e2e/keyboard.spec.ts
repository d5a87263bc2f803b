import type { Locator, Page } from "@playwright/test";
import { awake, demoPassword, importCopy, signIn } from "./support";
import { expect, test } from "./test";

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, element: Locator) {
  for (let stops = 0; stops < 60; stops++) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(element, "Tab should lead here").toBeFocused();
}

/** An incident's page whose keys are listened to. */
async function openIncident(page: Page, change?: Parameters<typeof importCopy>[0]) {
  const key = importCopy(change);
  await signIn(page, "responder", `/incidents/${key}`);
  await awake(page.getByRole("button", { name: "Keyboard shortcuts" }));
  return key;
}

test.describe("by keyboard alone", () => {
  test("one signs in, declares an incident and tells the public", async ({ page }) => {
    const title = `Keyboards answer slowly ${process.pid}`;
    await page.goto("/login");
    await tabTo(page, page.getByLabel("Email"));
    await page.keyboard.type("responder@demo.example");
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
    await page.keyboard.type(demoPassword());
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/incidents");
    await awake(page.getByRole("button", { name: "Keyboard shortcuts" }));

    await page.keyboard.press("c");
    await expect(page).toHaveURL("/incidents/new");
    await expect(page.getByLabel("Title")).toBeFocused();
    await page.keyboard.type(title);
    await tabTo(page, page.getByRole("radio", { name: /SEV3/ }));
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("radio", { name: /SEV2/ })).toBeChecked();
    await tabTo(page, page.getByRole("button", { name: "Declare SEV2 incident" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

    await page.keyboard.press("u");
    await expect(page.getByLabel("Message", { exact: true })).toBeFocused();
    await page.keyboard.type("Keyboards answer slowly. We are looking into it.");
    await page.keyboard.press("Shift+Tab");
    while (!(await page.getByRole("radio", { name: /Public status page/ }).isChecked())) {
      await page.keyboard.press("ArrowDown");
    }
    await tabTo(page, page.getByRole("button", { name: "Post update" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Public messages" })).toContainText(
      "Keyboards answer slowly. We are looking into it.",
    );
  });

  test("U opens the update, T the timeline and S the status, with the focus in the field", async ({
    page,
  }) => {
    await openIncident(page);

    await page.keyboard.press("t");
    await expect(page.getByLabel("What happened")).toBeFocused();
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("u");
    await expect(page.getByLabel("Message", { exact: true })).toBeFocused();
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("s");
    await expect(page.locator("#update-status")).toBeFocused();
  });

  test("a note is added to the timeline and sent with Ctrl and Enter", async ({ page }) => {
    await openIncident(page);

    await page.keyboard.press("t");
    await page.keyboard.type("Checked the pool once more");
    await page.keyboard.press("Control+Enter");

    await expect(page.getByRole("region", { name: "Timeline" })).toContainText(
      "Checked the pool once more",
    );
  });

  test("? shows the keys, and Escape gives the focus back", async ({ page }) => {
    await openIncident(page);
    const link = page.getByRole("link", { name: "Share" });
    await link.focus();

    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(help).toContainText("Post an update");
    await page.keyboard.press("u");
    await expect(help).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toHaveCount(0);
    await expect(link).toBeFocused();
  });

  test("one gets past the header and reads the parts of an incident in order", async ({ page }) => {
    await openIncident(page);

    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: /^INC-2024-/ }).first()).toBeFocused();
  });
});

test.describe("a single letter", () => {
  const letters = "cuts?jkp.gi";

  test("is only a letter in a field", async ({ page }) => {
    const key = await openIncident(page);

    await page.keyboard.press("u");
    await page.keyboard.type(letters);
    await expect(page.getByLabel("Message", { exact: true })).toHaveValue(letters);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}(#.*)?$`));
  });

  test("is only a letter in a select", async ({ page }) => {
    const key = await openIncident(page);

    await page.keyboard.press("t");
    await page.getByLabel("Type").focus();
    await page.keyboard.press("c");
    await expect(page.getByLabel("Type")).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}(#.*)?$`));
  });

  test("does nothing once the keys are switched off", async ({ page }) => {
    await openIncident(page);

    await page.keyboard.press("?");
    await page.getByLabel("Use single-letter keys in this browser").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("u");
    await expect(page.getByLabel("Message", { exact: true })).toBeHidden();
    await page.keyboard.press("c");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Payment Service Degradation");
  });
});
