import { request } from "node:http";
import type { Browser, Page } from "@playwright/test";
import { eventsIn } from "@/tests/support/fake-live";
import { startServer, type OwnServer } from "./own-server";
import { awake, importCopy, openForm, signIn } from "./support";
import { expect, test } from "./test";

type Who = Parameters<typeof signIn>[1];

async function newPage(browser: Browser, baseURL?: string): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  return context.newPage();
}

/** A page of a browser of its own, whose live updates have begun. */
async function open(browser: Browser, who: Who, path: string): Promise<Page> {
  const page = await newPage(browser);
  await signIn(page, who, path);
  await expectLive(page);
  return page;
}

const expectLive = (page: Page) =>
  expect(page.locator("header").getByText("Live", { exact: true })).toBeAttached({
    timeout: 30_000,
  });

const region = (page: Page) => page.getByRole("region", { name: "Write to this incident" });
const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" });

async function addEvent(page: Page, text: string): Promise<void> {
  const field = region(page).getByLabel("What happened");
  if (!(await field.isVisible())) await openForm(page, "Add to timeline");
  await awake(field);
  await field.fill(text);
  await region(page).getByRole("button", { name: "Add to timeline" }).click();
}

/** The milliseconds until a page shows it. */
async function seenAfter(began: number, page: Page, text: string): Promise<number> {
  await timeline(page).getByText(text).first().waitFor({ timeout: 15_000 });
  return Date.now() - began;
}

const median = (times: number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

/** How long this machine, as busy as it is now, takes to read the page: where many tests run, not little. */
async function readingTime(page: Page): Promise<number> {
  const began = Date.now();
  await page.request.get(page.url());
  return Date.now() - began;
}

test("shows others within a second of the writer what is written, ten times in a row", async ({
  browser,
}) => {
  const key = importCopy((record) => {
    record.events = [];
    record.communications = [];
  });
  const [writer, reader] = await Promise.all([
    open(browser, "responder", `/incidents/${key}`),
    open(browser, "viewer", `/incidents/${key}`),
  ]);

  await addEvent(writer, `The first of ${key}`);
  await expect(timeline(writer)).toContainText(`The first of ${key}`);

  const behind: number[] = [];
  const reading: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const text = `Round ${round} of ${key}`;
    const began = Date.now();
    await addEvent(writer, text);
    const [mine, theirs] = await Promise.all([
      seenAfter(began, writer, text),
      seenAfter(began, reader, text),
    ]);
    behind.push(theirs - mine);
    reading.push(await readingTime(reader));
  }
  expect(median(behind)).toBeLessThan(1000 + 2 * median(reading));
});

test("follows an incident from its declaration to its end, on its page and in the list", async ({
  browser,
}) => {
  const title = `Followed ${process.pid}-${Date.now()}`;
  const [writer, list] = await Promise.all([
    open(browser, "responder", "/incidents/new"),
    open(browser, "viewer", "/incidents"),
  ]);
  await awake(writer.getByLabel("Title"));
  await writer.getByLabel("Title").fill(title);
  await writer.getByRole("button", { name: /^Declare SEV/ }).click();
  await expect(writer.getByRole("heading", { level: 1 })).toHaveText(title);

  const row = list.getByRole("link", { name: title });
  await expect(row).toBeVisible();
  await row.click();
  await list.waitForURL("/incidents/INC-*");
  await expectLive(list);
  const reader = list;

  const forms = region(writer);
  const message = forms.getByLabel("Message");
  if (!(await message.isVisible())) await openForm(writer, "Post update");
  await awake(message);
  await message.fill("We know what it is.");
  await forms.getByLabel("Status", { exact: true }).selectOption({ label: "Identified" });
  await forms.getByRole("button", { name: "Post update" }).click();
  await expect(reader.getByText("We know what it is.").first()).toBeVisible();
  await expect(reader.getByText("Identified", { exact: true }).first()).toBeVisible();

  await openForm(writer, "Resolve");
  await forms.getByRole("button", { name: /^Resolve/ }).click();
  await expect(reader.getByText(/^Took /)).toBeVisible();
});

