import { createHash } from "node:crypto";
import type { Normalised } from "@/lib/domain/alerts/alert";
import { normalise } from "@/lib/domain/alerts/normalise";
import type { SourceKind } from "@/lib/domain/alerts/source";
import { parsedJson } from "@/lib/json";
import { isDeeperThan } from "@/lib/record/nesting.mjs";

const MOST_LEVELS = 32;
const LONGEST_ID = 200;
const LONGEST_HEADER = 500;

/** Headers that say something of a delivery. None of them opens anything. */
const KEPT_HEADERS = [
  "content-type",
  "user-agent",
  "x-webhook-id",
  "x-webhook-subscription",
  "sentry-hook-resource",
  "sentry-hook-timestamp",
  "request-id",
  "webhook-id",
  "webhook-timestamp",
  "idempotency-key",
];

/** Where each source numbers its deliveries, so that one that comes twice is known. */
const ID_HEADERS: Partial<Record<SourceKind, string>> = {
  pagerduty: "x-webhook-id",
  sentry: "request-id",
  json: "webhook-id",
};

export type Delivery = {
  /** As its sender numbers it, or what follows from its content. */
  id: string;
  isNumbered: boolean;
  body: Buffer;
  headers: Record<string, string>;
};

/** A delivery as it is kept. */
export function deliveryOf(kind: SourceKind, headers: Headers, body: Buffer): Delivery {
  const name = ID_HEADERS[kind];
  const given = name === undefined ? undefined : headers.get(name)?.slice(0, LONGEST_ID);
  return {
    id: given ? `id ${given}` : `content ${createHash("sha256").update(body).digest("hex")}`,
    isNumbered: Boolean(given),
    body,
    headers: Object.fromEntries(
      KEPT_HEADERS.flatMap((header): [string, string][] => {
        const value = headers.get(header);
        return value === null ? [] : [[header, value.slice(0, LONGEST_HEADER)]];
      }),
    ),
  };
}

/** What a delivery says. A body that is no JSON, or nested beyond all sense, is of a shape that nobody knows. */
export function readDelivery(
  kind: SourceKind,
  { body, headers }: Pick<Delivery, "body" | "headers">,
): Normalised {
  const text = body.toString("utf8");
  if (isDeeperThan(text, MOST_LEVELS)) {
    return { is: "unknown", why: `It is nested deeper than ${MOST_LEVELS} levels.` };
  }
  const value = parsedJson(text);
  return value === undefined
    ? { is: "unknown", why: "It is no JSON." }
    : normalise(kind, value, headers);
}
