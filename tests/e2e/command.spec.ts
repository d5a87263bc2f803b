import type { Page } from "@playwright/test";
import { awake, importCopy, signIn } from "./support";
import { expect, test } from "./test";

let made = 0;

/** A word that only one test uses. */
const unique = (word: string) => `${word}-${process.pid}-${(made += 1)}`;

const about = (page: Page) => page.getByRole("complementary", { name: "About this incident" });
const steps = (page: Page) => page.getByRole("list", { name: "Status" });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const exportOf = async (page: Page, key: string) =>
  (await page.request.get(`/incidents/${key}/export`)).json();

async function declare(page: Page, title: string, fields: Record<string, string> = {}) {
  await page.goto("/incidents/new");
  await page.getByLabel("Title").fill(title);
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
  await page.getByRole("button", { name: /^Declare (SEV\d )?incident$/ }).click();
}

const keyOf = (page: Page) => /INC-[\w-]+/.exec(page.url())?.[0] ?? "";

test.describe("declaring", () => {
  test("is one press away on every page, also on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signIn(page, "responder", "/people");
    await page.getByRole("banner").getByRole("link", { name: "Declare", exact: true }).click();
    await expect(page).toHaveURL("/incidents/new");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test("is not offered to those who may only read", async ({ page }) => {
    await signIn(page, "viewer", "/people");
    await expect(heading(page)).toBeVisible();
    await expect(page.getByRole("link", { name: "Declare", exact: true })).toHaveCount(0);
  });

  test("begins with what the address fills in", async ({ page }) => {
    await signIn(page, "responder");
    await page.goto("/incidents/new?title=Cards+are+refused&severity=SEV2&service=cards-none");
    await expect(page.getByLabel("Title")).toHaveValue("Cards are refused");
    await expect(page.getByLabel("Service", { exact: true })).toHaveValue("cards-none");
    await expect(page.getByRole("button", { name: "Declare SEV2 incident" })).toBeVisible();
  });

  test("computes a severity beside the chosen one and asks why they differ", async ({ page }) => {
    await signIn(page, "responder", "/incidents/new");
    await page.getByLabel("Title").fill(unique("Computed"));
    await page.getByText("What do you know of the impact?").click();
    await page.getByLabel("Security breach").selectOption("Yes");

    await expect(page.getByText("The answers speak for SEV1")).toBeVisible();
    await expect(page.getByText("You chose SEV3.")).toBeVisible();
    await page.getByRole("radio", { name: /SEV2/ }).check();
    await page.getByLabel("Why is it SEV2?").fill("Nothing has leaked so far.");
    await page.getByRole("button", { name: "Declare SEV2 incident" }).click();

    await expect(page).toHaveURL(/declared=1/);
    await about(page).getByText("History of the severity (1)").click();
    await expect(about(page).getByText("“Nothing has leaked so far.”")).toBeVisible();
    await expect(about(page).getByText(/Computed then: SEV1/)).toBeVisible();
  });

  test("hints at open incidents on the same service while one types", async ({ page }) => {
    const [service, first] = [unique("payments"), unique("First")];
    await signIn(page, "responder");
    await declare(page, first, { Service: service });
    await expect(page).toHaveURL(/declared=1/);

    await page.goto("/incidents/new");
    await page.getByLabel("Title").fill(unique("Second"));
    await page.getByLabel("Service", { exact: true }).fill(service);
    const hint = page.getByRole("status").filter({ hasText: `1 incident is open on ${service}.` });
    await expect(hint.getByRole("link", { name: first })).toBeVisible();
    await page.getByRole("button", { name: "Declare SEV3 incident" }).click();
    await expect(page).toHaveURL(/declared=1/);
  });

  test("in private shows it to its people alone, and a drill says so", async ({ page }) => {
    const title = unique("Hushed");
    await signIn(page, "responder", "/incidents/new");
    await page.getByLabel("Title").fill(title);
    await page.getByRole("checkbox", { name: /This is a drill/ }).check();
    await page.getByRole("checkbox", { name: /Private/ }).check();
    await page.getByRole("button", { name: "Declare SEV3 incident" }).click();
    await expect(page).toHaveURL(/declared=1/);
    const path = `/incidents/${keyOf(page)}`;
    for (const flag of ["Drill", "Private"])
      await expect(page.locator("main header").getByText(flag, { exact: true })).toBeVisible();

    await page.goto("/incidents");
    const row = page.getByRole("row").filter({ hasText: title });
    await expect(row.getByText("Drill", { exact: true })).toBeVisible();
    await expect(row.getByText("Private", { exact: true })).toBeVisible();

    await page.context().clearCookies();
    await signIn(page, "viewer");
    await expect(page.getByText(title)).toHaveCount(0);
    expect((await page.goto(path))?.status()).toBe(404);
  });
});

test.describe("declaring without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("comes back once with each question", async ({ page }) => {
    const [service, first, second] = [unique("orders"), unique("First"), unique("Second")];
    await signIn(page, "responder");
    await declare(page, first, { Service: service });
    await expect(heading(page)).toHaveText(first);

    await page.goto("/incidents/new");
    await page.getByLabel("Title").fill(second);
    await page.getByLabel("Service", { exact: true }).fill(service);
    await page.getByText("What do you know of the impact?").click();
    await page.getByLabel("Security breach").selectOption("Yes");
    await page.getByRole("button", { name: "Declare incident" }).click();

    await expect(page.getByRole("alert")).toContainText(
      `1 incident is open on ${service}. Declare anyway?`,
    );
    await expect(page.getByRole("link", { name: first }).first()).toBeVisible();
    await expect(page.getByText("The answers speak for SEV1")).toBeVisible();
    await page.getByLabel("Why is it SEV3?").fill("Only a test key was lost.");
    await page.getByRole("button", { name: "Declare incident" }).click();

    await expect(heading(page)).toHaveText(second);
    expect((await exportOf(page, keyOf(page))).impact).toEqual({ security_breach: true });
  });
});

