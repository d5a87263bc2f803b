import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import PostalMime from "postal-mime";
import type { Page } from "@playwright/test";
import {
  answer,
  holdFirst,
  startMailServer,
  type Arrived,
  type MailServer,
} from "@/tests/support/mail-server";
import { startServer, type OwnServer } from "./own-server";
import { copyOfSample, fileOf, importCopy, signIn, dataDir as sharedData } from "./support";
import { expect, test } from "./test";

let server: OwnServer | undefined;
let mail: MailServer | undefined;

test.afterEach(async () => {
  await server?.stop("SIGKILL");
  await mail?.stop();
  server = mail = undefined;
});

const DAY = "2026-11-23";
const WRITTEN = Date.UTC(2026, 10, 23, 8);
const keyOf = (owner: string) => `digest/${owner}/${DAY}`;

/** Gives each of these addresses an item that is late, and a reminder that waits to be sent. */
function putReminders({ dataDir }: OwnServer, owners: string[]): void {
  const file = fileOf(
    copyOfSample((record) => {
      record.action_items = owners.map((owner) => ({
        ...{ title: `Late work of ${owner}`, owner, deadline: "2024-01-20", status: "open" },
      }));
    }),
  );
  execFileSync(process.execPath, ["scripts/muster.mjs", "import", file], {
    env: { ...process.env, DATA_DIR: dataDir },
  });
  const sqlite = new Database(join(dataDir, "muster.db"));
  const put = sqlite.prepare(
    `insert into outbox (key, kind, recipient, subject, payload, state, due_at, created_at)
     values (?, 'mail', ?, 'Daily reminder', ?, 'waiting', 0, ${WRITTEN})`,
  );
  for (const owner of owners) {
    put.run(keyOf(owner), owner, JSON.stringify({ digest: "daily", reader: owner }));
  }
  sqlite.close();
}

/** What stands in the outbox of these addresses. */
function statesOf({ dataDir }: OwnServer, owners: string[]): unknown[] {
  const sqlite = new Database(join(dataDir, "muster.db"), { readonly: true });
  const state = sqlite.prepare("select state from outbox where key = ?").pluck();
  const states = owners.map((owner) => state.get(keyOf(owner)));
  sqlite.close();
  return states;
}

/** Who finds one of these reminders in their mailbox; a portal that starts also reminds of the day it is. */
function readersOf({ mailbox }: MailServer): string[] {
  const isOfTheDay = ({ email }: Arrived) => Date.parse(email.date ?? "") === WRITTEN;
  const readers = mailbox().filter(isOfTheDay);
  return readers.map(({ to }) => to).toSorted();
}

/** Lets all claims run out, as time does. */
function forgetClaims({ dataDir }: OwnServer): void {
  const sqlite = new Database(join(dataDir, "muster.db"));
  sqlite.prepare("update outbox set claimed_until = 0 where claimed_until is not null").run();
  sqlite.close();
}

