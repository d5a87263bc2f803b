import type { Locator, Page } from "@playwright/test";
import { awake, importCopy, openForm, openPublished, signIn } from "./support";
import { expect, test } from "./test";

let made = 0;
const newName = (what: string) => `${what} ${process.pid}-${(made += 1)}`;

const SLOW = "Payments, checkout and subscription billing are slow.";

/** A copy of the sample that goes on, with a title by which the status page can be searched. */
function importOpen(title = newName("Payments stumble")) {
  const key = importCopy((record) => {
    record.incident = { ...record.incident, title, status: "investigating", resolved_at: null };
    record.communications = [];
    record.events = (record.events ?? []).slice(0, 6);
    delete record.resolution;
  });
  return { key, title };
}

async function addComponent(page: Page): Promise<string> {
  const name = newName("Wallet");
  await signIn(page, "admin", "/components");
  await awake(page.getByLabel("Name", { exact: true }).last());
  await page.getByRole("region", { name: "Add a component" }).getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Add component" }).click();
  await expect(page.getByRole("heading", { level: 3, name })).toBeVisible();
  await page.context().clearCookies();
  return name;
}

async function archiveComponent(page: Page, name: string) {
  await page.context().clearCookies();
  await signIn(page, "admin", "/components");
  await awake(page.getByRole("button", { name: `Archive ${name}` }));
  await page.getByRole("button", { name: `Archive ${name}` }).click();
  await expect(page.getByRole("button", { name: `Restore ${name}` })).toBeVisible();
}

/** Opens an incident's composer for everyone. */
async function openPublic(page: Page, key: string): Promise<Locator> {
  await page.goto(`/incidents/${key}`);
  const forms = await openForm(page, "Post update");
  await awake(forms.getByLabel("Message", { exact: true }));
  await forms.getByRole("radio", { name: /Public status page/ }).check();
  return forms;
}

const messages = (page: Page) => page.getByRole("region", { name: "Public messages" });
const previewIn = (forms: Locator) =>
  forms.getByRole("region", { name: "Preview of the public update" });
const findingsIn = (forms: Locator) => forms.getByRole("region", { name: "Before everyone" });
const othersIn = (forms: Locator) => forms.locator("summary").filter({ hasText: /other|All \d/ });

async function showAll(forms: Locator, name: string): Promise<void> {
  if (!(await forms.getByLabel(name).isVisible())) await othersIn(forms).click();
}

