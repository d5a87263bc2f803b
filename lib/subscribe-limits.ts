import { RateLimiterMemory } from "rate-limiter-flexible";

declare global {
  var musterSubscribeAsks: RateLimiterMemory | undefined;
}

const MOST = 20;

const asks = () =>
  (globalThis.musterSubscribeAsks ??= new RateLimiterMemory({ points: MOST, duration: 3600 }));

/** Counts a try; false once a client has tried 20 times within an hour. */
export async function mayAsk(client: string): Promise<boolean> {
  const tried = await asks().penalty(client);
  return tried.consumedPoints <= MOST;
}
