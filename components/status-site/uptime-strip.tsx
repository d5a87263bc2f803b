import { levelOf, type Uptime, type UptimeDay, type UptimeLevel } from "@/lib/domain/uptime";

const STEP = 5;
const HEIGHT = 34;

/** Each level has a shape of its own: colour alone would tell nothing to many readers. */
const BARS: Record<UptimeLevel, (x: number) => string> = {
  well: (x) => `M${x} 0h3v34h-3z`,
  degraded: (x) => `M${x} 9l3-3v28h-3z`,
  partial: (x) => `M${x} 17h3v4h-3zM${x} 23h3v4h-3zM${x} 29h3v5h-3z`,
  major: (x) => `M${x} 0h3v15h-3zM${x} 19h3v15h-3z`,
  unknown: (x) => `M${x} 32h3v2h-3z`,
};

type UptimeStripProps = { uptime: Uptime; name: string };

/** The last days as a row of bars, and in words those that were not well. */
export function UptimeStrip({ uptime: { days, percent }, name }: UptimeStripProps) {
  const bad = days.filter((day) => ["degraded", "partial", "major"].includes(levelOf(day)));
  const figure = percent === undefined ? "no data yet" : `${percent.toFixed(2)} % uptime`;
  return (
    <div className="uptime">
      <svg
        viewBox={`0 0 ${days.length * STEP - 2} ${HEIGHT}`}
        role="img"
        aria-label={`${name}: ${figure} over ${days.length} days, ${counted(bad.length)} with problems`}
        preserveAspectRatio="none"
      >
        {(["well", "degraded", "partial", "major", "unknown"] as const).map((level) => {
          const path = days
            .map((day, i) => (levelOf(day) === level ? BARS[level](i * STEP) : ""))
            .join("");
          return path && <path key={level} className={level} d={path} />;
        })}
      </svg>
      <p className="scale">
        <span>{days.length} days ago</span>
        <span>{figure}</span>
        <span>Today</span>
      </p>
      {bad.length > 0 && (
        <details>
          <summary>{counted(bad.length)} with problems</summary>
          <ul>
            {bad.toReversed().map((day) => (
              <li key={day.day}>
                <time dateTime={day.day}>{day.day}</time>: {outageInWords(day)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const counted = (days: number) => `${days} ${days === 1 ? "day" : "days"}`;

const KINDS = [
  ["major", "major outage"],
  ["partial", "partial outage"],
  ["degraded", "degraded performance"],
] as const;

/** "major outage 1 h 5 min, partial outage 20 min" */
export function outageInWords({ outage }: UptimeDay): string {
  if (!outage) return "no data";
  const said = KINDS.flatMap(([kind, words]) =>
    outage[kind] > 0 ? [`${words} ${duration(outage[kind])}`] : [],
  );
  return said.join(", ") || "no problems";
}

function duration(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`]
    .filter(Boolean)
    .join(" ");
}
