import type { Accepted, TextEvent } from "@/lib/domain/live-text";

/** Why the portal did not take or give something. */
export type Problem = {
  reason: string;
  /** `never`: asking again brings the same answer; `signed-out`: until somebody signs in again. */
  again: "soon" | "never" | "signed-out";
};

/** What became of a change that was sent. */
export type Answer =
  | { kind: "kept"; savedAt: number }
  /** The portal lacks something that the change builds on. */
  | { kind: "missing" }
  /** The document is no longer the one that was written in. */
  | { kind: "replaced"; reason: string }
  | { kind: "refused"; problem: Problem };

export type Stream = {
  vector: Uint8Array;
  hear: (event: TextEvent) => void;
  /** Called once, when it has ended by itself. */
  lost: (problem: Problem) => void;
};

/** How a page and the portal speak of one text. */
export type Transport = {
  /** Opens the stream, and gives what closes it. */
  open: (stream: Stream) => () => void;
  push: (live: string, data: Uint8Array) => Promise<Answer>;
  point: (data: Uint8Array) => Promise<void>;
  /** Sends a change as the page is left, without waiting for what becomes of it. */
  pushLast: (live: string, data: Uint8Array) => void;
};

export const UNREACHABLE: Problem = { reason: "The portal cannot be reached.", again: "soon" };
export const SIGNED_OUT: Problem = {
  reason: "You are signed out. Sign in again to go on writing.",
  again: "signed-out",
};

/** What an answer that is no success means. */
export async function problemOf(answer: Response): Promise<Problem> {
  if (answer.status === 401) return SIGNED_OUT;
  const reason = await sentenceOf(answer);
  const isPassing = answer.status >= 500 || [408, 429].includes(answer.status);
  return { reason, again: isPassing ? "soon" : "never" };
}

export async function answerOf(answer: Response): Promise<Answer> {
  if (answer.ok) {
    const { savedAt }: Accepted = await answer.json();
    return { kind: "kept", savedAt };
  }
  if (answer.status === 412) return { kind: "missing" };
  if (answer.status === 409) return { kind: "replaced", reason: await sentenceOf(answer) };
  return { kind: "refused", problem: await problemOf(answer) };
}

async function sentenceOf(answer: Response): Promise<string> {
  try {
    const { error }: { error: string } = await answer.json();
    return error;
  } catch {
    return UNREACHABLE.reason;
  }
}
