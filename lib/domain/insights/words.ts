import type { InsightFilters } from "./filters";

type Text = (day: string) => string;

/** The days in words: "from 1 Jan 2026 to 31 Mar 2026", "since 1 Jan 2026". */
export function daysText({ from, to }: { from?: string; to?: string }, text: Text): string {
  if (from && to) return `from ${text(from)} to ${text(to)}`;
  if (from) return `since ${text(from)}`;
  return to ? `up to ${text(to)}` : "over the whole time";
}

/** Which of the incidents are meant, besides the days: ", SEV1, payments-api, with drills". */
export function narrowedText({ severity, service, drills }: InsightFilters): string {
  return [severity, service, drills === "with" ? "with drills" : "without drills"]
    .flatMap((word) => (word ? `, ${word}` : []))
    .join("");
}
