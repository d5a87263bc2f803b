import { scaleLinear } from "d3-scale";
import { Fragment } from "react";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import type { Insights } from "@/db/queries/insights/insights";
import { SEVERITIES, type Severity } from "@/lib/domain/incident";
import type { InsightFilters } from "@/lib/domain/insights/filters";
import {
  MEASURES,
  TIMES,
  timeTitle,
  type TimeName,
  type TimeNumbers,
  type TimeSpread,
} from "@/lib/domain/insights/times";
import { TARGETS } from "@/lib/domain/metrics";
import { formatMinutes } from "@/lib/format";
import { NumberTable } from "./number-table";
import { Opened } from "./opened";
import { Part } from "./part";
import { SpreadDrawing } from "./spread-drawing";

type TimesPartProps = { insights: Insights; filters: InsightFilters };

/** How long it took to detect, to mitigate and to resolve, together and by severity. */
export function TimesPart({ insights: { times }, filters }: TimesPartProps) {
  return (
    <Part
      id="times"
      title="Time to detect, mitigate and resolve"
      filters={filters}
      files={{ times: "Times" }}
    >
      {TIMES.map((time) => (
        <section key={time} aria-labelledby={`time-${time}`} className="min-w-0">
          <h3 id={`time-${time}`} className="text-sm font-semibold">
            {timeTitle(time)}
          </h3>
          <TimeTable time={time} numbers={times[time]} filters={filters} />
        </section>
      ))}
    </Part>
  );
}

type TimeTableProps = { time: TimeName; numbers: TimeNumbers; filters: InsightFilters };

function TimeTable({ time, numbers, filters }: TimeTableProps) {
  const { all, bySeverity } = numbers;
  const severities = SEVERITIES.filter((severity) => bySeverity[severity].n > 0);
  const max = farthest([all, ...severities.map((severity) => bySeverity[severity])]);
  const row = (spread: TimeSpread, severity?: Severity) => ({
    id: severity ?? "all",
    head: severity ? <SeverityBadge severity={severity} /> : "All",
    cells: [
      spread.n === 0 ? (
        0
      ) : (
        <Opened
          of={`${timeTitle(time)}, ${severity ?? "all"}`}
          set={time}
          filters={severity ? { ...filters, severity } : filters}
        >
          {spread.n}
        </Opened>
      ),
      spread.median === null ? <Values spread={spread} /> : formatMinutes(spread.median),
      spread.p90 === null ? "–" : formatMinutes(spread.p90),
      spread.n === 0
        ? "–"
        : `${spread.met.toLocaleString("en")} of ${spread.n.toLocaleString("en")}`,
    ],
    bar: (
      <SpreadDrawing
        spread={spread}
        max={max}
        target={severity && TARGETS[severity][MEASURES[time].metric]}
      />
    ),
  });
  return (
    <NumberTable
      label={`${timeTitle(time)} by severity`}
      heads={["Severity", "n", "Median", "p90", "Within target"]}
      rows={[row(all), ...severities.map((severity) => row(bySeverity[severity], severity))]}
      drawn={`0 to ${formatMinutes(max)}`}
    />
  );
}

/** Few values, which on a narrow screen have a line each. */
const Values = ({ spread }: { spread: TimeSpread }) => (
  <span className="max-sm:whitespace-normal">
    {valuesText(spread)
      .split(/(?<=,) /)
      .map((value, index) => (
        <Fragment key={index}>
          {index > 0 && " "}
          <span className="whitespace-nowrap">{value}</span>
        </Fragment>
      ))}
  </span>
);

/** Few values stand for themselves. */
export const valuesText = ({ values }: Pick<TimeSpread, "values">): string =>
  values.length === 0 ? "–" : values.map(formatMinutes).join(", ");

function farthest(spreads: TimeSpread[]): number {
  const ends = spreads.flatMap(({ p90, values }) => [...values, p90 ?? 0]);
  const [, end] = scaleLinear([0, Math.max(1, ...ends)], [0, 1])
    .nice(4)
    .domain();
  return end;
}
