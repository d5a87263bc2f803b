import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import type { IncidentRecord } from "@/lib/domain/record";
import { awake, copyOfSample, importCopy, importNow, replaceText, signIn } from "./support";
import { expect, test } from "./test";

const postmortem = (key: string) => `/incidents/${key}/postmortem`;
const textOf = (page: Page) => page.getByLabel("Text, in Markdown");
const start = (page: Page) => page.getByRole("button", { name: "Start writing" });
const take = (page: Page) =>
  page.getByRole("button", { name: "Take what is chosen into the text" }).click();

async function openMarkdown(page: Page, key: string): Promise<string> {
  await page.goto(`${postmortem(key)}?view=markdown`);
  return textOf(page).inputValue();
}

async function begin(page: Page, key: string, template: "Standard" | "Short") {
  await signIn(page, "responder", postmortem(key));
  await page.getByRole("radio", { name: template }).check();
  await start(page).click();
  await expect(start(page)).toHaveCount(0);
}

async function write(page: Page, key: string, from: string, to: string) {
  const text = await openMarkdown(page, key);
  await replaceText(textOf(page), text.replace(from, to));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved .* by /)).toBeVisible();
}

/** Imports a record again, with an action that answers the factor that none answered. */
function answerTheFactor(record: IncidentRecord) {
  const action = { title: "Test under load", type: "mitigation", owner: "ada@example.com" };
  record.action_items?.push({ ...action, deadline: "2024-02-01" });
  importNow(record, { replace: true });
}

function importSample(): { key: string; record: IncidentRecord } {
  const record = copyOfSample();
  importNow(record);
  return { key: record.incident.id, record };
}

const headings = (text: string) => [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);

async function isFit(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include("main").analyze();
  expect(violations).toEqual([]);
}

test.describe("a postmortem that begins", () => {
  test("has the sections of its template, filled from the record", async ({ page }) => {
    const key = importCopy();
    await begin(page, key, "Short");

    const text = await openMarkdown(page, key);
    expect(headings(text)).toEqual([
      "Summary",
      "Impact",
      "Root cause",
      "What we learned",
      "Action items",
    ]);
    expect(text).toContain("> **TODO:** What went well, what went wrong, and where you got lucky.");
    expect(text).toContain("Add a mitigation action, or say why none is needed");
    expect(text).toContain("(`resolution.root_cause`).");
  });

  test("is joined by whoever starts it a moment later, and overwritten by nobody", async ({
    page,
    browser,
  }) => {
    const key = importCopy();
    const context = await browser.newContext();
    const theirs = await context.newPage();
    await signIn(theirs, "admin", postmortem(key));
    await theirs.getByRole("radio", { name: "Short" }).check();
    const begun = start(theirs);
    await awake(begun);

    await begin(page, key, "Standard");
    await write(page, key, "## Impact", "Written already.\n\n## Impact");
    if ((await begun.count()) > 0) await begun.click();

    const text = await openMarkdown(theirs, key);
    expect(text).toContain("Written already.");
    expect(headings(text)).toHaveLength(12);
    await context.close();
  });

  test("is begun once by a double click", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", postmortem(key));
    await awake(start(page));
    await start(page).dblclick();
    await expect(start(page)).toHaveCount(0);
    await openMarkdown(page, key);
    await expect(page.getByRole("link", { name: /^Version/ })).toHaveText(["Version 1"]);
  });
});

test.describe("drafting again", () => {
  test("brings up to the record what nobody touched, and asks about the rest", async ({ page }) => {
    const { key, record } = importSample();
    await begin(page, key, "Standard");
    await write(page, key, "## Action items\n", "## Action items\n\nWe agreed on Friday.\n");
    await page.goto(`${postmortem(key)}/draft`);
    await expect(
      page.getByText("The record gives nothing that the text does not have."),
    ).toBeVisible();

    answerTheFactor(record);
    await page.reload();
    const factors = page.getByRole("region", { name: "Contributing factors" });
    await expect(factors.getByText("The record changed")).toBeVisible();
    await expect(factors.getByRole("checkbox")).toBeChecked();
    await expect(factors.locator("ins").first()).toBeVisible();
    const actions = page.getByRole("region", { name: "Action items" });
    await expect(actions.getByText("Written by people")).toBeVisible();
    const request = actions.getByRole("checkbox", { name: /Add a mitigation action/ });
    await expect(request).not.toBeChecked();
    await isFit(page);

    await request.check();
    await take(page);
    await expect(page).toHaveURL(postmortem(key));
    const text = await openMarkdown(page, key);
    expect(text).toContain("We agreed on Friday.");
    expect(text).toContain("1 action of type mitigation may answer it");
    expect(text).not.toContain("Add a mitigation action");
    await page.goto(`${postmortem(key)}/draft`);
    await expect(
      page.getByText("The record gives nothing that the text does not have."),
    ).toBeVisible();
    await page.getByText("12 sections stay as they are").click();
    await expect(page.getByText("Action items: written by people")).toBeVisible();
  });

  test("brings back what somebody took out only when asked", async ({ page }) => {
    const { key } = importSample();
    await begin(page, key, "Standard");
    const text = await openMarkdown(page, key);
    const section = /## Detection[\s\S]*?(?=## Response)/.exec(text)?.[0] ?? "";
    await write(page, key, section, "");

    await page.goto(`${postmortem(key)}/draft`);
    const detection = page.getByRole("region", { name: "Detection" });
    await expect(detection.getByText("Taken out")).toBeVisible();
    await expect(detection.getByRole("checkbox")).not.toBeChecked();
    await detection.getByRole("checkbox", { name: "Bring it back" }).check();
    await take(page);
    await expect(page).toHaveURL(postmortem(key));
    expect(await openMarkdown(page, key)).toBe(text);
  });

  test("is for those who may write", async ({ page }) => {
    const { key } = importSample();
    await signIn(page, "viewer", `${postmortem(key)}/draft`);
    await expect(page).toHaveURL(postmortem(key));
  });
});

