import type { Json, JsonObject } from "./record";

/** What an event says of the error rate, in percent: until then, and from then on. */
export type ErrorRate = { before: number | undefined; after: number | undefined };

const NAME =
  /^error_?rate(?:_?(?:percent(?:age)?|pct))?(?:_?(before|old|from|after|new|to))?(?:_?(?:percent(?:age)?|pct))?$/i;
const BEFORE = ["before", "old", "from"];
const PERCENT = /^\d{1,3}(?:\.\d{1,9})? ?%?$/;

/**
 * The error rate in an event's metadata: `error_rate` (also with `_percent`, `_percentage` or `_pct`), a pair
 * of `error_rate_before` and `error_rate_after` or of an object's `before` and `after`, or a `metric` of that
 * name with its `value`. A number and a text such as `12.1 %` are percent as they stand, so that 0.08 is less
 * than a tenth of one percent. What is below 0 or above 100 is no error rate: it is left out, not clamped.
 */
export function errorRateIn(metadata: JsonObject | null): ErrorRate | undefined {
  if (!metadata) return undefined;
  const found: ErrorRate = { before: undefined, after: undefined };
  for (const [key, value] of Object.entries(metadata)) {
    if (!isPair(value)) read(found, key, value);
    else for (const [end, each] of Object.entries(value)) read(found, `${key}_${end}`, each);
  }
  const { metric, value } = metadata;
  if (typeof metric === "string") read(found, metric, value);
  return found.before === undefined && found.after === undefined ? undefined : found;
}

/** Takes in a value that is named like an error rate; the first of several counts. */
function read(found: ErrorRate, name: string, value: Json | undefined): void {
  const match = NAME.exec(name);
  if (!match) return;
  const percent = percentOf(value);
  if (BEFORE.includes(match[1]?.toLowerCase() ?? "")) found.before ??= percent;
  else found.after ??= percent;
}

const isPair = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function percentOf(value: Json | undefined): number | undefined {
  const number =
    typeof value === "string" && PERCENT.test(value.trim()) ? parseFloat(value.trim()) : value;
  return typeof number === "number" && number >= 0 && number <= 100 ? number : undefined;
}
