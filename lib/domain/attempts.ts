const MINUTE = 60_000;
const LONGEST_WAIT = 15 * MINUTE;

/** Attempts are forgotten when none was made for this long. */
export const ATTEMPTS_FORGOTTEN_AFTER = 60 * MINUTE;

/** How many attempts may fail before each further one has to wait. Many people can share an address. */
export const FREE_ATTEMPTS = { account: 5, address: 100, reset: 20 } as const;

export type Attempts = { count: number; lastAt: number };

/**
 * For how many milliseconds no further attempt is allowed: 1, 2, 4, 8 and then always 15 minutes after
 * the last one. There is no lock, because whoever can lock an account can keep a responder out.
 */
export function waitAfter({ count, lastAt }: Attempts, free: number, now: number): number {
  if (count < free || isForgotten({ count, lastAt }, now)) return 0;
  const wait = Math.min(2 ** (count - free) * MINUTE, LONGEST_WAIT);
  return Math.min(Math.max(lastAt + wait - now, 0), wait);
}

/** The count with one more attempt in it. */
export function withAttempt(before: Attempts | undefined, now: number): Attempts {
  const count = !before || isForgotten(before, now) ? 0 : before.count;
  return { count: count + 1, lastAt: now };
}

const isForgotten = ({ lastAt }: Attempts, now: number) => now - lastAt > ATTEMPTS_FORGOTTEN_AFTER;

/** The refusal that a wait is answered with. */
export function waitSentence(wait: number): string {
  const minutes = Math.ceil(wait / MINUTE);
  return `Too many attempts. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
}
