import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { awake, importCopy, signIn } from "./support";
import { expect, test } from "./test";

const LOAD = "Insufficient load testing";
const ALERT = "Connection pool monitoring alert";
const ALERTING = "Add connection pool utilization alerting";

const causesOf = (key: string) => `/incidents/${key}/postmortem/causes`;
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const matrix = (page: Page) =>
  page.getByRole("table", { name: "Which action answers which factor" });
const row = (page: Page, factor: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: factor }) });
const factors = (page: Page) =>
  page.getByRole("list", { name: "Contributing factors" }).getByRole("listitem");
const box = (within: Locator, title: string) =>
  within.getByRole("checkbox", { name: new RegExp(title) });

async function open(page: Page, key: string, who: "responder" | "viewer" = "responder") {
  await signIn(page, who, causesOf(key));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Causes and actions");
}

const exportOf = async (page: Page, key: string) =>
  (await page.request.get(`/incidents/${key}/export`)).json();

/** What a person does about factors and their actions, the same with scripts and without. */
async function answerFactors(page: Page): Promise<void> {
  const load = row(page, LOAD);
  await expect(load).toContainText("Gap: no action answers this");
  await expect(region(page, "Factors and actions")).toContainText("1 gap");
  await expect(row(page, ALERT)).toContainText("Proposed, being of type detection");
  await expect(box(row(page, ALERT), ALERTING)).toBeChecked();

  await box(load, "Load test ORM").check();
  await load.getByRole("button", { name: "Link ticked" }).click();
  await expect(load).toContainText(/Linked by .+UTC/);
  await expect(region(page, "Factors and actions")).toContainText("Every factor is answered");

  const alert = row(page, ALERT);
  await alert.getByRole("button", { name: "None answers it" }).click();
  await expect(alert).toContainText(/Gap: no action answers this, as .+ said/);
  await expect(box(alert, ALERTING)).not.toBeChecked();
  await alert.getByRole("button", { name: "Back to proposal" }).click();
  await expect(alert).toContainText("Proposed, being of type detection");
  await expect(box(alert, ALERTING)).toBeChecked();
}

/** What a person does about the list of factors. */
async function editFactors(page: Page, key: string): Promise<void> {
  const list = region(page, "Contributing factors");
  await list.getByLabel("Another factor").fill("Nobody knew the pool's size");
  await list.getByRole("button", { name: "Add factor" }).click();
  await expect(factors(page)).toHaveCount(5);
  await expect(factors(page).last()).toContainText("proposed by its words");

  const last = factors(page).last();
  await last.locator("summary").click();
  await last.getByLabel("Category").selectOption("Human");
  await last.getByRole("button", { name: "Save category" }).click();
  await expect(last).toContainText(/human.*chosen by .+UTC/);

  if (!(await last.getByLabel("Its words").isVisible())) await last.locator("summary").click();
  await last.getByLabel("Its words").fill("The size of the pool was known to nobody");
  await last.getByRole("button", { name: "Save words" }).click();
  await expect(last).toContainText("known to nobody");
  await expect(last).toContainText(/human.*chosen by/);

  await last.getByRole("button", { name: /^Move up/ }).click();
  await expect(factors(page).nth(3)).toContainText("known to nobody");
  const exported = await exportOf(page, key);
  expect(exported.resolution.contributing_factors[3]).toBe(
    "The size of the pool was known to nobody",
  );

  const moved = factors(page).nth(3);
  await moved.locator("summary").click();
  await moved.getByRole("button", { name: "Remove factor" }).click();
  await expect(factors(page)).toHaveCount(4);
}

