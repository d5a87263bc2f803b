import type { Insights } from "@/db/queries/insights/insights";
import type { InsightFilters } from "@/lib/domain/insights/filters";
import { formatMinutes } from "@/lib/format";
import { Bar } from "./bar";
import { NumberTable } from "./number-table";
import { Opened } from "./opened";
import { Part } from "./part";

const SHOWN_AT_MOST = 20;

type ServicesPartProps = { insights: Insights; filters: InsightFilters };

/** Which services suffer most, by minutes that grave incidents weigh heavier in. */
export function ServicesPart({ insights: { services }, filters }: ServicesPartProps) {
  const shown = services.slice(0, SHOWN_AT_MOST);
  const more = services.length - shown.length;
  return (
    <Part
      id="services"
      title="Services that hurt"
      filters={filters}
      files={{ services: "Services" }}
    >
      {shown.length === 0 ? (
        <p className="text-muted-foreground">None of these incidents names a service.</p>
      ) : (
        <NumberTable
          label="Services"
          heads={["Service", "Incidents", "Minutes", "Weighted"]}
          drawn="Weighted minutes"
          rows={shown.map(({ service, incidents, untimed, minutes, weighted }) => ({
            id: service,
            head: service,
            cells: [
              <Opened key="n" of={service} set="incidents" filters={{ ...filters, service }}>
                {untimed === 0 ? incidents : `${incidents} (${untimed} not resolved)`}
              </Opened>,
              formatMinutes(minutes),
              weighted.toLocaleString("en"),
            ],
            bar: (
              <Bar
                max={shown[0]?.weighted ?? 0}
                parts={[{ name: service, value: weighted, className: "fill-info" }]}
              />
            ),
          }))}
        />
      )}
      {more > 0 && (
        <p className="text-muted-foreground">
          {more.toLocaleString("en")} more {more === 1 ? "service is" : "services are"} in the file.
        </p>
      )}
    </Part>
  );
}
