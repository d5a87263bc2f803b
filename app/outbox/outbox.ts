import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { noteAttempt } from "@/db/mutations/deliveries";
import { queueDigests } from "@/db/mutations/digests";
import { tellSubscribers } from "@/db/mutations/fan-out";
import { claimMessages, settleMessage } from "@/db/mutations/outbox";
import { forgetFollowers, noteFollowerAttempt } from "@/db/mutations/share-followers";
import { tellFollowers } from "@/db/mutations/share-news";
import { forgetUnconfirmed } from "@/db/mutations/subscriptions";
import { MESSAGE_KINDS, type Claim, type MessageKind } from "@/lib/domain/outbox";
import { env } from "@/lib/env";
import { fileSender } from "@/lib/mail/file";
import type { Mail, SendLetter } from "@/lib/mail/mail";
import { smtpSender } from "@/lib/mail/smtp";
import { every, type End } from "@/lib/outbox/every";
import { sendDue, type Deliver, type Store } from "@/lib/outbox/send-due";
import { composeAccountMail, isAccountMail } from "./accounts";
import { compose } from "./compose";
import { composeFollowerMail, followerOf } from "./followers";
import { composeNoticeMail, noticeReader, sendWebhook } from "./notices";

declare global {
  var musterOutbox: { end: End } | undefined;
}

const LOOK_EVERY = 2_000;
const TELL_EVERY = 1_000;
const FOLLOW_EVERY = 10_000;
const REMIND_EVERY = 60_000;

const storeOf = (kind: MessageKind): Store => ({
  claim: (most, now) => claimMessages(most, now, kind),
  settle: settleMessage,
});

/** Where mail goes: to the mail server, or into files of the data folder where none is set. */
function letterSender(): SendLetter {
  const { smtpUrl, mailFrom: from, baseUrl, dataDir } = env();
  return smtpUrl === undefined
    ? fileSender(join(dataDir, "outbox"), { from, baseUrl })
    : smtpSender(smtpUrl, { from, baseUrl });
}

/** Nobody outside is told of the demo; files may tell of it. */
const scopeOf = (now: number) => ({ now, withDemo: env().smtpUrl === undefined });

const notice = z.object({ subscriber: z.enum(["confirm", "known", "notice"]) });
const NOTHING_LEFT = { is: "dropped", problem: "There is nothing left to say." } as const;

/** Sends reminders, and what subscribers are told. */
function deliverer(clock: () => number): Deliver {
  const send = letterSender();
  const { baseUrl, statusUrl, privateWebhooks: allowsPrivate } = env();
  const read = noticeReader(statusUrl);

  const sendMail = (claim: Claim, mail: Mail | undefined) =>
    mail ? send({ ...mail, key: claim.key, writtenAt: claim.createdAt }) : NOTHING_LEFT;

  const tell = async (claim: Claim) => {
    const now = clock();
    const composed = read(claim, notice.parse(claim.payload).subscriber, now);
    if (!composed) return NOTHING_LEFT;
    return claim.kind === "mail"
      ? sendMail(claim, composeNoticeMail(composed))
      : sendWebhook(composed, { key: claim.key, now, allowsPrivate });
  };

  const tellFollower = async (claim: Claim, follower: number) => {
    const mail = composeFollowerMail(claim, { ...scopeOf(clock()), baseUrl });
    const outcome = await sendMail(claim, mail);
    noteFollowerAttempt(follower, outcome);
    return outcome;
  };

  return async (claim) => {
    const { subscriberId } = claim;
    const follower = followerOf(claim);
    if (follower !== undefined) return tellFollower(claim, follower);
    if (subscriberId === null) {
      const write = isAccountMail(claim) ? composeAccountMail : compose;
      return sendMail(claim, write(claim, { ...scopeOf(clock()), baseUrl }));
    }
    const outcome = await tell(claim);
    noteAttempt(subscriberId, outcome);
    return outcome;
  };
}

/** Makes messages of what subscribers are to be told of, as many as may go out now. */
async function tellAll(now: number, isEnding: () => boolean): Promise<void> {
  while (!isEnding() && tellSubscribers(now, scopeOf(now))) await setImmediate();
}

/** Sends what waits, and what becomes due, until this process ends. */
export function startOutbox(): void {
  if (globalThis.musterOutbox) return;
  const deliver = deliverer(Date.now);
  let remindedAt: number | undefined;
  const ends = [
    every(REMIND_EVERY, () => {
      const now = Date.now();
      queueDigests(remindedAt, scopeOf(now));
      forgetUnconfirmed(now);
      forgetFollowers(now);
      remindedAt = now;
    }),
    every(TELL_EVERY, (isEnding) => tellAll(Date.now(), isEnding)),
    every(FOLLOW_EVERY, () => tellFollowers(Date.now())),
    ...MESSAGE_KINDS.map((kind) =>
      every(LOOK_EVERY, (isEnding) => sendDue(storeOf(kind), deliver, { isEnding })),
    ),
  ];
  globalThis.musterOutbox = {
    end: async () => {
      await Promise.all(ends.map((end) => end()));
    },
  };
}

/** Sends what is due at a moment, once; answers how many reminders were new. */
export async function sendOnce(now: number): Promise<number> {
  const queued = queueDigests(undefined, scopeOf(now));
  await tellAll(now, () => false);
  tellFollowers(now);
  const deliver = deliverer(() => now);
  for (const kind of MESSAGE_KINDS) await sendDue(storeOf(kind), deliver, { now: () => now });
  return queued;
}
