import { recordReading } from "@/db/mutations/audit";
import { listAllSubscribers } from "@/db/queries/subscribers";
import { csvOf } from "@/lib/domain/csv";
import { LIST_COLUMNS } from "@/lib/domain/subscriber-list";
import { toUtc } from "@/lib/domain/time";
import { defineHandler } from "@/lib/handler";

/** All subscribers, in the form in which they can be imported. */
export const GET = defineHandler<unknown>({
  needs: "subscriber:manage",
  run(viewer) {
    recordReading(viewer.name, "subscriber:export", "subscribers", { as: "csv" });
    const rows = listAllSubscribers().map(({ address, kind, state, components, confirmedAt }) => [
      address,
      kind,
      state,
      components.join("; "),
      confirmedAt === null ? null : toUtc(confirmedAt),
    ]);
    return new Response(csvOf([[...LIST_COLUMNS], ...rows]), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="subscribers.csv"',
        "Cache-Control": "private, no-store",
      },
    });
  },
});
