import type { Insights } from "@/db/queries/insights/insights";
import type { InsightFilters } from "@/lib/domain/insights/filters";
import { humanize } from "@/lib/format";
import { Bar } from "./bar";
import { NumberTable } from "./number-table";
import { Opened } from "./opened";
import { Part } from "./part";

type CausesPartProps = { insights: Insights; filters: InsightFilters };

/** Which kinds of factors there are, and which come again. */
export function CausesPart({ insights: { categories, recurring }, filters }: CausesPartProps) {
  const most = Math.max(...categories.map(({ incidents }) => incidents));
  return (
    <Part
      id="causes"
      title="Causes that come back"
      filters={filters}
      files={{ categories: "Categories", causes: "Causes" }}
    >
      <NumberTable
        label="Contributing factors by category"
        heads={["Category", "Incidents", "Factors"]}
        drawn="Incidents"
        rows={categories.map(({ category, incidents, factors }) => ({
          id: category,
          head: humanize(category),
          cells: [
            incidents === 0 ? (
              0
            ) : (
              <Opened of={category} set="causes" filters={filters} more={{ category }}>
                {incidents}
              </Opened>
            ),
            factors.toLocaleString("en"),
          ],
          bar: (
            <Bar
              max={most}
              parts={[{ name: humanize(category), value: incidents, className: "fill-info" }]}
            />
          ),
        }))}
      />
      {recurring.length === 0 ? (
        <p className="text-muted-foreground">No factor is named by more than one incident.</p>
      ) : (
        <NumberTable
          label="Factors of several incidents"
          heads={["Factor", "Category", "Incidents"]}
          rows={recurring.map(({ name, factor, category, incidents }) => ({
            id: name,
            head: factor,
            cells: [
              humanize(category),
              <Opened key="n" of={factor} set="causes" filters={filters} more={{ cause: name }}>
                {incidents}
              </Opened>,
            ],
          }))}
        />
      )}
    </Part>
  );
}
