import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Insights } from "@/db/queries/insights/insights";
import type { InsightFilters } from "@/lib/domain/insights/filters";
import { ENOUGH_VALUES } from "@/lib/domain/insights/spread";
import { TIMES, timeTitle, type TimeName } from "@/lib/domain/insights/times";
import { formatMinutes } from "@/lib/format";
import { behindPath } from "./opened";
import { shareText } from "./share";
import { valuesText } from "./times-part";

type KeyNumbersProps = { insights: Insights; filters: InsightFilters };

/** The numbers that most people come for, each with the way to what it is made of. */
export function KeyNumbers({ insights, filters }: KeyNumbersProps) {
  const { updates, reports } = insights.promises;
  const kept = updates.kept + reports.kept;
  const ended = kept + updates.missed + reports.missed;
  const numbers = [
    {
      label: "Incidents",
      value: insights.total.toLocaleString("en"),
      note: "Declared in these days",
      href: behindPath("incidents", filters),
      how: "#incidents",
    },
    ...TIMES.map((time) => ({
      label: timeTitle(time),
      ...timeWords(insights, time),
      href: behindPath(time, filters),
      how: "#times",
    })),
    {
      label: "Promises kept",
      value: shareText(kept, ended),
      note: `${kept.toLocaleString("en")} of ${ended.toLocaleString("en")} that ended`,
      href: behindPath("promises-kept", filters),
      how: "#promises",
    },
  ];
  return (
    <ul aria-label="Key numbers" className="grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
      {numbers.map((number) => (
        <li key={number.label} className="grid">
          <KeyNumber {...number} />
        </li>
      ))}
    </ul>
  );
}

function timeWords({ times }: Insights, time: TimeName) {
  const { n, median, p90 } = times[time].all;
  const count = `n\u00a0=\u00a0${n.toLocaleString("en")}`;
  return median === null
    ? { value: valuesText(times[time].all), note: `${count}; medians need ${ENOUGH_VALUES}` }
    : { value: formatMinutes(median), note: `Median. p90 ${formatMinutes(p90 ?? 0)}, ${count}` };
}

type KeyNumberProps = { label: string; value: string; note: string; href: string; how: string };

function KeyNumber({ label, value, note, href, how }: KeyNumberProps) {
  return (
    <Card className="grid content-start gap-1 p-4 break-inside-avoid">
      <h2 className="text-[0.8125rem] leading-5 font-medium text-muted-foreground">{label}</h2>
      <p className="text-xl leading-8 font-semibold wrap-anywhere tabular-nums">
        <Link
          href={href}
          prefetch={false}
          className="touch-target relative text-foreground underline decoration-border underline-offset-4 hover:decoration-current"
        >
          {value}
          <span className="sr-only">, {label}: open its incidents</span>
        </Link>
      </p>
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">{note}</p>
      <p className="text-[0.8125rem] leading-5 print:hidden">
        <a href={how} className="touch-target relative text-link hover:underline">
          Details<span className="sr-only"> and how it is measured: {label}</span>
        </a>
      </p>
    </Card>
  );
}
