import { RateLimiterMemory } from "rate-limiter-flexible";
import { noteCounted } from "@/lib/limit-news";

declare global {
  var musterSubscribeAsks: RateLimiterMemory | undefined;
}

const MOST = 20;

export const subscribeLimiter = () =>
  (globalThis.musterSubscribeAsks ??= new RateLimiterMemory({ points: MOST, duration: 3600 }));

/** Counts a try; false once a client has tried 20 times within an hour. */
export async function mayAsk(client: string): Promise<boolean> {
  noteCounted("subscribe", client);
  const tried = await subscribeLimiter().penalty(client);
  return tried.consumedPoints <= MOST;
}
