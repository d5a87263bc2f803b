import { describe, expect, test } from "vitest";
import { tellWord } from "@/app/outbox/word";
import { db } from "@/db/client";
import { callDue } from "@/db/mutations/escalation-clock";
import { acknowledge, acknowledgeByLink } from "@/db/mutations/escalations";
import { settleMessage } from "@/db/mutations/outbox";
import { claimWord } from "@/db/mutations/word-claims";
import { escalations, outbox } from "@/db/schema";
import type { Mail } from "@/lib/mail/mail";
import { sendDue } from "@/lib/outbox/send-due";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { makeAccount, makeOnCallTeam } from "../support/make-on-call";

freshDatabase();

const MINUTE = 60_000;

/** Grace declares an incident, for which Ada is on call, and Ben is next. */
function makeWorld(): string {
  for (const name of ["Grace", "Ada", "Ben"]) makeAccount(name);
  makeOnCallTeam({ members: ["Ada", "Ben"], onCall: ["Ada", "Ben"] });
  return makeIncident({ service: "checkout" });
}

/** Sends what is due to people, and gives the mails. */
async function mailsAt(now: number): Promise<Mail[]> {
  const mails: Mail[] = [];
  const place = {
    ...{ now, withDemo: true, allowsPrivate: false },
    ...{ baseUrl: "https://muster.example.com", statusUrl: "https://status.example.com" },
    sendMail: (_: unknown, mail: Mail) => {
      mails.push(mail);
      return Promise.resolve({ is: "sent" } as const);
    },
  };
  const store = {
    claim: (most: number, at: number) => claimWord("person", most, at),
    settle: settleMessage,
  };
  await sendDue(store, async (claim) => tellWord(claim, place), { now: () => now });
  return mails;
}

const LINK = /https:\/\/muster\.example\.com\/login\/acknowledge\?token=([\w-]+)/;

describe("a call", () => {
  test("is a mail with a link that acknowledges for its reader", async () => {
    const key = makeWorld();
    const [mail, ...others] = await mailsAt(NOON);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ recipient: "ada@example.com" });
    expect(mail?.text).toContain(`Acknowledge ${key}: `);
    expect(mail?.text).toContain("SEV2 asks for a response within 15 minutes.");

    const token = LINK.exec(mail?.text ?? "")?.[1] ?? "";
    acknowledgeByLink({ token }, NOON + MINUTE);
    expect(db().select().from(escalations).get()).toMatchObject({ acknowledgedBy: "Ada" });
  });

  test("goes to the next one with a link of their own", async () => {
    makeWorld();
    const [first] = await mailsAt(NOON);
    callDue(NOON + 15 * MINUTE);
    const [second, ...others] = await mailsAt(NOON + 15 * MINUTE);
    expect(others).toEqual([]);
    expect(second).toMatchObject({ recipient: "ben@example.com" });
    expect(second?.text).toContain("Calling the next on call: Ben.");
    expect(LINK.exec(second?.text ?? "")?.[1]).not.toBe(LINK.exec(first?.text ?? "")?.[1]);
  });

  test("is not sent any more once somebody has acknowledged", async () => {
    const key = makeWorld();
    acknowledge(makeViewer(), { key }, NOON);
    expect(await mailsAt(NOON)).toEqual([]);
    expect(db().select().from(outbox).all()).toMatchObject([{ state: "dropped" }]);
  });
});
