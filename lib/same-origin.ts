import type { Env } from "@/lib/env";
import { isLoopbackName } from "@/lib/loopback";

/**
 * Did a page of this portal send the request? Browsers say so themselves in `Sec-Fetch-Site`; older
 * ones name the page's origin. A request that says neither is refused.
 */
export function isSameOrigin(
  headers: Headers,
  { baseUrl, onLoopback }: Pick<Env, "baseUrl" | "onLoopback">,
): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;

  const origin = headers.get("origin");
  if (origin === null) return site !== null;
  return (
    site === "same-origin" ||
    origin === new URL(baseUrl).origin ||
    (onLoopback && origin === `http://${headers.get("host")}` && isLoopback(origin))
  );
}

const isLoopback = (origin: string) =>
  URL.canParse(origin) && isLoopbackName(new URL(origin).hostname);
