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
const scopeOf = (now: number) => ({ now, withDemo: env().smtpUrl === undefined });

function deliverer(clock: () => number): Deliver {
  const send = letterSender();
  return async (claim) => {
    const mail = compose(claim, { ...scopeOf(clock()), baseUrl: env().baseUrl });
    if (!mail) return { is: "dropped", problem: "There is nothing left to say." };
    return send({ ...mail, key: claim.key, writtenAt: claim.createdAt });
  };
}

/** Sends what waits, and what becomes due, until this process ends. */
export function startOutbox(): void {
  if (globalThis.musterOutbox) return;
  const deliver = deliverer(Date.now);
  let remindedAt: number | undefined;
  const endReminders = every(REMIND_EVERY, () => {
    const now = Date.now();
    queueDigests(remindedAt, scopeOf(now));
    remindedAt = now;
  });
  const endSending = every(LOOK_EVERY, (isEnding) => sendDue(store, deliver, { isEnding }));
  globalThis.musterOutbox = {
    end: async () => {
      await Promise.all([endReminders(), endSending()]);
    },
  };
}

/** Sends what is due at a moment, once; answers how many reminders were new. */
export async function sendOnce(now: number): Promise<number> {
  const queued = queueDigests(undefined, scopeOf(now));
  await sendDue(
    store,
    deliverer(() => now),
    { now: () => now },
  );
  return queued;
}
