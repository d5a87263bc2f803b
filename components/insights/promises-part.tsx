import type { Insights } from "@/db/queries/insights/insights";
import type { InsightFilters } from "@/lib/domain/insights/filters";
import { Bar } from "./bar";
import { NumberTable } from "./number-table";
import { Opened } from "./opened";
import { Part } from "./part";
import { shareText } from "./share";

type PromisesPartProps = { insights: Insights; filters: InsightFilters };

/** Whether what was promised came in time. */
export function PromisesPart({ insights: { promises }, filters }: PromisesPartProps) {
  const { updates, reports } = promises;
  const all = {
    kept: updates.kept + reports.kept,
    missed: updates.missed + reports.missed,
    open: updates.open + reports.open,
  };
  const max = all.kept + all.missed + all.open;
  const row = (id: string, head: string, { kept, missed, open }: typeof all) => ({
    id,
    head,
    cells: [shareText(kept, kept + missed), kept, missed, open],
    bar: (
      <Bar
        max={max}
        parts={[
          { name: "Kept", value: kept, className: "fill-success" },
          { name: "Missed", value: missed, className: "fill-danger" },
          { name: "Open", value: open, className: "fill-muted stroke-input" },
        ]}
      />
    ),
  });
  const total = row("all", "All", all);
  return (
    <Part id="promises" title="Promises kept" filters={filters} files={{ promises: "Promises" }}>
      <NumberTable
        label="Promises"
        heads={["Promise", "Share kept", "Kept", "Missed", "Open"]}
        drawn="Kept, missed, open"
        rows={[
          {
            ...total,
            cells: [
              shareText(all.kept, all.kept + all.missed),
              <Opened key="kept" of="promises kept" set="promises-kept" filters={filters}>
                {all.kept}
              </Opened>,
              <Opened key="missed" of="promises missed" set="promises-missed" filters={filters}>
                {all.missed}
              </Opened>,
              <Opened key="open" of="promises open" set="promises-open" filters={filters}>
                {all.open}
              </Opened>,
            ],
          },
          row("updates", "Next updates", updates),
          row("reports", "Reports", reports),
        ]}
      />
    </Part>
  );
}
