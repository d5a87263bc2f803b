import { scaleBand, scaleLinear } from "d3-scale";
import { SEVERITIES, type Severity } from "@/lib/domain/incident";
import { totalOf, type Span, type Unit } from "@/lib/domain/insights/spans";
import { formatMonth } from "@/lib/domain/month";
import { formatDate } from "@/lib/format";
import { IN_FORCED_COLOURS } from "./forced-colours";

const HEIGHT = 180;
const TOP = 8;
const LABELS = 24;
const MOST_LABELS = 6;
const YEAR_OF_WEEKS = 53;

const LOOKS: Record<Severity, string> = {
  SEV1: "fill-sev1 stroke-sev1",
  SEV2: "fill-sev2 stroke-sev2",
  SEV3: "fill-sev3 stroke-sev3-foreground",
  SEV4: "fill-sev4 stroke-sev4-foreground",
};

type SpansChartProps = { unit: Unit; spans: Span[]; label: string };

/** How many incidents each span had, the worst at the bottom. The table below has the numbers. */
export function SpansChart({ unit, spans, label }: SpansChartProps) {
  const most = Math.max(1, ...spans.map(totalOf));
  const y = scaleLinear([0, most], [HEIGHT, TOP]).nice(4);
  const x = scaleBand(
    spans.map(({ from }) => from),
    [0, 100],
  );
  const width = x.bandwidth();
  const step = Math.ceil(spans.length / MOST_LABELS);

  return (
    <div className={`flex ${IN_FORCED_COLOURS}`}>
      <svg aria-hidden width="36" height={HEIGHT + LABELS} className="shrink-0">
        {wholeTicks(y.ticks(4)).map((tick) => (
          <text key={tick} x="30" y={y(tick) + 4} textAnchor="end" className={TEXT}>
            {tick}
          </text>
        ))}
      </svg>
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height={HEIGHT + LABELS}
        className="min-w-0 flex-1 overflow-visible"
      >
        {wholeTicks(y.ticks(4)).map((tick) => (
          <line key={tick} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-border" />
        ))}
        {spans.map((span) => (
          <g key={span.from}>
            {barsOf(span).map(({ severity, from, to }) => (
              <rect
                key={severity}
                x={`${(x(span.from) ?? 0) + width * 0.1}%`}
                width={`${width * 0.8}%`}
                y={y(to)}
                height={y(from) - y(to)}
                className={LOOKS[severity]}
              >
                <title>{`${spanName(unit, span)}: ${to - from} ${severity}`}</title>
              </rect>
            ))}
          </g>
        ))}
        {spans.map((span, index) =>
          index % step === 0 ? (
            <text key={span.from} x={`${x(span.from) ?? 0}%`} y={HEIGHT + 18} className={TEXT}>
              {tickName(unit, span, spans.length)}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}

const TEXT = "fill-muted-foreground text-xs tabular-nums";

const wholeTicks = (ticks: number[]) => ticks.filter((tick) => Number.isInteger(tick));

function barsOf({ counts }: Span) {
  let from = 0;
  return SEVERITIES.flatMap((severity) => {
    const to = from + counts[severity];
    const bar = { severity, from, to };
    from = to;
    return counts[severity] > 0 ? [bar] : [];
  });
}

/** A span in words: `Week of 5 Jan 2026`, `January 2026`, `2026`. */
export function spanName(unit: Unit, { from }: Pick<Span, "from">): string {
  if (unit === "year") return from.slice(0, 4);
  return unit === "month" ? formatMonth(from.slice(0, 7)) : `Week of ${formatDate(from)}`;
}

function tickName(unit: Unit, { from }: Span, count: number): string {
  if (unit === "year") return from.slice(0, 4);
  const [day = "", month = "", year = ""] = formatDate(from).split(" ");
  return unit === "week" && count <= YEAR_OF_WEEKS ? `${day} ${month}` : `${month} ${year}`;
}