test("keeps what the reader types, the form, the focus and the place", async ({ browser }) => {
  const key = importCopy();
  const [writer, reader] = await Promise.all([
    open(browser, "responder", `/incidents/${key}?order=newest`),
    open(browser, "admin", `/incidents/${key}?order=newest`),
  ]);

  await openForm(reader, "Add to timeline");
  const field = region(reader).getByLabel("What happened");
  await awake(field);
  await field.pressSequentially("Half a sen");
  await addEvent(writer, "While somebody types");
  await expect(timeline(reader)).toContainText("While somebody types");
  await reader.keyboard.type("tence");
  await expect(field).toHaveValue("Half a sentence");
  await expect(field).toBeFocused();

  const anchor = timeline(reader).getByText("PagerDuty alert fired").first();
  await anchor.evaluate((node) => node.scrollIntoView({ block: "center" }));
  const placeOf = () => anchor.evaluate((node) => Math.round(node.getBoundingClientRect().top));
  const before = await placeOf();
  await addEvent(writer, "While somebody reads below");
  const waiting = reader.getByRole("button", { name: "1 new event" });
  await expect(waiting).toBeVisible();
  await expect(timeline(reader).getByText("While somebody reads below")).toHaveCount(0);
  expect(Math.abs((await placeOf()) - before)).toBeLessThanOrEqual(1);

  await waiting.click();
  await expect(timeline(reader).getByText("While somebody reads below")).toBeInViewport();
  await expect(field).toHaveValue("Half a sentence");
});

test("says who is here, and when they have left", async ({ browser }) => {
  const key = importCopy();
  const grace = await open(browser, "responder", `/incidents/${key}`);
  await expect(grace.getByRole("img", { name: /^Here now/ })).toHaveCount(0);
  const other = await open(browser, "viewer", `/incidents/${key}`);

  const here = grace.getByRole("img", { name: /^Here now: / });
  await expect(here).toHaveAccessibleName(/^Here now: [^,]+, [^,]+$/);
  await other.getByRole("link", { name: "Incidents", exact: true }).click();
  await expect(here).toHaveCount(0);
});

test("holds the page still when asked to, and counts what waits", async ({ browser }) => {
  const key = importCopy();
  const [writer, reader] = await Promise.all([
    open(browser, "responder", `/incidents/${key}`),
    open(browser, "viewer", `/incidents/${key}`),
  ]);
  const pause = reader.getByRole("button", { name: "Pause live updates" });
  await pause.click();
  await addEvent(writer, "While it is paused");
  await expect(timeline(writer)).toContainText("While it is paused");
  await addEvent(writer, "And again");

  const waiting = reader.getByRole("button", { name: "2 changes waiting" });
  await expect(waiting).toBeVisible();
  await expect(timeline(reader).getByText("While it is paused")).toHaveCount(0);
  await waiting.click();
  await expect(timeline(reader)).toContainText("While it is paused");

  await addEvent(writer, "The last one");
  await expect(reader.getByRole("button", { name: "1 change waiting" })).toBeVisible();
  await pause.click();
  await expect(timeline(reader)).toContainText("The last one");
});

test("ends where its reader signs out, without losing what they typed", async ({ browser }) => {
  const key = importCopy();
  const page = await open(browser, "responder", `/incidents/${key}`);
  await openForm(page, "Add to timeline");
  const field = region(page).getByLabel("What happened");
  await awake(field);
  await field.fill("Not sent yet");

  const elsewhere = await page.context().newPage();
  await elsewhere.goto("/incidents");
  await elsewhere.getByRole("button", { name: "Sign out" }).click();
  await elsewhere.waitForURL(/\/login/);

  await expect(page.getByText("You are signed out.")).toBeVisible({ timeout: 60_000 });
  await expect(field).toHaveValue("Not sent yet");
  await signIn(elsewhere, "responder");
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText("You are signed out.")).toHaveCount(0);
  await expect(field).toHaveValue("Not sent yet");
});