test.describe("the severity", () => {
  test("is changed with V, a choice and a line of why", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    const choice = about(page).getByRole("group", { name: "New severity" });
    await awake(page.locator("main summary").first());
    await page.keyboard.press("v");
    await expect(choice.getByRole("radio", { name: /SEV1/ })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await about(page).getByLabel("Why", { exact: true }).fill("It was over within the hour.");
    await page.keyboard.press("Enter");

    await expect(page.locator("main header").getByText("SEV3")).toBeVisible();
    await about(page).getByText("History of the severity (2)").click();
    await expect(about(page).getByText("“It was over within the hour.”")).toBeVisible();
    expect((await exportOf(page, key)).events.at(-1)).toMatchObject({
      type: "severity_change",
      metadata: { severity: "SEV3", severity_before: "SEV1" },
    });
  });

  test("of an imported incident is explained once", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    await about(page)
      .getByLabel("Why is it SEV1, and not the computed SEV2?")
      .fill("Money was lost.");
    await about(page).getByRole("button", { name: "Say why" }).click();

    await expect(about(page).getByRole("button", { name: "Say why" })).toHaveCount(0);
    await about(page).getByText("History of the severity (2)").click();
    await expect(about(page).getByText("“Money was lost.”")).toBeVisible();
  });

  test("with other answers is shown at once and changes only when they are applied", async ({
    page,
  }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    await about(page).getByText("What if the answers were others?").click();
    const made = about(page).getByRole("region", { name: "What the answers make" });
    await about(page).getByLabel("Users affected, in %").fill("80");
    await expect(made).toContainText("They speak for SEV1");
    await expect(made).toContainText("instead of 0.707");
    await expect(made).toContainText("Time to mitigate 1 h 10 minMissed");
    expect((await exportOf(page, key)).impact.affected_users_percentage).toBe(45);

    await about(page).getByRole("button", { name: "Apply the answers" }).click();
    await expect(about(page).getByText("Both agree").last()).toBeVisible();
    const { impact, events } = await exportOf(page, key);
    expect(impact.affected_users_percentage).toBe(80);
    expect(events.at(-1)).toMatchObject({ type: "impact_change" });
  });
});

test.describe("what-if without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("answers with the result and saves nothing", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    await about(page).getByText("What if the answers were others?").click();
    await about(page).getByLabel("Users affected, in %").fill("80");
    await about(page).getByRole("button", { name: "Show what they make" }).click();

    const made = about(page).getByRole("region", { name: "What the answers make" });
    await expect(made).toContainText("They speak for SEV1");
    await expect(about(page).getByLabel("Users affected, in %")).toHaveValue("80");
    expect((await exportOf(page, key)).impact.affected_users_percentage).toBe(45);

    await about(page).getByRole("button", { name: "Apply the answers" }).click();
    await expect(about(page).getByText("80 %").first()).toBeVisible();
    expect((await exportOf(page, key)).impact.affected_users_percentage).toBe(80);
  });

  test("the title and the status change in a form each", async ({ page }) => {
    const key = importCopy((record) => {
      record.incident.status = "investigating";
      delete record.incident.resolved_at;
    });
    const title = unique("Renamed");
    await signIn(page, "responder", `/incidents/${key}`);
    await page.getByText("Edit title").click();
    await page.getByLabel("Title", { exact: true }).fill(title);
    await page.getByRole("button", { name: "Save title" }).click();
    await expect(heading(page)).toHaveText(title);

    await steps(page).getByRole("button", { name: "Monitoring" }).click();
    await expect(steps(page).locator("[aria-current=step]")).toHaveText(/Monitoring/);
  });
});

