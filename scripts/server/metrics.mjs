// What the server counts of its requests and of itself, for /api/metrics. Bundles meet it on `globalThis`.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

const registry = new Registry();
globalThis.musterMetrics = registry;
collectDefaultMetrics({ register: registry });

const requests = new Counter({
  name: "muster_requests_total",
  help: "Requests that were answered, by what they asked for and how.",
  labelNames: ["kind", "method", "status"],
  registers: [registry],
});
const seconds = new Histogram({
  name: "muster_request_seconds",
  help: "Seconds from a request's headers to the end of its answer, without live streams.",
  labelNames: ["kind"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
});
const staleSince = new Gauge({
  name: "muster_public_site_stale_since_seconds",
  help: "Since when (Unix time) the public site knows of nothing new; 0 where it is as new as it can be.",
  registers: [registry],
});
const siteChanges = new Counter({
  name: "muster_public_site_changes_total",
  help: "How often something on the public site changed.",
  registers: [registry],
});

const KINDS = [
  ["health", /^\/api\/(?:health|ready|metrics)$/],
  ["api", /^\/api\/v1(?:\/|$)/],
  ["hook", /^\/api\/(?:hooks|webhooks)\//],
  ["assistant", /^\/api\/mcp$/],
  ["live", /^\/api\/(?:live$|postmortems\/)/],
  ["shared", /^\/s\//],
  ["sign-in", /^\/(?:login|api\/auth)(?:\/|$)/],
  ["file", /^\/_next\//],
];
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What was asked for: few words, whatever strangers ask for. */
export function kindOf(path, headers) {
  const known = KINDS.find(([, pattern]) => pattern.test(path))?.[0];
  return known ?? (headers["next-action"] === undefined ? "page" : "action");
}

/** Counts an answer; `began` is missing where the time says nothing. */
export function countRequest(kind, { method, status, began }) {
  const known = METHODS.includes(method) ? method : "other";
  requests.inc({ kind, method: known, status });
  if (began !== undefined && kind !== "live") {
    seconds.observe({ kind }, Number(process.hrtime.bigint() - began) / 1e9);
  }
}

/** Hears how the public site stands. */
export function noteSite({ since, isChange }) {
  if (isChange) siteChanges.inc();
  else staleSince.set(since === undefined ? 0 : since / 1000);
}
