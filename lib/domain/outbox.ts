import type { JsonObject } from "./record";

/** How a message leaves the portal. */
export const MESSAGE_KINDS = ["mail", "webhook", "channel", "person"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/**
 * "failed" is given up, and a person can have it sent again; "dropped" had nothing left to say when its
 * turn came.
 */
export const MESSAGE_STATES = ["waiting", "sent", "failed", "dropped"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export const MESSAGE_STATE_NAMES: Record<MessageState, string> = {
  waiting: "Waiting",
  sent: "Sent",
  failed: "Failed",
  dropped: "Not needed",
};

/** A message that is this process's to send until `claimedUntil`. */
export type Claim = {
  id: number;
  key: string;
  kind: MessageKind;
  recipient: string;
  payload: JsonObject;
  subscriberId: number | null;
  noticeId: number | null;
  attempts: number;
  createdAt: number;
  claimedUntil: number;
};

/** What came of one attempt; "refused" is for good, "delayed" may go better later. */
export type Outcome = { is: "sent" } | { is: "dropped" | "refused" | "delayed"; problem: string };

/** What is stored of an outcome. */
export type Settled = {
  state: MessageState;
  dueAt?: number;
  sentAt?: number;
  problem: string | null;
};

const SECOND = 1000;
const FIRST_WAIT = 10 * SECOND;
const LONGEST_WAIT = 3600 * SECOND;
/** With these waits the last attempt comes about a day after the first. */
export const MOST_ATTEMPTS = 32;

/** Whoever has claimed a message for sending has it so long; then it died, and another may. */
export const CLAIM_LENGTH = 120 * SECOND;
/** An attempt is over well before its claim is. */
export const LONGEST_ATTEMPT = 45 * SECOND;

/**
 * How long to wait after so many attempts: twice as long each time, up to an hour, and within a quarter
 * by chance (`random` from 0 to 1), so that a server that comes back does not get everything at once.
 */
export function waitAfter(attempts: number, random: number): number {
  const wait = Math.min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT);
  return Math.round(wait * (0.75 + random / 2));
}

/** What becomes of a message after an attempt, `attempts` with this one. */
export function settle(
  outcome: Outcome,
  { attempts, now, random }: { attempts: number; now: number; random: number },
): Settled {
  if (outcome.is === "sent") return { state: "sent", sentAt: now, problem: null };
  const problem = tidyProblem(outcome.problem);
  if (outcome.is === "dropped") return { state: "dropped", problem };
  if (outcome.is === "refused" || attempts >= MOST_ATTEMPTS) return { state: "failed", problem };
  return { state: "waiting", dueAt: now + waitAfter(attempts, random), problem };
}

const LONGEST_PROBLEM = 300;

/** On one line, as another server may have worded it. */
function tidyProblem(problem: string): string {
  return problem
    .replaceAll(/[\s\p{C}]+/gu, " ")
    .trim()
    .slice(0, LONGEST_PROBLEM);
}
