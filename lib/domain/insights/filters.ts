import { SEVERITIES, type Severity } from "../incident";
import { isCalendarDay } from "../time";
import { addDays } from "../working-days";

/** How many days back from today a range goes; "all" has no beginning. */
export const RANGES = { "30": 30, "90": 90, "365": 365, all: undefined } as const;
export type Range = keyof typeof RANGES;
export const RANGE_NAMES: Record<Range, string> = {
  "30": "Last 30 days",
  "90": "Last 90 days",
  "365": "Last 365 days",
  all: "Whole time",
};
const USUAL: Range = "90";

export type InsightFilters = {
  /** None where days are named. */
  range?: Range | undefined;
  /** The first and the last calendar day, in UTC, on which an incident was declared. */
  from?: string | undefined;
  to?: string | undefined;
  severity?: Severity | undefined;
  service?: string | undefined;
  /** Exercises are left out unless they are asked for. */
  drills?: "with" | undefined;
};

type Params = Record<string, string | string[] | undefined>;

const LONGEST = 200;
/** Times of records lie between these days. */
const [FIRST, LAST] = ["1970-01-01", "2100-01-01"];

const isRange = (word: string): word is Range => Object.hasOwn(RANGES, word);

/** The filters that an address asks for. What makes no sense there counts as not asked for. */
export function parseInsightFilters(params: Params): InsightFilters {
  const read = (name: string) => {
    const given = params[name];
    const text = (Array.isArray(given) ? given[0] : given)?.trim().slice(0, LONGEST);
    return text === "" ? undefined : text;
  };
  const day = (name: string) => {
    const text = read(name);
    return text && isCalendarDay(text) && FIRST <= text && text <= LAST ? text : undefined;
  };
  const [from, last] = [day("from"), day("to")];
  const to = from && last && last < from ? undefined : last;
  const range = read("range") ?? USUAL;
  return {
    range: from || to ? undefined : isRange(range) ? range : USUAL,
    from,
    to,
    severity: SEVERITIES.find((severity) => severity === read("severity")),
    service: read("service"),
    drills: read("drills") === "with" ? "with" : undefined,
  };
}

/** The address's query for these filters, `?range=30&severity=SEV1`, without what goes without saying. */
export function insightQuery(
  { range, ...filters }: InsightFilters,
  more: Record<string, string | undefined> = {},
): string {
  const query = new URLSearchParams();
  if (range && range !== USUAL) query.set("range", range);
  for (const [name, value] of Object.entries({ ...filters, ...more })) {
    if (value) query.set(name, value);
  }
  return query.size > 0 ? `?${query}` : "";
}

/** The first and the last day; without one there is no limit on that side. */
export type Days = { from?: string | undefined; to?: string | undefined };

/** The days that the filters mean on this day. */
export function daysOf({ range, from, to }: InsightFilters, today: string): Days {
  const count = range && RANGES[range];
  return count === undefined ? { from, to } : { from: addDays(today, 1 - count), to: today };
}
