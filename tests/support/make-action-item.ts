import { max } from "drizzle-orm";
import { db } from "@/db/client";
import { settlePositions } from "@/db/mutations/board-places";
import { actionItems, incidents } from "@/db/schema";
import { END } from "@/lib/domain/board";
import { makeIncident } from "./make-incident";

type Overrides = Partial<typeof actionItems.$inferInsert>;

/** An action item at the end of its column, of the newest incident (or of a new one); answers its id. */
export function makeActionItem(overrides: Overrides = {}): number {
  const newest = () =>
    db()
      .select({ id: max(incidents.id) })
      .from(incidents)
      .get()?.id;
  if (newest() === null) makeIncident();
  const { id } = db()
    .insert(actionItems)
    .values({
      incidentId: newest() ?? 0,
      ordinal: 0,
      title: "Add an alert",
      status: "open",
      position: END,
      origin: "import",
      ...overrides,
    })
    .returning({ id: actionItems.id })
    .get();
  settlePositions();
  return id;
}