test.describe("a server that dies", () => {
  let server: OwnServer | undefined;

  test.afterEach(async () => {
    await server?.stop("SIGKILL");
    server = undefined;
  });

  async function openOn(browser: Browser, { url, demoPassword }: OwnServer, who: string) {
    const page = await newPage(browser, url);
    await page.goto("/login?callbackUrl=%2Fincidents%2FINC-2024-0142");
    await page.getByLabel("Email").fill(`${who}@demo.example`);
    await page.getByLabel("Password", { exact: true }).fill(demoPassword());
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("/incidents/*");
    await expectLive(page);
    return page;
  }

  test("is told of, takes nothing that was typed, and is caught up with by itself", async ({
    browser,
  }) => {
    server = await startServer({ LOG_LEVEL: "warn" });
    const { url, dataDir } = server;
    const [writer, reader] = await Promise.all([
      openOn(browser, server, "responder"),
      openOn(browser, server, "admin"),
    ]);
    await addEvent(writer, "Before the end");
    await expect(timeline(reader)).toContainText("Before the end");
    await openForm(reader, "Add to timeline");
    const field = region(reader).getByLabel("What happened");
    await awake(field);
    await field.fill("Typed before the end");

    await server.stop("SIGKILL");
    const banner = reader.getByText(/^Offline, showing data from \d\d:\d\d UTC\.$/);
    await expect(banner).toBeVisible({ timeout: 60_000 });
    await region(reader).getByRole("button", { name: "Add to timeline" }).click();
    await expect(region(reader).getByRole("alert")).toContainText("Your text is kept here.");
    await expect(field).toHaveValue("Typed before the end");

    server = await startServer({
      LOG_LEVEL: "warn",
      DATA_DIR: dataDir,
      PORT: new URL(url).port,
    });
    await expect(banner).toHaveCount(0, { timeout: 60_000 });
    await addEvent(writer, "After the end");
    await expect(timeline(reader).getByText("After the end")).toHaveCount(1);
    await expect(timeline(reader).getByText("Before the end")).toHaveCount(1);
    await expect(field).toHaveValue("Typed before the end");
    await region(reader).getByRole("button", { name: "Add to timeline" }).click();
    await expect(timeline(reader).getByText("Typed before the end")).toHaveCount(1);
  });

  test("while a page reads itself anew does not take the page away", async ({ browser }) => {
    server = await startServer({ LOG_LEVEL: "warn" });
    const { url, dataDir } = server;
    const page = await openOn(browser, server, "responder");
    const writer = await openOn(browser, server, "admin");
    await page.evaluate(() => document.body.setAttribute("data-same", "yes"));
    await page.route(/_rsc=/, async (route) => {
      await server?.stop("SIGKILL");
      await route.continue();
    });
    await addEvent(writer, "Read at the wrong moment");
    await expect(page.getByText(/^Offline, showing data/)).toBeVisible({ timeout: 60_000 });

    await page.unrouteAll({ behavior: "ignoreErrors" });
    server = await startServer({ LOG_LEVEL: "warn", DATA_DIR: dataDir, PORT: new URL(url).port });
    await expect(timeline(page)).toContainText("Read at the wrong moment", { timeout: 60_000 });
    await expect(page.locator("body[data-same=yes]")).toHaveCount(1);
  });

  test("ends its streams at once when it is asked to stop", async ({ browser }) => {
    server = await startServer({ LOG_LEVEL: "warn" });
    await openOn(browser, server, "responder");
    const began = Date.now();
    await server.stop("SIGTERM");
    expect(Date.now() - began).toBeLessThan(5000);
  });
});

test("streams to nobody who is not signed in", async ({ page, request: api }) => {
  expect((await api.get("/api/live")).status()).toBe(401);
  await page.goto("/login");
  await expect(page.getByRole("button", { name: "Pause live updates" })).toHaveCount(0);
});

test("shows nothing of this without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "viewer");
  await expect(page.getByRole("button", { name: "Pause live updates" })).toHaveCount(0);
  await expect(page.locator("header")).not.toContainText("Live");
});

async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** What the stream of this session says within some time, to the byte. */
function listen(page: Page, cookie: string, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const url = new URL("/api/live?on=%2Fincidents", page.url());
    const asked = request(url, { headers: { Cookie: cookie } }, (answer) => {
      let text = "";
      answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
      setTimeout(() => {
        asked.destroy();
        resolve(text);
      }, ms);
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("carries who did what where, and no word of what was written", async ({ browser }) => {
  const key = importCopy();
  const writer = await open(browser, "responder", `/incidents/${key}`);
  const heard = listen(writer, await cookieOf(writer), 4000);
  await addEvent(writer, "The canary sings");
  await expect(timeline(writer)).toContainText("The canary sings");

  const text = await heard;
  expect(text).not.toContain("canary");
  const changes = eventsIn(text).filter(
    ({ event, data }) => event === "change" && JSON.stringify(data).includes(key),
  );
  expect(changes).toEqual([
    {
      event: "change",
      id: expect.any(Number),
      data: {
        action: "incident:add-event",
        incidentKey: key,
        actor: expect.any(String),
        at: expect.any(Number),
      },
    },
  ]);
});

test("says nothing of a private incident to somebody outside it", async ({ browser }) => {
  const title = `Private ${process.pid}-${Date.now()}`;
  const [writer, stranger] = await Promise.all([
    open(browser, "responder", "/incidents/new"),
    open(browser, "viewer", "/incidents"),
  ]);
  const streams = [
    { page: writer, told: true },
    { page: stranger, told: false },
  ];
  const heard = streams.map(async ({ page }) => listen(page, await cookieOf(page), 8000));

  await awake(writer.getByLabel("Title"));
  await writer.getByLabel("Title").fill(title);
  await writer.getByLabel(/private/i).check();
  await writer.getByRole("button", { name: /^Declare SEV/ }).click();
  await writer.waitForURL("/incidents/INC-*");
  const key = new URL(writer.url()).pathname.split("/").at(-1) ?? "";
  await addEvent(writer, "Known to few");
  await expect(timeline(writer)).toContainText("Known to few");

  const texts = await Promise.all(heard);
  expect(texts.map((text) => text.includes(key))).toEqual(streams.map(({ told }) => told));
});
