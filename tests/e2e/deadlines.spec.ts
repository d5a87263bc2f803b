import type { Page } from "@playwright/test";
import { awake, importCopy, replaceText, signIn } from "./support";
import { expect, test } from "./test";

/** The first item of an incident of this test's own, whose record has it due on 22 January 2024. */
async function openItem(page: Page, who: "responder" | "viewer" = "responder"): Promise<string> {
  const key = importCopy();
  await signIn(page, who, `/actions?incident=${key}&view=list`);
  const id = await page.locator("article[data-card]").first().getAttribute("data-card");
  const path = `/actions/AI-${id}`;
  await page.goto(path);
  return path;
}

const section = (page: Page) => page.getByRole("region", { name: "Deadline", exact: true });

async function openForm(page: Page) {
  await section(page).getByText("Change the deadline").click();
  await expect(section(page).getByLabel("Deadline", { exact: true })).toBeVisible();
}

test.describe("a deadline", () => {
  for (const timezoneId of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"]) {
    test.describe(`in a browser in ${timezoneId}`, () => {
      test.use({ timezoneId });

      test("is the day that was written, before and after a change", async ({ page }) => {
        const path = await openItem(page);
        await expect(section(page).locator("time")).toHaveAttribute("datetime", "2024-01-22");
        await expect(section(page)).toContainText("22 Jan 2024");

        await openForm(page);
        const field = section(page).getByLabel("Deadline", { exact: true });
        await awake(field);
        await expect(field).toHaveValue("2024-01-22");
        await field.fill("2028-02-29");
        await replaceText(section(page).getByLabel("Why this deadline"), "Waits for the vendor");
        await section(page).getByRole("button", { name: "Save the deadline" }).click();

        await expect(section(page)).toContainText("29 Feb 2028");
        await page.goto(path);
        await expect(section(page).locator("time")).toHaveAttribute("datetime", "2028-02-29");
        await expect(section(page)).toContainText("Waits for the vendor");
        await openForm(page);
        await expect(section(page).getByLabel("Deadline", { exact: true })).toHaveValue(
          "2028-02-29",
        );
      });
    });
  }

  test("asks why where it is another day than the policy's, and keeps what was chosen", async ({
    page,
  }) => {
    await openItem(page);
    await openForm(page);
    const field = section(page).getByLabel("Deadline", { exact: true });
    await awake(field);
    await field.fill("2031-05-02");
    await section(page).getByRole("button", { name: "Save the deadline" }).click();

    await expect(section(page).getByText("Say why it is another day.")).toBeVisible();
    await expect(field).toHaveValue("2031-05-02");
    await expect(section(page).getByLabel("Why this deadline")).toBeFocused();
  });

  test("is the policy's own with one button", async ({ page }) => {
    await openItem(page);
    await section(page)
      .getByRole("button", { name: /^Take the policy’s day/ })
      .click();
    await expect(section(page)).toContainText("Set by the policy:");
  });

  test("is read by viewers, who cannot change it", async ({ page }) => {
    await openItem(page, "viewer");
    await expect(section(page)).toContainText("22 Jan 2024");
    await expect(section(page)).toContainText("As its record has it.");
    await expect(section(page).getByText("Change the deadline")).toHaveCount(0);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a deadline is changed, or taken away, with a reason", async ({ page }) => {
    await openItem(page);
    await openForm(page);
    await section(page).getByLabel("No deadline").check();
    await section(page).getByLabel("Why this deadline").fill("Nobody waits for it");
    await section(page).getByRole("button", { name: "Save the deadline" }).click();

    await expect(section(page)).toContainText("No deadline");
    await expect(section(page)).toContainText("Nobody waits for it");
  });
});

test("a new item says which day it will be before it is saved", async ({ page }) => {
  const key = importCopy();
  await signIn(page, "responder", `/actions?incident=${key}&add=1`);
  const form = page.getByRole("region", { name: "Add an action item" });
  await awake(form.getByLabel("Priority"));
  await expect(form.getByText(/^By the policy: P0 on /)).toBeVisible();
  await replaceText(form.getByLabel("Title"), "Alert on pool saturation within 5 minutes");
  await form.getByLabel("Priority").selectOption("P1");

  const hint = form.getByText(/^Left empty, it is due on /);
  const [, day = ""] = /due on (\d+ \w+ \d{4}):/.exec((await hint.textContent()) ?? "") ?? [];
  expect(day).not.toBe("");
  await form.getByRole("button", { name: "Add action item" }).click();

  await expect(form).toBeHidden();
  await expect(
    page.locator("article").filter({ hasText: "Alert on pool saturation" }),
  ).toContainText(day);
});

test.describe("the policy", () => {
  test("is changed by admins, a field at a time", async ({ page }) => {
    await signIn(page, "admin", "/actions/deadlines");
    const field = page.getByLabel("P3, SEV4: working days until it is done");
    await awake(field);
    await replaceText(field, "45");
    await page.getByRole("button", { name: "Save the policy" }).click();
    await expect(page.getByText(/^Changed by /)).toBeVisible();
    await page.reload();
    await expect(field).toHaveValue("45");

    await page.getByRole("button", { name: "Put the built-in days back" }).click();
    await expect(page.getByText("These are the built-in days.")).toBeVisible();
    await page.reload();
    await expect(field).toHaveValue("40");
  });

  test("is read by everybody else", async ({ page }) => {
    await signIn(page, "responder", "/actions/deadlines");
    await expect(page.getByRole("heading", { name: "Deadlines", level: 1 })).toBeVisible();
    await expect(page.getByRole("region", { name: /until it is done/ }).first()).toContainText(
      "No limit",
    );
    await expect(page.getByRole("button", { name: "Save the policy" })).toHaveCount(0);
  });
});
