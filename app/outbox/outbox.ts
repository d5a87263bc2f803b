import { join } from "node:path";
import { queueDigests } from "@/db/mutations/digests";
import { claimMessages, settleMessage } from "@/db/mutations/outbox";
import { env } from "@/lib/env";
import { fileSender } from "@/lib/mail/file";
import type { SendLetter } from "@/lib/mail/mail";
import { smtpSender } from "@/lib/mail/smtp";
import { every, type End } from "@/lib/outbox/every";
import { sendDue, type Deliver, type Store } from "@/lib/outbox/send-due";
import { compose } from "./compose";

declare global {
  var musterOutbox: { end: End } | undefined;
}

const LOOK_EVERY = 5_000;
const REMIND_EVERY = 60_000;

const store: Store = { claim: claimMessages, settle: settleMessage };

/** Where mail goes: to the mail server, or into files of the data folder where none is set. */
function letterSender(): SendLetter {
  const { smtpUrl, mailFrom: from, baseUrl, dataDir } = env();
  return smtpUrl === undefined
    ? fileSender(join(dataDir, "outbox"), { from, baseUrl })
    : smtpSender(smtpUrl, { from, baseUrl });
}

/** Nobody outside is told of the demo; files may tell of it. */
const scope = () => ({ now: Date.now(), withDemo: env().smtpUrl === undefined });

function deliverer(): Deliver {
  const send = letterSender();
  return async (claim) => {
    const mail = compose(claim, { ...scope(), baseUrl: env().baseUrl });
    if (!mail) return { is: "dropped", problem: "There is nothing left to say." };
    return send({ ...mail, key: claim.key, writtenAt: claim.createdAt });
  };
}

/** Puts the reminders into the outbox that are due since the last time. */
function reminders(): () => number {
  let after: number | undefined;
  return () => {
    const now = scope();
    const queued = queueDigests(after, now);
    after = now.now;
    return queued;
  };
}

/** Sends what waits, and what becomes due, until this process ends. */
export function startOutbox(): void {
  if (globalThis.musterOutbox) return;
  const remind = reminders();
  const deliver = deliverer();
  const endReminders = every(REMIND_EVERY, () => void remind());
  const endSending = every(LOOK_EVERY, (isEnding) => sendDue(store, deliver, isEnding));
  globalThis.musterOutbox = {
    end: async () => {
      await Promise.all([endReminders(), endSending()]);
    },
  };
}

/** Sends what is due by now, once; answers how many reminders were new. */
export async function sendOnce(): Promise<number> {
  const queued = reminders()();
  await sendDue(store, deliverer());
  return queued;
}