async function openAs(page: Page, { url, demoPassword }: OwnServer, who: string, path: string) {
  await page.goto(`${url}/login?callbackUrl=${encodeURIComponent(path)}`);
  await page.getByLabel("Email").fill(`${who}@demo.example`);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${url}${path}`);
}

test.describe("the outbox", () => {
  test("writes files while no mail server is set, and shows admins what left", async ({ page }) => {
    server = await startServer({ LOG_LEVEL: "warn" });
    putReminders(server, ["eve@mail.example"]);
    const file = join(server.dataDir, "outbox", `digest_eve%40mail.example_${DAY}.eml`);
    await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true);

    const { subject, text, to } = await PostalMime.parse(readFileSync(file));
    expect(to).toMatchObject([{ address: "eve@mail.example" }]);
    expect(subject).toMatch(/^1 overdue: your action items/);
    expect(text).toContain("Late work of eve@mail.example");
    expect(text).toContain(`${server.url}/actions/AI-`);

    await openAs(page, server, "admin", "/messages?state=sent");
    const row = page.getByRole("listitem").filter({ hasText: "eve@mail.example" });
    await expect(row).toContainText("Sent");
    await expect(row.getByRole("time").or(row.locator("time"))).toHaveCount(1);
  });

  test("sends each reminder once to a mail server, also where it is killed meanwhile", async () => {
    const owners = ["ana@mail.example", "bo@mail.example", "cleo@mail.example"];
    const hold = holdFirst();
    mail = await startMailServer(hold.judge);
    const settings = { LOG_LEVEL: "warn", SMTP_URL: mail.url, MAIL_FROM: "muster@mail.example" };
    server = await startServer(settings);
    putReminders(server, owners);
    await hold.held;
    await server.stop("SIGKILL");
    hold.free();

    forgetClaims(server);
    const { dataDir, url } = server;
    server = await startServer({ ...settings, DATA_DIR: dataDir, PORT: new URL(url).port });
    const own = server;
    await expect
      .poll(() => statesOf(own, owners), { timeout: 60_000 })
      .toEqual(["sent", "sent", "sent"]);
    expect(readersOf(mail)).toEqual(owners);
  });

  test("ends what it sends before the portal ends", async () => {
    const hold = holdFirst();
    mail = await startMailServer(hold.judge);
    server = await startServer({ SMTP_URL: mail.url, MAIL_FROM: "muster@mail.example" });
    putReminders(server, ["ana@mail.example"]);
    await hold.held;
    const stopped = server.stop("SIGTERM");
    setTimeout(hold.free, 500);
    expect(await stopped).toBe(0);
    expect(statesOf(server, ["ana@mail.example"])).toEqual(["sent"]);
    expect(readersOf(mail)).toEqual(["ana@mail.example"]);
  });

  test("tells an admin what a mail server refused, and sends it again", async ({ page }) => {
    let tries = 0;
    mail = await startMailServer(() => {
      tries += 1;
      return tries === 1 ? answer(550, "5.1.1 No such user") : undefined;
    });
    server = await startServer({ SMTP_URL: mail.url, MAIL_FROM: "muster@mail.example" });
    putReminders(server, ["ana@mail.example"]);
    const own = server;
    await expect
      .poll(() => statesOf(own, ["ana@mail.example"]), { timeout: 60_000 })
      .toEqual(["failed"]);

    await openAs(page, server, "admin", "/messages?state=failed");
    const row = page.getByRole("listitem").filter({ hasText: "ana@mail.example" });
    await expect(row).toContainText("The mail server said: 550 5.1.1 No such user");
    await row.getByRole("button", { name: "Send again to ana@mail.example" }).click();
    await expect(row).toHaveCount(0);
    const box = mail;
    await expect.poll(() => readersOf(box), { timeout: 60_000 }).toEqual(["ana@mail.example"]);
  });
});

/** The page of an item of the shared portal that nobody else knows of. */
function makeItemPage(): string {
  const key = importCopy();
  const sqlite = new Database(join(sharedData, "muster.db"), { readonly: true });
  const id = sqlite
    .prepare(
      `select min(a.id) from action_items a join incidents i on i.id = a.incident_id
       where i.key = ? and a.status not in ('done', 'completed')`,
    )
    .pluck()
    .get(key);
  sqlite.close();
  return `/actions/AI-${id}`;
}

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "reminders" : "reminders without scripts", () => {
    test.use({ javaScriptEnabled });

    test("are snoozed with a reason, and come back", async ({ page }) => {
      const path = makeItemPage();
      await signIn(page, "responder", path);
      const reminders = page.getByRole("region", { name: "Reminders" });
      await reminders.locator("summary").click();
      await reminders.getByLabel("Until").fill(inDays(7));
      await reminders.getByLabel("Why nobody is to be reminded").fill("The vendor is on holiday");
      await reminders.getByRole("button", { name: "Snooze reminders" }).click();
      await expect(reminders).toContainText(
        /Nobody is reminded until .*“The vendor is on holiday”/,
      );
      await reminders.getByRole("button", { name: "Remind again from now on" }).click();
      await expect(reminders).toContainText("Its owner is reminded once a working day");
    });

    test("cannot be changed by a viewer, who reads about them", async ({ page }) => {
      const path = makeItemPage();
      await signIn(page, "viewer", path);
      const reminders = page.getByRole("region", { name: "Reminders" });
      await expect(reminders.locator("summary")).toHaveCount(0);
      await reminders.getByRole("link", { name: "reminded" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reminders");
      expect((await page.goto("/messages"))?.status()).toBe(404);
    });
  });
}
