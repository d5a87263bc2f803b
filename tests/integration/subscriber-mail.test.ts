import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { databaseFile, db, replaceDatabase, transaction } from "@/db/client";
import { postUpdate } from "@/db/mutations/updates";
import { openDatabase } from "@/db/open";
import { outbox } from "@/db/schema";
import { CLAIM_LENGTH } from "@/lib/domain/outbox";
import { startBrokenLine, type Fate } from "../support/broken-line";
import { answer, startMailServer, type MailServer } from "../support/mail-server";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { makeSubscriber } from "../support/make-subscriber";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let dataDir: string;
let server: MailServer;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-subscribers-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
});
afterEach(async () => {
  replaceDatabase(undefined);
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A portal's process that sends what is due at a moment. */
function startSending(now: number, smtpUrl = server.url) {
  return spawn(process.execPath, ["--import", "tsx", "tests/support/send-mail.ts", String(now)], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      SMTP_URL: smtpUrl,
      MAIL_FROM: "status@example.com",
      STATUS_URL: "https://status.example.com",
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function sendAt(now: number, smtpUrl = server.url): Promise<void> {
  const [code] = await once(startSending(now, smtpUrl), "exit");
  expect(code).toBe(0);
}

/** Subscribers, in one transaction; gives their addresses. */
function makeSubscribers(count: number): string[] {
  const addresses = Array.from({ length: count }, (_, i) => `reader${i}@example.com`);
  transaction(() => addresses.forEach((address) => makeSubscriber(address)));
  return addresses.toSorted();
}

function post(key: string, message: string, now: number): void {
  postUpdate(makeViewer(), { key, audience: "external", message, status: "investigating" }, now);
}

const readers = (mail: { to: string }[]) => mail.map(({ to }) => to).toSorted();
const about = (words: string) =>
  server.mailbox().filter(({ email }) => email.text?.includes(words) === true);
const states = () =>
  new Set(
    db()
      .select()
      .from(outbox)
      .all()
      .map(({ state }) => state),
  );

describe("1,000 subscribers", () => {
  test("get an update once through a mail server that refuses, delays and drops connections", async () => {
    let count = 0;
    server = await startMailServer(async () => {
      count += 1;
      if (count % 17 === 0) return answer(451, "4.3.0 Try again later");
      if (count % 50 === 0) await new Promise((done) => setTimeout(done, 100));
      return undefined;
    });
    const fateOf = (number: number): Fate =>
      number % 31 === 0 ? "dropped" : number % 97 === 0 ? "dropped at its end" : "kept";
    const line = await startBrokenLine(Number(new URL(server.url).port), fateOf);
    const url = `smtp://127.0.0.1:${line.port}`;
    const wanted = makeSubscribers(1000);

    post(makeIncident(), "Payments fail.", NOON);
    for (let i = 1; i <= 6 && (i === 1 || states().has("waiting")); i += 1) {
      await sendAt(NOON + i * HOUR, url);
    }
    line.stop();

    expect(states()).toEqual(new Set(["sent"]));
    expect(readers(server.mailbox())).toEqual(wanted);
  }, 300_000);
});

describe("a process that is killed while it tells subscribers", () => {
  test("is followed by one that goes on, and each reader finds each update once", async () => {
    server = await startMailServer(() => new Promise((done) => setTimeout(done, 10)));
    const wanted = makeSubscribers(30);
    const key = makeIncident();
    post(key, "Payments fail.", NOON);
    post(key, "We know why.", NOON + MINUTE);
    for (let round = 0; round < 2; round += 1) {
      const before = server.arrived.length;
      const killed = startSending(NOON + MINUTE + round * CLAIM_LENGTH);
      while (server.arrived.length < before + 8) await new Promise((done) => setTimeout(done, 5));
      killed.kill("SIGKILL");
      await once(killed, "exit");
    }
    await sendAt(NOON + MINUTE + 2 * CLAIM_LENGTH);
    expect(readers(about("Payments fail."))).toEqual(wanted);
    expect(readers(about("We know why."))).toEqual(wanted);
    expect(states()).toEqual(new Set(["sent"]));
  }, 120_000);
});

describe("a mail to a subscriber", () => {
  test("says what the page says, and how to leave with one request", async () => {
    server = await startMailServer();
    makeSubscribers(1);
    post(makeIncident({ title: "Internal name" }), "Payments fail & <b>burn</b>.", NOON);
    await sendAt(NOON + MINUTE);

    const [mail] = server.mailbox();
    const headers = new Map(mail?.email.headers.map(({ key, value }) => [key, value]));
    const leave = headers.get("list-unsubscribe") ?? "";
    expect(leave).toMatch(/^<https:\/\/status\.example\.com\/subscribe\/[\w-]{43}\/leave>$/);
    expect(headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(mail?.email.text).toContain(leave.slice(1, -"/leave>".length));
    expect(mail?.email.html).toContain("Payments fail &amp; &lt;b&gt;burn&lt;/b&gt;.");
    expect(mail?.email.text).toContain("https://status.example.com/incidents/");
  }, 60_000);
});
