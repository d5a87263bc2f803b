import { formatDate, formatMinutes } from "@/lib/format";
import { levelOf, type Uptime, type UptimeDay } from "@/lib/domain/uptime";
import { Bars } from "./bars";

const TOLD = 3; // days that the picture's own words name

type UptimeStripProps = {
  /** Unique in its page. */
  id: string;
  name: string;
  uptime: Uptime;
  /** What the first and the last day are. */
  from: string;
  until: string;
};

/** Days as a row of bars, and in words those that were not well: one stop for the keyboard. */
export function UptimeStrip({
  id,
  name,
  uptime: { days, percent },
  from,
  until,
}: UptimeStripProps) {
  const bad = days.filter((day) => ["degraded", "partial", "major"].includes(levelOf(day)));
  const figure = percent === undefined ? "no data yet" : `${percent.toFixed(2)} % uptime`;
  const told = bad.toReversed().slice(0, TOLD).map(dayInWords);
  const more = bad.length > told.length ? [`and ${bad.length - told.length} more`] : [];
  return (
    <div className="uptime">
      <Bars
        days={days}
        label={`${name}: ${[`${figure} over ${days.length} days, ${counted(bad.length)} with problems`, ...told, ...more].join("; ")}`}
      />
      <p className="scale">
        <span>{from}</span>
        <span>{figure}</span>
        <span>{until}</span>
      </p>
      {bad.length > 0 && (
        <details id={`d-${id}`}>
          <summary>{counted(bad.length)} with problems</summary>
          <ul>
            {bad.toReversed().map((day) => (
              <li key={day.day}>{dayInWords(day)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const counted = (days: number) => `${days} ${days === 1 ? "day" : "days"}`;

const dayInWords = (day: UptimeDay) => `${formatDate(day.day)}: ${outageInWords(day)}`;

const KINDS = [
  ["major", "major outage"],
  ["partial", "partial outage"],
  ["degraded", "degraded performance"],
] as const;

/** "major outage 1 h 5 min, partial outage 20 min" */
export function outageInWords({ outage }: UptimeDay): string {
  if (!outage) return "no data";
  const said = KINDS.flatMap(([kind, words]) =>
    outage[kind] > 0 ? [`${words} ${formatMinutes(wholeMinutes(outage[kind]))}`] : [],
  );
  return said.join(", ") || "no problems";
}

const wholeMinutes = (seconds: number) => Math.max(1, Math.round(seconds / 60));
