import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { outbox } from "@/db/schema";
import { CLAIM_LENGTH } from "@/lib/domain/outbox";
import { answer, holdFirst, startMailServer, type MailServer } from "../support/mail-server";
import { makeActionItem } from "../support/make-action-item";

const MONDAY = Date.UTC(2026, 10, 23, 9);
let dataDir: string;
let server: MailServer;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-outbox-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
});
afterEach(async () => {
  replaceDatabase(undefined);
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A portal's process that reminds and sends at a moment. */
function startSending(now: number) {
  return spawn(process.execPath, ["--import", "tsx", "tests/support/send-mail.ts", String(now)], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      SMTP_URL: server.url,
      MAIL_FROM: "muster@example.com",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function sendAt(now: number): Promise<void> {
  const [code] = await once(startSending(now), "exit");
  expect(code).toBe(0);
}

const owners = (count: number) => Array.from({ length: count }, (_, i) => `owner${i}@example.com`);

/** Somebody who owns an item that is late, for each address. */
function makeOwners(count: number): string[] {
  for (const owner of owners(count)) makeActionItem({ owner, deadline: "2026-11-20" });
  return owners(count).toSorted();
}

const readers = (mail: { to: string }[]) => mail.map(({ to }) => to).toSorted();
const states = () =>
  new Set(
    db()
      .select({ state: outbox.state })
      .from(outbox)
      .all()
      .map(({ state }) => state),
  );

describe("the outbox of a process that is killed while it sends", () => {
  test("reaches each reader once, when another process goes on", async () => {
    const hold = holdFirst();
    server = await startMailServer(hold.judge);
    const wanted = makeOwners(8);

    const killed = startSending(MONDAY);
    await hold.held;
    killed.kill("SIGKILL");
    await once(killed, "exit");
    hold.free(); // the server keeps what it was given, though nobody hears it say so

    await sendAt(MONDAY + CLAIM_LENGTH);
    await sendAt(MONDAY + 2 * CLAIM_LENGTH);
    expect(readers(server.mailbox())).toEqual(wanted);
    expect(states()).toEqual(new Set(["sent"]));
  }, 60_000);

  test("reaches each reader once, however often it is killed", async () => {
    server = await startMailServer(() => new Promise((done) => setTimeout(done, 25)));
    const wanted = makeOwners(15);
    for (let round = 0; round < 2; round += 1) {
      const before = server.arrived.length;
      const killed = startSending(MONDAY + round * CLAIM_LENGTH);
      while (server.arrived.length < before + 3) await new Promise((done) => setTimeout(done, 5));
      killed.kill("SIGKILL");
      await once(killed, "exit");
    }
    await sendAt(MONDAY + 2 * CLAIM_LENGTH);
    expect(readers(server.mailbox())).toEqual(wanted);
    expect(states()).toEqual(new Set(["sent"]));
  }, 60_000);
});

describe("several processes on one outbox", () => {
  test("send each message once", async () => {
    server = await startMailServer();
    const wanted = makeOwners(40);
    await Promise.all([sendAt(MONDAY), sendAt(MONDAY), sendAt(MONDAY)]);
    expect(readers(server.arrived)).toEqual(wanted);
  }, 60_000);
});

describe("a mail server that refuses", () => {
  test("gets a message again later that it refused for now, and none that it refused for good", async () => {
    const tried: string[] = [];
    server = await startMailServer(({ to }) => {
      tried.push(to);
      if (to.startsWith("owner0")) return answer(550, "5.1.1 No such user");
      return tried.length < 4 ? answer(451, "4.3.0 Try again later") : undefined;
    });
    makeOwners(3);
    await sendAt(MONDAY);
    expect(server.arrived).toEqual([]);
    await sendAt(MONDAY + 60_000);
    await sendAt(MONDAY + 120_000);
    expect(readers(server.arrived)).toEqual(["owner1@example.com", "owner2@example.com"]);
    expect(tried.filter((to) => to.startsWith("owner0"))).toHaveLength(1);
  }, 60_000);
});
