import { RateLimiterMemory } from "rate-limiter-flexible";
import { noteCounted } from "@/lib/limit-news";

declare global {
  var musterShareGuesses: RateLimiterMemory | undefined;
}

const MOST = 30;

export const shareGuessLimiter = () =>
  (globalThis.musterShareGuesses ??= new RateLimiterMemory({ points: MOST, duration: 60 }));

/** Notes that someone at this address tried a share link that does not work. */
export async function noteWrongGuess(address: string): Promise<void> {
  noteCounted("share-guesses", address);
  await shareGuessLimiter().penalty(address);
}

/** True once an address has tried 30 wrong links within a minute. Right ones do not count. */
export async function isGuessing(address: string): Promise<boolean> {
  const tried = await shareGuessLimiter().get(address);
  return tried !== null && tried.consumedPoints >= MOST;
}
