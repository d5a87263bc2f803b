import { createHash, timingSafeEqual } from "node:crypto";
import type { Env } from "@/lib/env";

/** Whether somebody may read the metrics: with the token, or while only this machine reaches the portal. */
export function mayReadMetrics(
  headers: Headers,
  { metricsToken, onLoopback }: Pick<Env, "metricsToken" | "onLoopback">,
): boolean {
  if (metricsToken === undefined) return onLoopback;
  const shown = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(shown), digest(metricsToken));
}

const digest = (text: string) => createHash("sha256").update(text).digest();
