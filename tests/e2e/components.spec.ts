import type { Page } from "@playwright/test";
import { replaceText, signIn } from "./support";
import { expect, test } from "./test";

let made = 0;

/** A name that no other test has. */
function newName(word: string): string {
  made += 1;
  return `${word} ${process.pid} ${Date.now()} ${made}`;
}

const card = (page: Page, name: string) => page.getByRole("region", { name });

async function addComponent(page: Page, name: string, group?: string) {
  await page.goto("/components");
  const form = card(page, "Add a component");
  await replaceText(form.getByLabel("Name"), name);
  if (group) await form.getByLabel("Group").selectOption(group);
  await form.getByRole("button", { name: "Add component" }).click();
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
}

async function openHistory(page: Page, name: string) {
  await page.goto("/components");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

async function archive(page: Page, name: string) {
  await page.goto("/components");
  await page.getByRole("button", { name: `Archive ${name}` }).click();
  await expect(page.getByRole("button", { name: `Restore ${name}` })).toBeVisible();
}

/** What outsiders are told of a component at this moment; nothing for one that is not there. */
async function told(page: Page, name: string) {
  const answer = await page.request.get("/status/api/v2/components.json");
  const { components } = await answer.json();
  return components.find((component: { name: string }) => component.name === name);
}

const toldSoon = (page: Page, name: string) =>
  expect.poll(() => told(page, name), { timeout: 60_000 });

const history = (page: Page) => page.getByRole("region", { name: "History" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a component" : "a component, without scripts", () => {
    test.use({ javaScriptEnabled });

    test("stands in a group, moves, changes and leaves, and readers follow", async ({ page }) => {
      const [group, first, second] = [newName("Region"), newName("Cards"), newName("Wallets")];
      await signIn(page, "admin", "/components");
      const groups = card(page, "Add a group");
      await replaceText(groups.getByLabel("Name"), group);
      await groups.getByRole("button", { name: "Add group" }).click();
      await expect(page.getByRole("heading", { level: 3, name: group })).toBeVisible();
      await addComponent(page, first, group);
      await addComponent(page, second, group);
      await toldSoon(page, group).toMatchObject({ group: true, components: { length: 2 } });
      expect(await told(page, second)).toMatchObject({ position: 2, showcase: true });

      await page.getByRole("button", { name: `Move ${second} up` }).click();
      const members = page.getByRole("list", { name: group, exact: true });
      await expect(members.getByRole("heading", { level: 4 }).first()).toHaveText(second);
      await toldSoon(page, second).toMatchObject({ position: 1 });

      const row = members.getByRole("listitem").filter({ hasText: first });
      await row.locator("summary").click();
      await replaceText(row.getByLabel("Description"), "For everyday payments");
      await row.getByLabel("Show its uptime").uncheck();
      await row.getByLabel("Show it only while something is wrong with it").check();
      await row.getByRole("button", { name: `Save ${first}` }).click();
      await expect(members.getByText("For everyday payments")).toBeVisible();
      await toldSoon(page, first).toMatchObject({
        description: "For everyday payments",
        showcase: false,
        only_show_if_degraded: true,
      });

      await page.getByRole("button", { name: `Archive ${group}` }).click();
      await expect(page.getByText(`${group} still holds 2 components.`)).toBeVisible();
      for (const name of [first, second, group]) await archive(page, name);
      await toldSoon(page, group).toBeUndefined();
    });

    test("has a history that can be set, corrected, added to and withdrawn from", async ({
      page,
    }) => {
      const name = newName("Wallet");
      await signIn(page, "admin", "/components");
      await addComponent(page, name);
      await openHistory(page, name);
      const set = card(page, "Set its state without an incident");
      await set.getByLabel("State").selectOption("Major outage");
      await set.getByRole("button", { name: "Set state" }).click();
      await expect(history(page).getByRole("listitem")).toContainText(["Major outage"]);
      await toldSoon(page, name).toMatchObject({ status: "major_outage" });

      await history(page)
        .getByRole("link", { name: /^Correct/ })
        .click();
      const correction = page.getByRole("region", { name: "Correct this state" });
      await correction.getByLabel("State").selectOption("Partial outage");
      await correction.getByLabel("Why").fill("Half of the cards worked");
      await correction.getByRole("button", { name: "See what it changes" }).click();
      await expect(correction.getByRole("alert")).toContainText(
        "Its present state: major outage before, partial outage after. Nothing is changed yet.",
      );
      expect(await told(page, name)).toMatchObject({ status: "major_outage" });
      await correction.getByRole("button", { name: "Save the correction" }).click();
      await expect(history(page).getByRole("listitem")).toContainText(["Corrected"]);
      await toldSoon(page, name).toMatchObject({ status: "partial_outage" });

      await history(page).locator("summary", { hasText: "Add a forgotten state" }).click();
      const added = history(page).locator("details");
      await added.getByLabel("State").selectOption("Degraded performance");
      await added.getByLabel("Since, in UTC").fill("2026-01-05T10:00:00");
      await added.getByLabel("Why").fill("It began slowly");
      await added.getByRole("button", { name: "See what it changes" }).click();
      await expect(added.getByRole("alert")).toContainText("Nothing is changed yet.");
      await added.getByRole("button", { name: "Add to the history" }).click();
      await expect(history(page).getByRole("listitem")).toHaveCount(2);

      await history(page)
        .getByRole("link", { name: /^Correct/ })
        .first()
        .click();
      const withdrawal = page.getByRole("region", { name: "Withdraw this state" });
      await withdrawal.getByLabel("Why").fill("The alarm was false");
      await withdrawal.getByRole("button", { name: "See what it changes" }).click();
      await withdrawal.getByRole("button", { name: "Withdraw this state" }).click();
      await expect(history(page).getByText(/Withdrawn .*: it does not count/)).toBeVisible();
      await toldSoon(page, name).toMatchObject({ status: "degraded_performance" });
      await archive(page, name);
    });
  });
}

test.describe("the page’s settings", () => {
  test("are changed by admins, read by others, and shown to readers", async ({ page }) => {
    const about = newName("All about the shop");
    await signIn(page, "admin", "/status-page");
    await replaceText(page.getByLabel("Time zone"), "Nowhere");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByText("is not a time zone such as")).toBeVisible();
    await replaceText(page.getByLabel("Time zone"), "Etc/UTC");
    await replaceText(page.getByLabel("About"), about);
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect
      .poll(async () => (await page.request.get("/status")).text(), { timeout: 60_000 })
      .toContain(about);

    await page.context().clearCookies();
    await signIn(page, "viewer", "/status-page");
    await expect(page.getByText(about)).toBeVisible();
    await expect(page.getByRole("button", { name: "Save settings" })).toBeHidden();
  });

  test("and states are for those who may: a viewer looks, a responder sets", async ({ page }) => {
    await signIn(page, "viewer", "/components");
    await page.getByRole("link", { name: "Search", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search");
    await expect(page.getByRole("button", { name: "Set state" })).toBeHidden();
    await expect(history(page).getByRole("link", { name: /^Correct/ })).toHaveCount(0);
    const here = page.url();
    await page.context().clearCookies();
    await signIn(page, "responder", new URL(here).pathname);
    await expect(page.getByRole("button", { name: "Set state" })).toBeVisible();
    await expect(history(page).getByRole("link", { name: /^Correct/ })).toHaveCount(0);
  });
});
