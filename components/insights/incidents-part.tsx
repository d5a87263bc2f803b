import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { Insights } from "@/db/queries/insights/insights";
import { SEVERITIES } from "@/lib/domain/incident";
import type { InsightFilters } from "@/lib/domain/insights/filters";
import { totalOf, type Span } from "@/lib/domain/insights/spans";
import { NumberTable } from "./number-table";
import { Opened } from "./opened";
import { Part, PRINTED_OPEN } from "./part";
import { spanName, SpansChart } from "./spans-chart";

type IncidentsPartProps = { insights: Insights; filters: InsightFilters };

/** How many incidents there were, week by week and by severity. */
export function IncidentsPart({ insights, filters }: IncidentsPartProps) {
  const { unit, spans, total } = insights;
  const title = `Incidents by ${unit} and severity`;
  const sums = SEVERITIES.map((severity) => ({
    severity,
    count: spans.reduce((sum, { counts }) => sum + counts[severity], 0),
  }));
  return (
    <Part id="incidents" title={title} filters={filters} files={{ incidents: "Incidents" }}>
      <figure className="grid grid-cols-1 gap-3">
        <SpansChart
          unit={unit}
          spans={spans}
          label={`${title}: ${sums.map(({ severity, count }) => `${count} ${severity}`).join(", ")}. The table has the numbers.`}
        />
        <figcaption>
          <ul aria-label="Severities" className="flex flex-wrap gap-x-4 gap-y-1.5">
            {sums.map(({ severity, count }) => (
              <li key={severity} className="flex items-center gap-1.5 tabular-nums">
                <SeverityBadge severity={severity} />
                <Opened of={severity} set="incidents" filters={{ ...filters, severity }}>
                  {count}
                </Opened>
              </li>
            ))}
          </ul>
        </figcaption>
      </figure>
      <Disclosure summary="View as table" className={PRINTED_OPEN}>
        <NumberTable
          label={`${title}, as a table`}
          heads={["Declared", ...SEVERITIES, "Total"]}
          rows={[
            ...spans.map((span) => ({
              id: span.from,
              head: spanName(unit, span),
              cells: cellsOf(span, filters),
            })),
            {
              id: "total",
              head: "Total",
              cells: [...sums.map(({ count }) => count), total].map((n) => n.toLocaleString("en")),
            },
          ]}
        />
      </Disclosure>
    </Part>
  );
}

function cellsOf(span: Span, filters: InsightFilters) {
  const days = { ...filters, range: undefined, from: span.from, to: span.to };
  return [
    ...SEVERITIES.map((severity) =>
      span.counts[severity] === 0 ? (
        0
      ) : (
        <Opened
          key={severity}
          of={`${severity} from ${span.from}`}
          set="incidents"
          filters={{ ...days, severity }}
        >
          {span.counts[severity]}
        </Opened>
      ),
    ),
    totalOf(span) === 0 ? (
      0
    ) : (
      <Opened key="total" of={`all from ${span.from}`} set="incidents" filters={days}>
        {totalOf(span)}
      </Opened>
    ),
  ];
}
