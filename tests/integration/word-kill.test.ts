import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { notify } from "@/db/mutations/notify";
import { openDatabase } from "@/db/open";
import { notificationChoices, outbox } from "@/db/schema";
import { loadSecrets } from "@/lib/auth/secrets";
import type { Happening } from "@/lib/domain/happenings";
import type { Severity } from "@/lib/domain/incident";
import { CLAIM_LENGTH } from "@/lib/domain/outbox";
import { makeToken } from "@/lib/token";
import { shownSecret } from "@/lib/webhook/sign";
import { isSigned, startHookServer } from "../support/hook-server";
import { startMailServer, type MailServer } from "../support/mail-server";
import { makeChannel } from "../support/make-channel";
import { makeUser } from "../support/make-user";

/** So often a process is killed; `OUTBOX_KILLS=100` goes through every part of its work. */
const KILLS = Number(process.env.OUTBOX_KILLS ?? 8);
const EACH_ROUND = 5;
/** Has no divisor in common with the number of kills: early and late points take turns. */
const STRIDE = 37;
const START = Date.UTC(2026, 10, 23, 9);
const HEARS: [Happening, Severity][] = [["alert.waiting", "SEV4"]];

let dataDir: string;
let mailServer: MailServer;
let hooks: Awaited<ReturnType<typeof startHookServer>>;
let happened = 0;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "muster-word-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  globalThis.musterSealKeys = loadSecrets(dataDir).sealKeys;
  mailServer = await startMailServer();
  hooks = await startHookServer();
});
afterAll(async () => {
  replaceDatabase(undefined);
  hooks.stop();
  await mailServer.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A portal's process that sends at a moment, killed at a step of its work; answers how many steps it came to. */
async function sendAt(now: number, killAt = 0): Promise<number | undefined> {
  const args = ["--import", "tsx", "tests/support/send-killed.ts", String(now), String(killAt)];
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      SMTP_URL: mailServer.url,
      MAIL_FROM: "muster@example.com",
      PRIVATE_WEBHOOKS: "1",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said, [code, signal]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (signal === "SIGKILL") return undefined;
  expect(code).toBe(0);
  return Number(said);
}

function happen(count: number, now: number): void {
  for (let i = 0; i < count; i += 1) {
    happened += 1;
    const alert = { title: `Alert ${happened}.`, severity: null, service: null };
    const told = { is: "alert.waiting", incidentId: null, mark: happened, alert } as const;
    notify({ ...told, by: { name: "monitoring" }, text: "It fires." }, now);
  }
}

const happeningsIn = z.object({ happenings: z.array(z.int()) });
const named = z.object({ "webhook-id": z.string() });
const rows = () => db().select().from(outbox).orderBy(outbox.id).all();

type Row = ReturnType<typeof rows>[number];
type Arrived = { name: string; body: string };

/** One hearer was told all that happened, each thing in one message, and each message came with one body. */
function check(sent: Row[], arrived: Arrived[]): void {
  const told = sent.flatMap(({ payload }) => happeningsIn.parse(payload).happenings);
  const all = Array.from({ length: happened }, (_, at) => at + 1);
  expect(told.toSorted((a, b) => a - b)).toEqual(all);
  const bodies = new Map(arrived.map(({ name, body }) => [name, body]));
  expect(bodies.size).toBe(sent.length);
  expect(arrived.filter(({ name, body }) => bodies.get(name) !== body)).toEqual([]);
}

const mailsTo = (reader: string): Arrived[] =>
  mailServer.arrived.flatMap(({ to, email }) =>
    to === reader ? [{ name: email.messageId ?? "", body: email.text ?? "" }] : [],
  );

async function makeReader(email: string): Promise<number> {
  const userId = await makeUser({ email, name: "Ada" });
  const chosen = { choices: { "alert.waiting": "all" }, zone: "UTC", changedAt: START };
  db()
    .insert(notificationChoices)
    .values({ userId, ...chosen })
    .run();
  return userId;
}

describe("an outbox that tells channels and people", () => {
  test(
    "loses nothing, and sends nothing twice but under one name, however often and wherever it is killed",
    async () => {
      const secret = makeToken();
      const perMinute = EACH_ROUND - 1; // so that some are told in one message
      const webhook = { kind: "webhook", address: hooks.url, secret, hears: HEARS } as const;
      const hook = makeChannel({ ...webhook, perMinute });
      const list = makeChannel({ kind: "email", address: "ops@example.com", hears: HEARS });
      const ada = await makeReader("ada@example.com");

      happen(EACH_ROUND, START);
      const steps = (await sendAt(START)) ?? 0;
      expect(steps).toBeGreaterThan(50);
      let now = START;
      let killed = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        now += CLAIM_LENGTH;
        happen(EACH_ROUND, now);
        const killAt = 1 + Math.floor((((kill * STRIDE) % KILLS) / KILLS) * steps);
        if ((await sendAt(now, killAt)) === undefined) killed += 1;
      }
      expect(killed).toBe(KILLS);
      while (rows().some(({ state }) => state === "waiting")) {
        now += CLAIM_LENGTH;
        await sendAt(now);
      }

      const posted = hooks.posted.map(({ headers, body }) => ({
        name: named.parse(headers)["webhook-id"],
        body,
      }));
      const sent = rows().filter(({ state }) => state === "sent");
      const ofHook = sent.filter(({ channelId }) => channelId === hook.id);
      const ofList = sent.filter(({ channelId }) => channelId === list.id);
      const ofAda = sent.filter(({ userId }) => userId === ada);
      check(ofHook, posted);
      check(ofList, mailsTo("ops@example.com"));
      check(ofAda, mailsTo("ada@example.com"));
      const keys = new Set(ofHook.map(({ key }) => key));
      expect(posted.filter(({ name }) => !keys.has(name))).toEqual([]);
      expect(hooks.posted.every((one) => isSigned(one, shownSecret(secret)))).toBe(true);
    },
    60_000 + KILLS * 60_000,
  );
});
