import { settle, type Claim, type Outcome, type Settled } from "@/lib/domain/outbox";
import { log } from "@/lib/log";

/** Where messages wait. */
export type Store = {
  /** Takes some that are due, so that no other process does; a claim that ran out is due again. */
  claim: (most: number, now: number) => Claim[];
  /** Keeps what came of an attempt; false where the claim had run out and another has it now. */
  settle: (claim: Claim, settled: Settled) => boolean;
};

/** Sends one message, or says why not. What it throws counts as delayed. */
export type Deliver = (claim: Claim) => Promise<Outcome>;

type Circumstances = {
  isEnding?: () => boolean;
  now?: () => number;
  random?: () => number;
};

const AT_ONCE = 10;

/**
 * Sends all that is due, some at once. A message is settled after it was handed over, so a crash between
 * the two sends it a second time, under the same name: never none, and one for whoever knows it again.
 */
export async function sendDue(
  store: Store,
  deliver: Deliver,
  { isEnding = () => false, now = Date.now, random = Math.random }: Circumstances = {},
): Promise<void> {
  while (!isEnding()) {
    const claims = store.claim(AT_ONCE, now());
    if (claims.length === 0) return;
    await Promise.all(
      claims.map(async (claim) => {
        const outcome = await attempted(deliver, claim);
        const { attempts } = claim;
        const isKept = store.settle(
          claim,
          settle(outcome, { attempts, now: now(), random: random() }),
        );
        if (!isKept) log.warn({ message: claim.id }, "a message took longer than its claim");
      }),
    );
  }
}

async function attempted(deliver: Deliver, claim: Claim): Promise<Outcome> {
  try {
    const outcome = await deliver(claim);
    if (outcome.is === "sent") log.info({ message: claim.id }, "sent a message");
    else log.warn({ message: claim.id, outcome: outcome.is }, "did not send a message");
    return outcome;
  } catch (error) {
    log.error({ err: error, message: claim.id }, "sending a message failed");
    return { is: "delayed", problem: "Something broke on our side." };
  }
}
