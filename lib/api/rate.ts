import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/env";

const WINDOW = 60;
const WRONG_TOKENS = 30;

declare global {
  var musterApiRate: RateLimiterMemory | undefined;
  var musterApiGuesses: RateLimiterMemory | undefined;
}

const requests = () =>
  (globalThis.musterApiRate ??= new RateLimiterMemory({
    points: env().apiRequestsPerMinute,
    duration: WINDOW,
  }));

const guesses = () =>
  (globalThis.musterApiGuesses ??= new RateLimiterMemory({
    points: WRONG_TOKENS,
    duration: WINDOW,
  }));

export type Rate = { isOver: boolean; headers: Record<string, string> };

/** Counts a request of a token, and says in headers how many are left. */
export async function countRequest(tokenId: number): Promise<Rate> {
  const { isOver, left, seconds } = await take(requests(), String(tokenId));
  const headers = {
    "RateLimit-Policy": `"token";q=${env().apiRequestsPerMinute};w=${WINDOW}`,
    RateLimit: `"token";r=${left};t=${seconds}`,
    ...(isOver && { "Retry-After": String(seconds) }),
  };
  return { isOver, headers };
}

/** Counts a token that does not work; true once an address has tried too many. Right ones are answered all the same. */
export async function isGuessing(address: string): Promise<boolean> {
  return (await take(guesses(), address)).isOver;
}

async function take(limiter: RateLimiterMemory, key: string) {
  try {
    return counted(await limiter.consume(key), false);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return counted(refused, true);
    throw refused;
  }
}

const counted = ({ remainingPoints, msBeforeNext }: RateLimiterRes, isOver: boolean) => ({
  isOver,
  left: remainingPoints,
  seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
});