test.describe("the title", () => {
  test("is saved with Enter and left as it was with Esc", async ({ page }) => {
    const key = importCopy();
    const title = unique("By hand");
    await signIn(page, "responder", `/incidents/${key}`);
    const field = page.getByLabel("Title", { exact: true });
    await awake(page.locator("main summary").first());
    await page.getByText("Edit title").click();
    await field.fill("Not this");
    await page.keyboard.press("Escape");
    await expect(field).toBeHidden();
    await expect(heading(page)).toHaveText("Payment Service Degradation");

    await page.getByText("Edit title").click();
    await field.fill(title);
    await page.keyboard.press("Enter");
    await expect(heading(page)).toHaveText(title);
  });

  test("written by two people at once is kept for both until they choose", async ({
    browser,
    page,
  }) => {
    const key = importCopy();
    const [theirs, mine] = [unique("Theirs"), unique("Mine")];
    await signIn(page, "responder", `/incidents/${key}`);
    await awake(page.locator("main summary").first());
    await page.getByText("Edit title").click();
    await page.getByLabel("Title", { exact: true }).fill(mine);

    const other = await (await browser.newContext()).newPage();
    await signIn(other, "admin", `/incidents/${key}`);
    await awake(other.locator("main summary").first());
    await other.getByText("Edit title").click();
    await other.getByLabel("Title", { exact: true }).fill(theirs);
    await other.keyboard.press("Enter");
    await expect(heading(other)).toHaveText(theirs);
    await other.context().close();

    await page.getByRole("button", { name: "Save title" }).click();
    await expect(page.getByRole("alert").first()).toContainText(
      `Title now says “${theirs}”, you wrote “${mine}”.`,
    );
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue(mine);
    await page.getByRole("button", { name: "Save title" }).click();
    await expect(heading(page)).toHaveText(mine);
  });
});

test.describe("the status", () => {
  test("moves on with one press, or with S and Enter", async ({ page }) => {
    await signIn(page, "responder");
    await declare(page, unique("Stepping"));
    await expect(page).toHaveURL(/declared=1/);
    await page.goto(`/incidents/${keyOf(page)}`);
    await steps(page).getByRole("button", { name: "Identified" }).click();
    await expect(steps(page).locator("[aria-current=step]")).toHaveText(/Identified/);

    await page.locator("h1").click();
    await page.keyboard.press("s");
    await expect(steps(page).getByRole("button", { name: "Monitoring" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(steps(page).locator("[aria-current=step]")).toHaveText(/Monitoring/);
  });

  test("asks for words before the end, and warns of what is left undone", async ({ page }) => {
    await signIn(page, "responder");
    await declare(page, unique("Ending"));
    await expect(page).toHaveURL(/declared=1/);
    await page.goto(`/incidents/${keyOf(page)}`);
    await steps(page).getByRole("link", { name: "Resolved" }).click();
    await expect(page.getByLabel("How it ended")).toBeVisible();
    await expect(page.getByRole("list", { name: "Before you resolve it" })).toContainText(
      "The timeline has no mitigation",
    );
  });
});

test.describe("facts", () => {
  test("of services and resolution change only themselves", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    const before = await exportOf(page, key);
    await about(page).getByText("Change the services").click();
    await about(page).getByLabel("Also affected").fill("checkout\nbilling");
    await about(page).getByRole("button", { name: "Save" }).click();
    await expect(about(page).getByRole("list", { name: "Named as affected" })).toContainText(
      "billing",
    );

    const resolution = page.getByRole("region", { name: "Resolution" });
    await resolution.getByText("Change the resolution").click();
    await resolution.getByLabel("Root cause").fill("The pool was too small.");
    await resolution.getByRole("button", { name: "Save" }).click();
    await expect(resolution.getByText("The pool was too small.").first()).toBeVisible();

    const { events, ...after } = await exportOf(page, key);
    expect(events.slice(0, before.events.length)).toEqual(before.events);
    expect(after).toEqual({
      ...before,
      events: undefined,
      incident: { ...before.incident, affected_services: ["checkout", "billing"] },
      resolution: { ...before.resolution, root_cause: "The pool was too small." },
    });
  });
});