async function askWhy(page: Page): Promise<void> {
  const whys = region(page, "Five whys");
  await whys.locator("summary").filter({ hasText: "Ask why" }).click();
  await whys.getByLabel("What went wrong").fill("Payments failed");
  await whys.getByLabel("Why?", { exact: true }).fill("No free connection");
  await whys.getByRole("button", { name: "Begin a chain" }).click();

  const chain = whys.getByRole("list", { name: "Chains of whys" }).locator("> li");
  await expect(chain.getByLabel("What went wrong")).toHaveValue("Payments failed");
  await chain.getByLabel("And why that? (2 of 7)").fill("The pool was never sized");
  await chain.getByRole("button", { name: "Save whys" }).click();
  await expect(chain.getByLabel("And why that? (3 of 7)")).toHaveValue("");
  await chain.getByRole("button", { name: "Make “The pool was never sized” a factor" }).click();
  await expect(factors(page).last()).toContainText("The pool was never sized");
  await expect(chain).toContainText("The last answer is a contributing factor.");
  await chain.getByRole("button", { name: "Insert into the postmortem" }).click();
  await expect(chain).toContainText("Nobody has begun this postmortem yet.");
  await chain.getByRole("button", { name: "Remove chain" }).click();
  await expect(chain).toHaveCount(0);
}