test.describe("a public update", () => {
  test("sets its components, is previewed as it will stand, and offers their end", async ({
    page,
  }) => {
    const wallet = await addComponent(page);
    const { key, title } = importOpen();
    await signIn(page, "responder", "/incidents");
    const forms = await openPublic(page, key);
    await forms.getByLabel("Message", { exact: true }).fill(SLOW);
    await showAll(forms, wallet);
    await forms.getByLabel(wallet).selectOption("Partial outage");

    const change = `${wallet}: Operational → Partial outage`;
    await expect(previewIn(forms)).toContainText("Visible to everyone");
    await expect(previewIn(forms)).toContainText(/Outage|Service/);
    await expect(previewIn(forms)).toContainText(title);
    await expect(previewIn(forms)).toContainText(SLOW);
    await expect(previewIn(forms)).toContainText(change);
    await expect(previewIn(forms)).toContainText(/Next update due .* UTC/);
    await forms.getByRole("button", { name: "Post update" }).click();
    await expect(messages(page)).toContainText(SLOW);

    await openPublished(page, change);
    const article = page.getByRole("article", { name: title });
    await expect(article).toContainText(change);
    await expect(article).toContainText(/Next update due .* UTC/);
    await expect(
      page.getByRole("region", { name: "Components" }).getByRole("listitem").filter({
        hasText: wallet,
      }),
    ).toContainText("Partial outage");

    const end = await openPublic(page, key);
    await end.getByLabel("Message", { exact: true }).fill("Payments work normally again.");
    await end.getByLabel("Status", { exact: true }).selectOption("Resolved");
    await expect(end.getByLabel(wallet)).toHaveValue("operational");
    await end.getByRole("button", { name: "Post update" }).click();
    await expect(messages(page)).toContainText("Payments work normally again.");
    await openPublished(page, `${wallet}: Partial outage → Operational`);
    await archiveComponent(page, wallet);
  });

  test("that contradicts the record is asked about, then posted or changed", async ({ page }) => {
    const { key } = importOpen();
    await signIn(page, "responder", "/incidents");
    const forms = await openPublic(page, key);
    const text = `${SLOW} All users are affected. Ask bob@company.com.`;
    await forms.getByLabel("Message", { exact: true }).fill(text);
    await forms.getByRole("button", { name: "Post update" }).click();

    await expect(findingsIn(forms).getByRole("listitem")).toContainText([
      "“All users”The record has 45% of users affected.",
      "“bob@company.com”An e-mail address.",
    ]);
    await expect(forms.getByLabel("Message", { exact: true })).toHaveValue(text);
    await expect(messages(page)).toHaveCount(0);

    await findingsIn(forms).getByRole("link", { name: "Change the text" }).click();
    await expect(forms.getByLabel("Message", { exact: true })).toBeFocused();
    const better = `${SLOW} All users are affected.`;
    await forms.getByLabel("Message", { exact: true }).fill(better);
    await findingsIn(forms).getByRole("button", { name: "Post anyway" }).click();
    await expect(messages(page)).toContainText(better);
    await expect(messages(page)).not.toContainText("bob@company.com");
  });

  test("promises a time of the writer's own", async ({ page }) => {
    const { key } = importOpen();
    await signIn(page, "responder", "/incidents");
    const forms = await openPublic(page, key);
    await forms.getByLabel("Message", { exact: true }).fill(SLOW);
    await forms.getByLabel("Or at, in UTC").fill("soon");
    await forms.getByRole("button", { name: "Post update" }).click();
    await expect(forms.getByText("Write a time to come as 14:45")).toBeVisible();
    await forms.getByLabel("Or at, in UTC").fill("42 min");
    await forms.getByRole("button", { name: "Post update" }).click();
    await expect(page.getByRole("timer")).toContainText(/due in 4[12] min/);
  });
});

test.describe("a template", () => {
  test("fills an empty message, and asks before it touches a typed one", async ({ page }) => {
    const { key } = importOpen();
    await signIn(page, "responder", "/incidents");
    const forms = await openPublic(page, key);
    const message = forms.getByLabel("Message", { exact: true });
    const start = forms.getByRole("group", { name: "Start from" });
    await start.getByRole("button", { name: "Investigating" }).click();
    await expect(message).toHaveValue(
      /^We are investigating a problem with .+\. Some requests may fail\. Next update by \d\d:\d\d UTC\.$/,
    );

    await message.fill("My own words.");
    await start.getByRole("button", { name: "Identified" }).click();
    const question = forms.getByRole("group", { name: "Replace your text?" });
    await question.getByRole("button", { name: "Keep my text" }).click();
    await expect(message).toHaveValue("My own words.");
    await start.getByRole("button", { name: "Identified" }).click();
    await question.getByRole("button", { name: "Add below it" }).click();
    await expect(message).toHaveValue(/^My own words\.\n\nThe cause of the problem with /);
    await expect(forms.getByLabel("Status", { exact: true })).toHaveValue("identified");
  });
});

