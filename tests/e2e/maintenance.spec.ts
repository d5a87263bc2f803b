import type { Locator, Page } from "@playwright/test";
import { awake, replaceText, signIn } from "./support";
import { expect, test } from "./test";

const HOUR = 3_600_000;
let made = 0;

/** A title that no other test has. */
const titleOf = (words: string) => `${words} ${process.pid}-${(made += 1)}`;

/** A moment as a clock in UTC shows it. */
const wall = (at: number) => new Date(at).toISOString().slice(0, 16);

/** A full hour on a day to come on which other tests plan nothing. */
const dayOfItsOwn = () =>
  (Math.floor(Date.now() / HOUR) + 24 * (40 + (process.pid % 300) * 7 + (made += 1))) * HOUR;

type Plan = { title: string; from: number; until: number; components?: Record<string, string> };

async function fill(page: Page, { title, from, until, components = {} }: Plan) {
  await replaceText(page.getByLabel("Title"), title);
  await replaceText(page.getByLabel("Announcement"), "We change disks. Payments may be slow.");
  await page.getByLabel("As clocks show it in").selectOption("UTC");
  await replaceText(page.getByLabel("Begins"), wall(from));
  await replaceText(page.getByLabel("Ends"), wall(until));
  for (const [name, state] of Object.entries(components)) {
    await page.getByLabel(name, { exact: true }).selectOption(state);
  }
}

/** Sends the plan, once more where other work at the same time was told of. */
async function schedule(page: Page, title: string) {
  const send = page.getByRole("button", { name: "Schedule maintenance" });
  const heading = page.getByRole("heading", { name: title, level: 1 });
  await send.click();
  const told = page.getByText("At the same time there is");
  await expect(heading.or(told).first()).toBeVisible();
  if (await told.isVisible()) await send.click();
  await expect(heading).toBeVisible();
}

/** What customers read at the address that the portal's page leads to. */
async function publicPage(page: Page): Promise<() => Promise<string>> {
  const link = page.getByRole("link", { name: "See what customers see" });
  const address = new URL((await link.getAttribute("href")) ?? "");
  return async () => (await page.request.get(address.pathname)).text();
}

const post = (page: Page): Locator => page.getByRole("region", { name: "Post an update" });

test("maintenance is announced, moved, told of and completed, and the public page follows", async ({
  page,
}) => {
  const title = titleOf("New disks");
  const day = dayOfItsOwn();
  await signIn(page, "responder", "/maintenance/new");
  await awake(page.getByRole("button", { name: "Schedule maintenance" }));
  await fill(page, {
    title,
    from: day,
    until: day + HOUR,
    components: { "Shop – Mobile app": "Under maintenance" },
  });
  await schedule(page, title);
  const facts = page.getByRole("region", { name: "Facts" });
  await expect(facts).toContainText("Scheduled");
  await expect(facts).toContainText("Mobile app (Under maintenance)");
  const shown = await publicPage(page);
  await expect.poll(shown).toContain("We change disks.");

  const plan = page.getByRole("region", { name: "The plan" });
  await plan.getByText("Change the plan").click();
  await plan.getByLabel("As clocks show it in").selectOption("UTC");
  await replaceText(plan.getByLabel("Ends"), wall(day + 2 * HOUR));
  await plan.getByRole("button", { name: "Save the plan" }).click();
  const told = page.getByRole("region", { name: "What customers were told" });
  await expect(told.getByText("This maintenance has been rescheduled.").first()).toBeVisible();

  await post(page).getByLabel("State").selectOption("In progress");
  await post(page).getByRole("button", { name: "Post update" }).click();
  await expect(page.getByText("Mobile app: Operational → Under maintenance")).toBeVisible();
  await expect.poll(shown).toContain("is in progress");

  await post(page).getByLabel("State").selectOption("Completed");
  await replaceText(post(page).getByLabel("Message"), "All disks are new.");
  await post(page).getByRole("button", { name: "Post update" }).click();
  await expect(page.getByText("Mobile app: Under maintenance → Operational")).toBeVisible();
  await expect(post(page)).toBeHidden();
  await expect.poll(shown).toContain("All disks are new.");
});

test("maintenance begins and ends by itself, at its time", async ({ page }) => {
  const title = titleOf("At once");
  await signIn(page, "responder", "/maintenance/new");
  await awake(page.getByRole("button", { name: "Schedule maintenance" }));
  const now = Date.now();
  await fill(page, { title, from: now - HOUR, until: now + 24 * HOUR });
  await schedule(page, title);
  const facts = page.getByRole("region", { name: "Facts" });
  await expect(facts.getByText("In progress")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("by Muster")).toBeVisible();
  await post(page).getByLabel("State").selectOption("Completed");
  await post(page).getByRole("button", { name: "Post update" }).click();
  await expect(facts.getByText("Completed")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("maintenance is announced although it overlaps, corrected and cancelled", async ({
    page,
  }) => {
    const day = dayOfItsOwn();
    await signIn(page, "responder", "/maintenance/new");
    const first = titleOf("First");
    await fill(page, { title: first, from: day, until: day + HOUR });
    await schedule(page, first);

    await page.goto("/maintenance/new");
    const title = titleOf("Second");
    await fill(page, { title, from: day, until: day + HOUR });
    await page.getByRole("button", { name: "Schedule maintenance" }).click();
    await expect(page.getByText(`At the same time there is “${first}”`)).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await page.getByRole("button", { name: "Schedule maintenance" }).click();
    await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: first })).toBeVisible();

    await page.getByText("Correct", { exact: true }).click();
    await page.getByLabel("Corrected text").fill("We change all disks.");
    await page.getByRole("button", { name: "Save correction" }).click();
    await expect(page.getByText("We change all disks.").first()).toBeVisible();

    await page.getByText("Cancel this maintenance").click();
    await page.getByLabel("Why").fill("The disks are late.");
    await page.getByRole("button", { name: "Cancel the maintenance" }).click();
    await expect(page.getByRole("region", { name: "Facts" })).toContainText("Cancelled");
    const shown = await publicPage(page);
    await expect.poll(shown).toContain("The disks are late.");
  });
});

test("a template fills in a plan, and a viewer may only read", async ({ page }) => {
  const name = titleOf("Monthly patches");
  await signIn(page, "responder", "/maintenance/templates");
  const form = page.getByRole("region", { name: "Add a template" });
  await awake(form.getByRole("button", { name: "Add template" }));
  await replaceText(form.getByLabel("Name"), name);
  await replaceText(form.getByLabel("Minutes that it takes"), "90");
  await replaceText(form.getByLabel("Title"), "Security updates");
  await replaceText(form.getByLabel("Announcement"), "We install updates.");
  await form.getByLabel("Shop – Search").check();
  await form.getByRole("button", { name: "Add template" }).click();
  await page.getByRole("link", { name: `Use ${name}` }).click();
  await page.waitForURL(/\/maintenance\/new\?template=/);
  await expect(page.getByLabel("Title")).toHaveValue("Security updates");
  await expect(page.getByLabel("Shop – Search")).toHaveValue("under_maintenance");

  await page.context().clearCookies();
  await signIn(page, "viewer", "/maintenance");
  await expect(page.getByRole("link", { name: "Database upgrade for sign-in" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Schedule maintenance" })).toBeHidden();
  await page.getByRole("link", { name: "Database upgrade for sign-in" }).click();
  await expect(page.getByRole("heading", { name: "What customers were told" })).toBeVisible();
  await expect(post(page)).toBeHidden();
});
