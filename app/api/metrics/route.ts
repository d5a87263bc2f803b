import { utcNow } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { mayReadMetrics } from "@/lib/operation/metrics-door";
import { gauges } from "./gauges";

export const dynamic = "force-dynamic";

declare global {
  /** What the server in front counts. */
  var musterMetrics: { metrics: () => Promise<string> } | undefined;
}

/** How the portal runs, for Prometheus: with the token, or without one while only this machine reaches the portal. */
export async function GET(request: Request) {
  const settings = env();
  if (!mayReadMetrics(request.headers, settings)) {
    return Response.json(
      { error: "There is nothing at this address." },
      { status: 404, headers: { "Cache-Control": "no-store" } },
    );
  }
  const counted = (await globalThis.musterMetrics?.metrics()) ?? "";
  return new Response(`${counted}\n${gaugesNow()}`, {
    headers: {
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
      "Cache-Control": "no-store",
    },
  });
}

/** While the database cannot be read, what the server counts is all there is. */
function gaugesNow(): string {
  try {
    return gauges(env(), utcNow());
  } catch (error) {
    log.error({ err: error }, "the metrics of the database cannot be read");
    return "";
  }
}