test.describe("a draft", () => {
  test("is found again after a reload, for its own readers, until it is posted", async ({
    page,
  }) => {
    const { key } = importOpen();
    await signIn(page, "responder", `/incidents/${key}`);
    const forms = await openForm(page, "Post update");
    const message = forms.getByLabel("Message", { exact: true });
    await awake(message);
    await message.fill("Half a thought");

    await page.reload();
    await openForm(page, "Post update");
    await expect(message).toHaveValue("Half a thought");
    await expect(forms.getByText(/Draft restored from \d\d:\d\d UTC/)).toBeVisible();
    await forms.getByRole("radio", { name: /Stakeholders/ }).check();
    await expect(message).toHaveValue("Half a thought");

    await message.fill("A whole thought.");
    await forms.getByRole("button", { name: "Post update" }).click();
    await expect(page.getByRole("region", { name: "Stakeholders messages" })).toContainText(
      "A whole thought.",
    );
    await page.reload();
    await openForm(page, "Post update");
    await expect(message).toHaveValue("");
    await expect(forms.getByText(/Draft restored/)).toHaveCount(0);
  });

  test("is thrown away when told to", async ({ page }) => {
    const { key } = importOpen();
    await signIn(page, "responder", `/incidents/${key}`);
    const forms = await openForm(page, "Post update");
    const message = forms.getByLabel("Message", { exact: true });
    await awake(message);
    await message.fill("Never mind");
    await page.reload();
    await openForm(page, "Post update");
    await forms.getByRole("button", { name: "Discard it" }).click();
    await expect(message).toHaveValue("");
  });
});

test.describe("a correction", () => {
  test("is marked where everyone reads it, and members see what it said", async ({ page }) => {
    const { key, title } = importOpen();
    await signIn(page, "responder", "/incidents");
    const forms = await openPublic(page, key);
    await forms.getByLabel("Message", { exact: true }).fill(SLOW);
    await forms.getByRole("button", { name: "Post update" }).click();
    await expect(messages(page)).toContainText(SLOW);

    const better = "Payments, checkout and subscription billing fail for some customers.";
    await messages(page).getByRole("link", { name: "Correct this message" }).click();
    await messages(page).getByLabel("Corrected message").fill(better);
    await messages(page).getByRole("button", { name: "Save correction" }).click();
    await expect(messages(page)).toContainText(/Corrected \d\d:\d\d UTC/);
    await messages(page).locator("summary").filter({ hasText: "What it said before" }).click();
    await expect(messages(page).getByText(SLOW)).toBeVisible();

    await openPublished(page, better);
    const article = page.getByRole("article", { name: title });
    await expect(article).toContainText(/corrected \d\d:\d\d UTC/);
    await expect(article).not.toContainText(SLOW);
    const exported = await page.request.get(`/incidents/${key}/export`);
    expect((await exported.json()).communications[0].message).toBe(better);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an update is previewed, asked about and posted with its components", async ({
    page,
    browser,
  }) => {
    const admin = await browser.newPage({ javaScriptEnabled: true });
    const wallet = await addComponent(admin);
    const { key, title } = importOpen();
    const text = `${SLOW} All users are affected.`;
    await signIn(page, "responder", `/incidents/${key}`);
    const forms = await openForm(page, "Post update");
    await forms.getByRole("radio", { name: /Public status page/ }).check();
    await forms.getByLabel("Message", { exact: true }).fill(text);
    await showAll(forms, wallet);
    await forms.getByLabel(wallet).selectOption("Degraded performance");
    await forms.getByRole("button", { name: "Preview" }).click();

    const change = `${wallet}: Operational → Degraded performance`;
    await expect(forms.getByText("Nothing is posted yet.")).toBeVisible();
    await expect(previewIn(forms)).toContainText(change);
    await expect(previewIn(forms)).toContainText(text);
    await expect(forms.getByLabel("Message", { exact: true })).toHaveValue(text);
    await forms.getByRole("button", { name: "Post update" }).click();

    await expect(findingsIn(forms)).toContainText("The record has 45% of users affected.");
    await findingsIn(forms).getByRole("button", { name: "Post anyway" }).click();
    await expect(messages(page)).toContainText(text);
    await openPublished(page, change);
    await expect(page.getByRole("article", { name: title })).toContainText(change);
    await archiveComponent(admin, wallet);
    await admin.close();
  });
});
