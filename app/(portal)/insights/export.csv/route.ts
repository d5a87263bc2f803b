import { recordReading } from "@/db/mutations/audit";
import { getInsights } from "@/db/queries/insights/insights";
import { csvOf } from "@/lib/domain/csv";
import { NotFoundError } from "@/lib/domain/error";
import { parseInsightFilters } from "@/lib/domain/insights/filters";
import { INSIGHT_TABLES, tableRows } from "@/lib/domain/insights/tables";
import { defineHandler } from "@/lib/handler";

/** One table of the insights, `?table=times`, with the address's filters. */
export const GET = defineHandler<unknown>({
  needs: "incident:export",
  run(viewer, request) {
    const { search, searchParams } = new URL(request.url);
    const table = INSIGHT_TABLES.find((each) => each === searchParams.get("table"));
    if (!table) throw new NotFoundError("There is no such table.");
    recordReading(viewer.name, "incident:export", "insights", { as: "csv", query: search });
    const filters = parseInsightFilters(Object.fromEntries(searchParams));
    const insights = getInsights({ viewer, filters, now: Date.now() });
    return new Response(csvOf(tableRows(table, insights)), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="insights-${table}.csv"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
});
