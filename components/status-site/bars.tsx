import { levelOf, type UptimeDay, type UptimeLevel } from "@/lib/domain/uptime";

const STEP = 5;
const HEIGHT = 34;

/** Each level has a shape of its own: colour alone would tell nothing to many readers. */
const SHAPES: Record<"degraded" | "partial" | "major", (x: number) => string> = {
  degraded: (x) => `M${x} 9l3-3v28h-3z`,
  partial: (x) => `M${x} 17h3v4h-3zM${x} 23h3v4h-3zM${x} 29h3v5h-3z`,
  major: (x) => `M${x} 0h3v15h-3zM${x} 19h3v15h-3z`,
};

/** Where a level's bars are alike, a run of them is one dashed line at this height. */
const LINES: Record<"well" | "unknown", number> = { well: HEIGHT / 2, unknown: HEIGHT - 1 };

/** Days as bars, the oldest first, with what they say in words; without a label it stands beside them. */
export function Bars({ days, label }: { days: UptimeDay[]; label?: string }) {
  const levels = days.map(levelOf);
  return (
    <svg
      viewBox={`0 0 ${days.length * STEP - 2} ${HEIGHT}`}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
      preserveAspectRatio="none"
    >
      {(["well", "unknown"] as const).map((level) => (
        <Drawn key={level} level={level} path={runsOf(levels, level)} />
      ))}
      {(["degraded", "partial", "major"] as const).map((level) => (
        <Drawn
          key={level}
          level={level}
          path={levels.map((one, i) => (one === level ? SHAPES[level](i * STEP) : "")).join("")}
        />
      ))}
    </svg>
  );
}

function Drawn({ level, path }: { level: UptimeLevel; path: string }) {
  return path === "" ? null : <path className={level} d={path} />;
}

/** A line over each run of days of one level; its dashes are the days. */
function runsOf(levels: UptimeLevel[], level: "well" | "unknown"): string {
  return levels
    .flatMap((one, start) => {
      if (one !== level || levels[start - 1] === level) return [];
      const rest = levels.slice(start).findIndex((other) => other !== level);
      const length = rest === -1 ? levels.length - start : rest;
      return [`M${start * STEP} ${LINES[level]}h${length * STEP - 2}`];
    })
    .join("");
}
