import { recordReading } from "@/db/mutations/audit";
import { listForExport } from "@/db/queries/incidents";
import { csvOf } from "@/lib/domain/csv";
import { parseIncidentFilters } from "@/lib/domain/incident-filters";
import { minutesBetween, toUtc } from "@/lib/domain/time";
import { defineHandler } from "@/lib/handler";

const COLUMNS =
  "id,title,severity,status,services,commander,declared_at,resolved_at,minutes,drill,private,merged_into".split(
    ",",
  );
const MOST_KEYS = 500;

/** The list with the address's filters, or the rows whose keys it names. */
export const GET = defineHandler<unknown>({
  needs: "incident:export",
  run(viewer, request) {
    const { search, searchParams } = new URL(request.url);
    recordReading(viewer.name, "incident:export", "incidents", { as: "csv", query: search });
    const filters = parseIncidentFilters(Object.fromEntries(searchParams));
    const keys = searchParams.getAll("key").slice(0, MOST_KEYS);
    const rows = listForExport(viewer, filters, keys).map((incident) => [
      incident.key,
      incident.title,
      incident.severity,
      incident.status,
      incident.services.join(", "),
      incident.commander,
      toUtc(incident.declaredAt),
      incident.resolvedAt === null ? null : toUtc(incident.resolvedAt),
      incident.resolvedAt === null
        ? null
        : minutesBetween(incident.declaredAt, incident.resolvedAt),
      incident.isDrill ? "yes" : "no",
      incident.isPrivate ? "yes" : "no",
      incident.mergedInto ?? null,
    ]);
    return new Response(csvOf([COLUMNS, ...rows]), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="incidents.csv"',
        "Cache-Control": "private, no-store",
      },
    });
  },
});
