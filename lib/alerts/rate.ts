import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { noteCounted } from "@/lib/limit-news";

const MINUTE = 60;

/** So many deliveries of one source are taken in a minute, and so many wrong keys of one address are answered. */
const MOST = { deliveries: 1200, wrongKeys: 60 };

declare global {
  var musterHookRates: Record<keyof typeof MOST, RateLimiterMemory> | undefined;
}

export const hookLimiters = () =>
  (globalThis.musterHookRates ??= {
    deliveries: new RateLimiterMemory({ points: MOST.deliveries, duration: MINUTE }),
    wrongKeys: new RateLimiterMemory({ points: MOST.wrongKeys, duration: MINUTE }),
  });

/** Counts one more; in how many seconds to try again once there were too many. */
export async function waitAfter(what: keyof typeof MOST, of: string): Promise<number | undefined> {
  noteCounted(what === "deliveries" ? "deliveries" : "wrong-keys", of);
  try {
    await hookLimiters()[what].consume(of);
    return undefined;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}
