import type { Page } from "@playwright/test";
import { importCopy, replaceText, signIn } from "./support";
import { expect, test } from "./test";

let made = 0;

/** A name that no other test has. */
function newName(word: string): string {
  made += 1;
  return `${word} ${process.pid} ${Date.now()} ${made}`;
}

async function addTeam(page: Page, name: string, zone = "Europe/Berlin") {
  await page.goto("/teams");
  await replaceText(page.getByRole("textbox", { name: "Name" }), name);
  await replaceText(page.getByLabel("Time zone"), zone);
  await page.getByRole("button", { name: "Add team" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

async function addPart(page: Page, field: RegExp, button: string, text: string) {
  await replaceText(page.getByLabel(field), text);
  await page.getByRole("button", { name: button }).click();
}

const members = (page: Page) => page.getByRole("region", { name: "Members" });
const services = (page: Page) => page.getByRole("region", { name: "Services" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a team" : "a team, without scripts", () => {
    test.use({ javaScriptEnabled });

    test("is made, gets people and a service, and has their items on its board", async ({
      page,
    }) => {
      const [team, person, service] = [newName("Crew"), newName("Kim"), newName("svc")];
      importCopy((record) => {
        record.incident.service = service;
        record.action_items = [{ title: `Calm ${service}`, status: "open" }];
      });
      await signIn(page, "admin", "/teams");
      await addTeam(page, team);
      await expect(page.getByText("Monday to Friday, in Europe/Berlin.")).toBeVisible();

      await addPart(page, /^Add to /, "Add member", person);
      await expect(members(page).getByRole("link", { name: person })).toBeVisible();
      await addPart(page, /^Service of /, "Add service", service.toUpperCase());
      await expect(services(page).getByText(service, { exact: true }).first()).toBeVisible();

      await page.getByLabel("Lead", { exact: true }).selectOption(person);
      await page.getByLabel("Friday").uncheck();
      await page.getByRole("button", { name: "Save team" }).click();
      await expect(page.getByText(`Led by ${person}. Monday to Thursday`)).toBeVisible();

      await page.getByRole("link", { name: `1 open action items of ${team}` }).click();
      await expect(
        page.getByText(`Calm ${service}`).filter({ visible: true }).first(),
      ).toBeVisible();
      await page.goto("/people");
      await expect(page.getByRole("row", { name: person }).getByText(team)).toBeVisible();
    });

    test("keeps what was typed where it is refused", async ({ page }) => {
      const name = newName("Refused");
      await signIn(page, "admin", "/teams");
      await replaceText(page.getByRole("textbox", { name: "Name" }), name);
      await replaceText(page.getByLabel("Time zone"), "Berlin");
      await page.getByLabel("Sunday").check();
      await page.getByRole("button", { name: "Add team" }).click();
      await expect(page.getByText("“Berlin” is not a time zone")).toBeVisible();
      await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(name);
      await expect(page.getByLabel("Sunday")).toBeChecked();
    });

    test("is removed, and leaves its people and services", async ({ page }) => {
      const [team, person] = [newName("Brief"), newName("Lee")];
      await signIn(page, "admin", "/teams");
      await addTeam(page, team);
      await addPart(page, /^Add to /, "Add member", person);
      await expect(members(page).getByRole("link", { name: person })).toBeVisible();
      await page.getByText("Remove this team").click();
      await page.getByRole("button", { name: `Remove ${team}` }).click();
      await expect(page).toHaveURL("/teams");
      await expect(page.getByRole("link", { name: team })).toHaveCount(0);
      await page.goto("/people");
      await expect(page.getByRole("row", { name: person })).toBeVisible();
    });
  });
}

test("two people who change a team at once do not undo each other", async ({ page, browser }) => {
  const [team, first, second] = [newName("Both"), newName("First"), newName("Second")];
  await signIn(page, "admin", "/teams");
  await addTeam(page, team);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "admin", new URL(page.url()).pathname);
  await replaceText(other.getByRole("textbox", { name: "Name" }), second);

  await replaceText(page.getByRole("textbox", { name: "Name" }), first);
  await page.getByRole("button", { name: "Save team" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(first);
  await other.getByRole("button", { name: "Save team" }).click();
  await expect(other.getByText(`Someone changed ${first} while you wrote.`)).toBeVisible();
  await expect(other.getByRole("textbox", { name: "Name" })).toHaveValue(second);

  await other.getByRole("button", { name: "Save team" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(second);
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(second);
  await other.context().close();
});

test("a viewer sees teams and changes nothing", async ({ page }) => {
  await signIn(page, "viewer", "/teams");
  await page.getByRole("main").getByRole("link", { name: "Payments", exact: true }).click();
  await expect(page.getByText("Led by Tomas Herrera.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Remove|Add|Save/ })).toHaveCount(0);
  await expect(page.getByText("checkout", { exact: true })).toBeVisible();
});

test("fits a narrow screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, "admin", "/teams/payments");
  await expect(members(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.goto("/teams");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
