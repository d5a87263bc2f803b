import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { mailAbout } from "./mails";
import { awake, importCopy, signIn } from "./support";
import { expect, test } from "./test";

let made = 0;
/** A name that no other test has. */
const newLabel = () => `Partner ${process.pid}-${(made += 1)}-${Date.now()}`;
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

type Choice = { passcode?: string; without?: string[] };

/** Makes a link and answers its address. */
async function share(page: Page, key: string, label: string, chosen: Choice = {}) {
  await page.goto(`/incidents/${key}/share`);
  await page.getByLabel("Who is it for?").fill(label);
  await page.getByText("What it shows, wording and passcode").click();
  for (const part of chosen.without ?? []) await page.getByLabel(part).uncheck();
  if (chosen.passcode) await page.getByLabel("Passcode").fill(chosen.passcode);
  await page.getByRole("button", { name: "Create link" }).click();
  return page.getByLabel("Link to share").inputValue();
}

/** Somebody without an account and without scripts, on a small screen. */
async function asReader(browser: Browser): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  return (await browser.newContext({ javaScriptEnabled: false, viewport })).newPage();
}

async function expectFit(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

/** Nothing is wider than the screen. */
async function expectNarrow(page: Page): Promise<void> {
  const box = await page.locator("main").boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
}

test("a reader opens a locked link, asks, is answered on the page and follows by e-mail", async ({
  page,
  browser,
}) => {
  const key = importCopy();
  const label = newLabel();
  await signIn(page, "responder");
  const link = await share(page, key, label, { passcode: "tulip 7" });
  const reader = await asReader(browser);

  await reader.goto(link);
  await expect(reader).toHaveURL(`/s/view/${key}`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("This link needs a passcode");
  expect(await reader.content()).not.toContain("Payment Service");
  await reader.getByLabel("Passcode").fill("rose 8");
  await reader.getByRole("button", { name: "Open" }).click();
  await expect(reader.getByText("This is not the passcode.")).toBeVisible();
  await reader.getByLabel("Passcode").fill("tulip 7");
  await reader.getByRole("button", { name: "Open" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toContainText("Payment Service");
  await expectNarrow(reader);

  await region(reader, "Questions").getByLabel("Your question").fill("Was our data touched?");
  await region(reader, "Questions").getByLabel("Your name").fill("Olga");
  await reader.getByRole("button", { name: "Ask" }).click();
  await expect(reader.getByText("Your question reached the people")).toBeVisible();
  await expect(region(reader, "Questions")).toContainText("Not answered yet.");

  await page.goto(`/incidents/${key}`);
  const asked = region(page, "Questions from share links");
  await expect(asked).toContainText(`Olga, with the link for ${label}`);
  const opening = asked.getByText("Answer", { exact: true }).first();
  await awake(opening);
  await opening.click();
  await asked.getByLabel("Answer", { exact: true }).fill("No, nobody’s was.");
  await asked.getByRole("button", { name: "Answer on their page" }).click();
  await expect(asked).toContainText("Answered by");

  await reader.goto(link);
  await expect(region(reader, "Questions")).toContainText("No, nobody’s was.");

  const address = `follower-${process.pid}-${Date.now()}@example.com`;
  await region(reader, "Follow by e-mail").getByLabel("E-mail").fill(address);
  await reader.getByRole("button", { name: "Follow" }).click();
  await expect(reader.getByText("a mail with a link to confirm is on its way")).toBeVisible();
  const mail = await mailAbout(address, /follow a shared incident/);
  const [own = ""] = /\S+\/s\/follow\/[\w-]{43}/.exec(mail.text ?? "") ?? [];
  await reader.goto(own);
  await reader.getByRole("button", { name: "Yes, follow" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(
    "You follow the shared incident",
  );
  await page.goto(`/incidents/${key}/share`);
  await page.getByRole("link", { name: label }).click();
  await expect(region(page, "Receipts")).toContainText("1 person follows by e-mail.");
  await reader.getByRole("button", { name: "Stop following" }).click();
  await expect(reader.getByText("Nothing more is sent to")).toBeVisible();
  await reader.context().close();
});

test("a link is previewed with what it leaves out, changed, counted and given a new address", async ({
  page,
  browser,
}) => {
  const key = importCopy();
  const label = newLabel();
  await signIn(page, "responder");
  const link = await share(page, key, label, { without: ["Action items"] });
  const reader = await asReader(browser);
  await reader.goto(link);
  await expect(region(reader, "Timeline")).toBeVisible();
  await expect(region(reader, "Action items")).toHaveCount(0);

  await page.getByRole("link", { name: label }).click();
  const preview = region(page, "Preview");
  await expect(preview).toContainText("Left out. It was said inside.");
  await expect(preview).toContainText("Root cause, contributing factors and the resolution");
  await expect(region(page, "Receipts")).toContainText("Opened once");
  await expectFit(page);

  const settings = region(page, "What it shows");
  await awake(settings.getByLabel("Timeline"));
  await settings.getByLabel("Timeline").uncheck();
  await settings.getByLabel("People").selectOption("Roles in place of names");
  await settings.getByRole("button", { name: "Save and preview" }).click();
  await expect(preview).toContainText("Left out. This part is not shared.");
  await reader.reload();
  await expect(region(reader, "Timeline")).toHaveCount(0);

  await page.getByRole("button", { name: "Make a new address" }).click();
  const fresh = await page.getByLabel("Link to share").inputValue();
  expect(fresh).not.toBe(link);
  expect((await reader.reload())?.status()).toBe(404);
  expect((await reader.request.get(link)).status()).toBe(404);
  await reader.goto(fresh);
  await expect(reader.getByRole("heading", { level: 1 })).toContainText("Payment Service");
  await reader.context().close();
});

test("a reader who comes back is told what changed, and by a cookie of that path alone", async ({
  page,
  browser,
}) => {
  const key = importCopy();
  await signIn(page, "responder");
  const link = await share(page, key, newLabel());
  const reader = await asReader(browser);
  await reader.goto(link);
  await expect(region(reader, "Since you were last here")).toHaveCount(0);
  const cookies = await reader.context().cookies(reader.url());
  expect(cookies.map(({ name, path }) => `${name} ${path}`).toSorted()).toEqual([
    `muster-share /s/view/${key}`,
    `muster-share-seen /s/view/${key}`,
  ]);

  const seen = cookies.filter(({ name }) => name === "muster-share-seen");
  const longAgo = `.${Date.now() - 86_400_000}`;
  await reader.context().addCookies(seen.map((cookie) => ({ ...cookie, value: longAgo })));
  await reader.goto(`/s/view/${key}`);
  await expect(reader).toHaveURL(`/s/view/${key}`);
  const news = region(reader, "Since you were last here");
  await expect(news).toContainText("4 new updates");
  await expect(region(reader, "What customers were told").getByText("New")).toHaveCount(4);
  await reader.context().close();
});

test("what is done on a shared page needs its link, and comes from the page itself", async ({
  page,
  request,
}) => {
  const key = importCopy();
  await signIn(page, "responder");
  const link = await share(page, key, newLabel());
  const bodies = new Set<string>();
  for (const deed of ["seen", "unlock", "questions", "follow"]) {
    const path = `/s/view/${key}/${deed}`;
    const headers = { "Sec-Fetch-Site": "same-origin" };
    const answer =
      deed === "seen"
        ? await request.get(path, { maxRedirects: 0 })
        : await request.post(path, { headers, form: { question: "x" }, maxRedirects: 0 });
    expect(answer.status(), deed).toBe(404);
    bodies.add(await answer.text());
  }
  bodies.add(await (await request.get(`/s/${"A".repeat(43)}`)).text());
  expect(bodies.size).toBe(1);

  await request.get(link);
  const foreign = await request.post(`/s/view/${key}/questions`, {
    headers: { Origin: "https://evil.example" },
    form: { question: "From elsewhere" },
    maxRedirects: 0,
  });
  expect(foreign.status()).toBe(403);
  expect(await (await request.get(`/s/view/${key}`)).text()).not.toContain("From elsewhere");
});