test.describe("causes and actions", () => {
  test("are linked, and a gap is filled from a dialog with advice", async ({ page }) => {
    const key = importCopy();
    await open(page, key);
    await awake(row(page, LOAD).getByRole("link", { name: /Add an action/ }));
    await answerFactors(page);

    const load = row(page, LOAD);
    await load.getByRole("button", { name: "None answers it" }).click();
    await load.getByRole("link", { name: /Add an action/ }).click();
    const dialog = page.getByRole("dialog", { name: "Create an action" });
    await expect(dialog.getByLabel("Type")).toHaveValue("mitigation");
    await expect(dialog.getByText("Quality 10 of 100")).toBeVisible();
    await dialog.getByLabel("Title").fill("Limit the pool to 40 connections within a week");
    await expect(dialog.getByText("Quality 50 of 100")).toBeVisible();
    await expect(dialog.getByText("Name an owner.")).toBeVisible();
    await dialog.getByLabel("Owner").fill("Grace");
    await expect(dialog.getByText("Quality 70 of 100")).toBeVisible();
    await dialog.getByRole("button", { name: "Create action" }).click();
    await expect(dialog).toBeHidden();
    await expect(box(load, "Limit the pool")).toBeChecked();
    const { action_items: items } = await exportOf(page, key);
    expect(items.at(-1)).toMatchObject({ type: "mitigation", owner: "Grace" });
  });

  test("are edited as a list, which an export has", async ({ page }) => {
    const key = importCopy();
    await open(page, key);
    await awake(
      factors(page)
        .first()
        .getByRole("button", { name: /^Move up/ }),
    );
    await editFactors(page, key);
  });

  test("are asked for why after why", async ({ page }) => {
    await open(page, importCopy());
    const whys = region(page, "Five whys");
    await whys.locator("summary").filter({ hasText: "Ask why" }).click();
    await awake(whys.getByLabel("What went wrong"));
    await whys.getByLabel("Why?", { exact: true }).fill("One");
    await expect(whys.getByLabel("And why that? (2 of 7)")).toBeVisible();
    await whys.locator("summary").filter({ hasText: "Ask why" }).click();
    await askWhy(page);
  });

  test("are within reach of the keyboard, which keeps its place", async ({ page }) => {
    await open(page, importCopy());
    const up = factors(page)
      .nth(1)
      .getByRole("button", { name: /^Move up/ });
    await awake(up);
    await up.focus();
    await page.keyboard.press("Enter");
    await expect(factors(page).first()).toContainText(ALERT);
    const first = factors(page).first();
    await expect(first.getByRole("button", { name: /^Move up/ })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(factors(page).nth(1)).toContainText(ALERT);
    const second = factors(page).nth(1);
    await expect(second.getByRole("button", { name: /^Move down/ })).toBeFocused();

    const load = row(page, LOAD);
    await box(load, "Load test ORM").focus();
    await page.keyboard.press("Space");
    await load.getByRole("button", { name: "Link ticked" }).focus();
    await page.keyboard.press("Enter");
    await expect(load).toContainText("Linked by");
    await expect(load.getByRole("button", { name: "Save links" })).toBeFocused();
  });

  test("say who was faster, and keep what was ticked", async ({ page, browser }) => {
    const key = importCopy();
    await open(page, key);
    const other = await browser.newContext();
    const theirs = await other.newPage();
    await signIn(theirs, "admin", causesOf(key));
    await awake(row(page, LOAD).getByRole("link", { name: /Add an action/ }));

    const mine = row(page, LOAD);
    await box(mine, "Load test ORM").check();
    const down = factors(theirs)
      .first()
      .getByRole("button", { name: /^Move down/ });
    await awake(down);
    await down.click();
    await expect(factors(page).first()).toContainText(ALERT);
    await expect(box(mine, "Load test ORM")).toBeChecked();
    await expect(box(row(page, ALERT), "Load test ORM")).not.toBeChecked();
    await row(theirs, LOAD).getByRole("button", { name: "None answers it" }).click();
    await expect(row(theirs, LOAD)).toContainText("said");
    await mine.getByRole("button", { name: "Link ticked" }).click();
    await expect(mine.getByRole("alert")).toContainText("Someone else was faster.");
    await expect(box(mine, "Load test ORM")).toBeChecked();
    await mine.getByRole("button", { name: /^(Link ticked|Save links)$/ }).click();
    await expect(mine).toContainText("Linked by");
    await expect(box(row(theirs, LOAD), "Load test ORM")).toBeChecked();
    await other.close();
  });

  test("are only read by viewers", async ({ page }) => {
    await open(page, importCopy(), "viewer");
    await expect(matrix(page)).toContainText("Gap: no action answers this");
    await expect(page.getByRole("main").getByRole("checkbox")).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  });
});

test.describe("causes without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("are linked, edited and asked for", async ({ page }) => {
    const key = importCopy();
    await open(page, key);
    await answerFactors(page);
    await editFactors(page, key);
    await askWhy(page);
  });

  test("get an action from a form that expects its type", async ({ page }) => {
    const key = importCopy();
    await open(page, key);
    await row(page, LOAD).getByRole("button", { name: "None answers it" }).click();
    await row(page, LOAD)
      .getByRole("link", { name: /Add an action/ })
      .click();
    const form = page.locator("#add-action");
    await expect(form.getByLabel("Type")).toHaveValue("mitigation");
    await form.getByLabel("Title").fill("Limit the pool");
    await form.getByRole("button", { name: "Create action" }).click();
    await expect(box(row(page, LOAD), "Limit the pool")).toBeChecked();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [360, 1280]) {
    test.describe(`causes, ${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test("fit the screen and everyone", async ({ page }) => {
        await open(page, importCopy());
        await row(page, LOAD)
          .getByRole("link", { name: /Add an action/ })
          .click();
        const dialog = page.getByRole("dialog");
        await expect(dialog).toBeVisible();
        expect(
          (await new AxeBuilder({ page }).include("[role=dialog]").analyze()).violations,
        ).toEqual([]);
        await page.keyboard.press("Escape");
        await expect(dialog).toBeHidden();

        const whys = region(page, "Five whys");
        await whys.locator("summary").filter({ hasText: "Ask why" }).click();
        await whys.getByLabel("What went wrong").fill("Payments failed");
        const answer = "No connection to the database was free for as long as it lasted";
        await whys.getByLabel("Why?", { exact: true }).fill(answer);
        await whys.getByRole("button", { name: "Begin a chain" }).click();
        const chain = whys.getByRole("list", { name: "Chains of whys" });
        await expect(chain.getByRole("button", { name: /^Make/ })).toBeVisible();
        expect(await chain.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);

        await page.evaluate(() => {
          for (const details of document.querySelectorAll("main details"))
            details.setAttribute("open", "");
        });
        expect((await new AxeBuilder({ page }).include("main").analyze()).violations).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
        if (width > 600) return;
        const load = row(page, LOAD);
        await expect(load.getByText(ALERTING)).toBeVisible();
        const inner = await matrix(page).evaluate((table) => table.scrollWidth - innerWidth);
        expect(inner).toBeLessThanOrEqual(0);
      });
    });
  }
}
