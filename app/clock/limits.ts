import { randomUUID } from "node:crypto";
import type { RateLimiterMemory } from "rate-limiter-flexible";
import { keepCounts } from "@/db/mutations/limit-counts";
import { latestCountId, listCountsElsewhere } from "@/db/queries/limit-counts";
import { hookLimiters } from "@/lib/alerts/rate";
import { apiGuessLimiter, apiLimiter } from "@/lib/api/rate";
import type { Limit } from "@/lib/domain/limits";
import { env } from "@/lib/env";
import { collectCounts, takeCounted } from "@/lib/limit-news";
import { every, type End } from "@/lib/outbox/every";
import { shareGuessLimiter } from "@/lib/share-guesses";
import { subscribeLimiter } from "@/lib/subscribe-limits";

declare global {
  var musterLimits: End | undefined;
}

const TELL_EVERY = 1000;

const LIMITERS: Record<Limit, () => RateLimiterMemory> = {
  api: apiLimiter,
  "api-guesses": apiGuessLimiter,
  "share-guesses": shareGuessLimiter,
  subscribe: subscribeLimiter,
  deliveries: () => hookLimiters().deliveries,
  "wrong-keys": () => hookLimiters().wrongKeys,
};

/** Lets all machines that share a database count together, each a second or two behind the others. */
export function startSharedLimits(): void {
  if (!env().primary || globalThis.musterLimits) return;
  collectCounts();
  globalThis.musterLimits = every(TELL_EVERY, limitSharer(randomUUID()));
}

/** One exchange, to be repeated: tells what was counted here, and counts what was counted elsewhere. */
export function limitSharer(machine: string): () => Promise<void> {
  let seen: number | undefined;
  return async () => {
    seen ??= latestCountId();
    for (const { id, limit, key, count } of listCountsElsewhere(machine, seen)) {
      await LIMITERS[limit]().penalty(key, count);
      seen = id;
    }
    keepCounts(machine, takeCounted(), Date.now());
  };
}
