import { recordReading } from "@/db/mutations/audit";
import { listAuditEntries } from "@/db/queries/audit";
import { readAuditFilters } from "@/lib/domain/audit-filters";
import { csvOf } from "@/lib/domain/csv";
import { toUtc } from "@/lib/domain/time";
import { defineHandler } from "@/lib/handler";

const COLUMNS = "id,at,kind,who,what,of_what,via,address,request,detail".split(",");
const MOST = 10_000;

/** The entries that the page shows with the address's filters, the newest 10,000. */
export const GET = defineHandler<unknown>({
  needs: "audit:read",
  run(viewer, request) {
    const { search, searchParams } = new URL(request.url);
    recordReading(viewer.name, "audit:export", "audit record", { as: "csv", query: search });
    const filters = readAuditFilters(Object.fromEntries(searchParams));
    const rows = listAuditEntries(viewer, filters, MOST).map((entry) => [
      ...[entry.id, toUtc(entry.at), entry.kind, entry.actor, entry.action, entry.object],
      ...[entry.via, entry.address, entry.requestId],
      entry.detail && JSON.stringify(entry.detail),
    ]);
    return new Response(csvOf([COLUMNS, ...rows]), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="audit.csv"',
        "Cache-Control": "private, no-store",
      },
    });
  },
});