let names = 0;
const newName = () => `Template ${process.pid}-${(names += 1)}`;
const titles = (page: Page): Promise<string[]> =>
  page
    .getByLabel(/^Title of section/)
    .evaluateAll((inputs) =>
      inputs.map((input) => (input instanceof HTMLInputElement ? input.value : "")),
    );

const expectFirst = (page: Page, first: string[]) =>
  expect.poll(async () => (await titles(page)).slice(0, first.length)).toEqual(first);

async function copyShort(page: Page, name: string) {
  await signIn(page, "admin", "/postmortems/templates");
  await page.getByRole("link", { name: "Copy Short" }).click();
  await expect(page.getByLabel("Begin with the sections of")).toHaveValue("Short");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Add template" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Template ${name}`);
}

const cardOf = (page: Page, name: string): Locator =>
  page.getByRole("region", { name, exact: true });

test.describe("templates", () => {
  test("are made, ordered and used by admins, with the keyboard too", async ({ page }) => {
    const name = newName();
    await copyShort(page, name);
    await awake(page.getByRole("button", { name: "Move Impact up" }));
    await isFit(page);

    await page.getByRole("button", { name: "Move Impact up" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Move Impact up" })).toBeFocused();
    await expect(
      page.getByRole("status").filter({ hasText: "Impact is section 1 of 5." }),
    ).toHaveCount(1);
    await page.getByRole("button", { name: "Remove What we learned" }).click();
    await page.getByRole("button", { name: "Add a section" }).click();
    await expect(page.getByLabel("Title of section 5")).toBeFocused();
    await page.keyboard.type("For customers");
    await page.getByLabel("Help text").last().fill("Say it in *their* words.");
    await page.getByLabel("Title of section 5").press("Enter");
    await expect(page).toHaveURL("/postmortems/templates");
    await cardOf(page, name).getByText("5 sections").click();
    await expect(cardOf(page, name).getByText("Say it in *their* words.")).toBeVisible();
    await isFit(page);

    const key = importCopy();
    await page.goto(postmortem(key));
    await page.getByRole("radio", { name }).check();
    await start(page).click();
    await expect(start(page)).toHaveCount(0);
    const text = await openMarkdown(page, key);
    expect(headings(text)).toEqual([
      "Impact",
      "Summary",
      "Root cause",
      "Action items",
      "For customers",
    ]);
    expect(text).toContain("> **TODO:** Say it in \\*their\\* words.");

    await page.goto("/postmortems/templates");
    await expect(cardOf(page, name).getByText("1 postmortem follows it.")).toBeVisible();
    await page.getByRole("button", { name: `Remove ${name}` }).click();
    await expect(cardOf(page, name)).toHaveCount(0);
  });

  test("keep what was typed when another admin was faster", async ({ page, browser }) => {
    const name = newName();
    await copyShort(page, name);
    await awake(page.getByLabel("Title of section 1"));
    const context = await browser.newContext();
    const theirs = await context.newPage();
    await signIn(theirs, "admin", `/postmortems/templates/${encodeURIComponent(name)}`);
    await theirs.getByLabel("Title of section 1").fill("Theirs");
    await theirs.getByRole("button", { name: "Save template" }).click();
    await expect(theirs).toHaveURL("/postmortems/templates");

    await page.getByLabel("Title of section 1").fill("Mine");
    await page.getByRole("button", { name: "Save template" }).click();
    await expect(page.getByText(/changed .* meanwhile/)).toBeVisible();
    await expect(page.getByLabel("Title of section 1")).toHaveValue("Mine");
    await page.getByRole("button", { name: "Save template" }).click();
    await expect(page).toHaveURL("/postmortems/templates");
    await context.close();
  });

  test("are shown to everybody, and changed by admins alone", async ({ page }) => {
    await signIn(page, "responder", "/postmortems/templates");
    await expect(cardOf(page, "Standard")).toBeVisible();
    await expect(page.getByRole("link", { name: "Edit Standard" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Add template" })).toHaveCount(0);
    const answer = await page.goto("/postmortems/templates/Standard");
    expect(answer?.status()).toBe(404);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a template is made and put in order", async ({ page }) => {
    const name = newName();
    await copyShort(page, name);
    await page.getByLabel("Title of section 1").fill("In short");
    await page.getByRole("button", { name: "Move Impact up" }).click();
    await expectFirst(page, ["Impact", "In short"]);
    await page.getByRole("button", { name: "Add a section" }).click();
    await page.getByRole("button", { name: "Save template" }).click();
    await expect(page.getByText("Give section 6 a title.")).toBeVisible();
    await expectFirst(page, ["Impact", "In short"]);
    await page.getByRole("button", { name: "Remove section 6" }).click();
    await page.getByRole("button", { name: "Save template" }).click();
    await expect(page).toHaveURL(/\/postmortems\/templates(#add)?$/);
    await cardOf(page, name).getByText("5 sections").click();
    await expect(cardOf(page, name).getByRole("listitem").first()).toContainText("Impact");
  });

  test("a postmortem is begun and drafted again", async ({ page }) => {
    const { key, record } = importSample();
    await begin(page, key, "Standard");
    answerTheFactor(record);
    await page.goto(`${postmortem(key)}/draft`);
    await take(page);
    await expect(page).toHaveURL(postmortem(key));
    expect(await openMarkdown(page, key)).toContain("1 action of type mitigation may answer it");
  });
});
