import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { join, linkOf, newAddress } from "./account-support";
import { mailAbout } from "./mails";
import { replaceText, signIn } from "./support";
import { expect, test } from "./test";

let made = 0;

/** A name that no other test has. */
function newName(word: string): string {
  made += 1;
  return `${word} ${process.pid} ${Date.now()} ${made}`;
}

/** Declares an incident that nobody leads yet: whoever takes it has acknowledged it. */
async function declare(page: Page, service: string): Promise<string> {
  await page.goto("/incidents/new");
  await page.getByLabel("Title").fill(newName("Nobody is there"));
  await page.getByLabel("Service", { exact: true }).fill(service);
  await page.getByLabel("Commander", { exact: true }).fill("");
  await page.getByRole("radio", { name: /SEV2/ }).check();
  await page.getByRole("button", { name: /^Declare (SEV\d )?incident$/ }).click();
  await expect(page).toHaveURL(/declared=1/);
  return /INC-[\w-]+/.exec(page.url())?.[0] ?? "";
}

/** A team that runs a service of its own, and whose one member is on call. */
async function makeTeam(page: Page, person: string): Promise<{ service: string; path: string }> {
  const [team, service] = [newName("Crew"), newName("svc")];
  await page.goto("/teams");
  await replaceText(page.getByRole("textbox", { name: "Name" }), team);
  await replaceText(page.getByLabel("Time zone"), "Europe/Berlin");
  await page.getByRole("button", { name: "Add team" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(team);
  await replaceText(page.getByLabel(/^Add to /), person);
  await page.getByRole("button", { name: "Add member" }).click();
  await expect(page.getByRole("region", { name: "Members" })).toContainText(person);
  await replaceText(page.getByLabel(/^Service of /), service);
  await page.getByRole("button", { name: "Add service" }).click();
  await expect(page.getByRole("region", { name: "Services" })).toContainText(service);
  return { service, path: new URL(page.url()).pathname };
}

async function makeAccount(page: Page, name: string): Promise<string> {
  const email = newAddress();
  await join(page, linkOf("add", email), name);
  return email;
}

const banner = (page: Page) => page.getByRole("region", { name: "Acknowledgement" });

async function expectNoViolations(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

test("whoever is on call is called by mail and acknowledges by its link, without signing in", async ({
  page,
  browser,
}) => {
  const person = newName("Kim");
  const called = await browser.newContext();
  const phone = await called.newPage();
  const email = await makeAccount(phone, person);
  await called.clearCookies();

  await signIn(page, "admin", "/teams");
  const { service } = await makeTeam(page, person);
  const onCall = page.getByRole("region", { name: "On call" });
  await expect(onCall).toContainText("The whole team is called at once.");
  await onCall.getByLabel("Place 1").selectOption(person);
  await page.getByRole("button", { name: "Save who is on call" }).click();
  await expect(onCall.getByRole("list", { name: "Called now" })).toContainText(person);
  await expectNoViolations(page);

  const key = await declare(page, service);
  await expect(banner(page)).toContainText("Nobody has acknowledged this incident.");
  await expect(banner(page)).toContainText(`Called: ${person}`);
  await expect(banner(page)).toContainText("the admins");
  await expectNoViolations(page);

  const mail = await mailAbout(email, new RegExp(key));
  const link = /\S+\/login\/acknowledge\?token=\S+/.exec(mail.text ?? "")?.[0] ?? "";
  await phone.goto(new URL(link).pathname + new URL(link).search);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText(key);
  await expectNoViolations(phone);
  await expect(banner(page)).toBeVisible();
  await phone.getByRole("button", { name: "Acknowledge" }).click();
  await expect(phone.getByText("You have acknowledged it.")).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole("button", { name: "Acknowledge" })).toHaveCount(0);

  await expect(banner(page)).toHaveCount(0);
  await expect(page.getByText(`Acknowledged by ${person}`)).toBeVisible();
  await called.close();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "an incident" : "an incident, without scripts", () => {
    test.use({ javaScriptEnabled });

    test("is acknowledged on its page by one press", async ({ page }) => {
      await signIn(page, "admin", "/teams");
      const { service } = await makeTeam(page, newName("Nobody"));
      await signIn(page, "responder");
      const key = await declare(page, service);
      await page.goto(`/incidents/${key}`);
      await expect(banner(page)).toContainText("Called:");
      await banner(page).getByRole("button", { name: "Acknowledge" }).click();
      await expect(banner(page)).toHaveCount(0);
      await expect(page.getByText(/^Acknowledged by /)).toBeVisible();
      await expect(page.getByText("acknowledged the incident and responds.").first()).toBeVisible();
    });

    test("has a person stand in for whoever is on call", async ({ page }) => {
      const person = newName("Lee");
      await signIn(page, "admin", "/teams");
      const { path } = await makeTeam(page, person);
      await signIn(page, "responder", path);
      await page.getByLabel("Stand in").selectOption(person);
      await page.getByLabel("For", { exact: true }).selectOption("8 h");
      await page.getByRole("button", { name: "Start standing in" }).click();
      await expect(page.getByText("stands in until")).toBeVisible();
      await page.getByRole("button", { name: "End standing in" }).click();
      await expect(page.getByText("stands in until")).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Save who is on call" })).toHaveCount(0);
    });
  });
}

test("the next call can be put off while others are to be called", async ({ page, browser }) => {
  const person = newName("Max");
  const other = await browser.newContext();
  await makeAccount(await other.newPage(), person);
  await other.close();
  await signIn(page, "admin", "/teams");
  const { service } = await makeTeam(page, person);
  await declare(page, service);
  await banner(page).getByRole("button", { name: "Wait 15 min longer" }).click();
  await expect(page.getByText("put the next call off by 15 minutes.").first()).toBeVisible();
  await expect(banner(page)).toBeVisible();
});

test("a viewer sees that nobody responds, and cannot say that they do", async ({ page }) => {
  await signIn(page, "responder");
  const key = await declare(page, newName("svc"));
  await signIn(page, "viewer", `/incidents/${key}`);
  await expect(banner(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Acknowledge" })).toHaveCount(0);
});
