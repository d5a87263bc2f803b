import { asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, incidents } from "@/db/schema";
import { columnOf } from "@/lib/domain/board";
import type { Viewer } from "@/lib/domain/viewer";
import { listEarlier } from "./earlier-incidents";
import { findIncidentByKey } from "./record";

export type SameCause = ReturnType<typeof listSameCause>[number];

/** Earlier incidents that had the same cause, each with the actions that are still open. */
export function listSameCause(viewer: Viewer, key: string) {
  const found = findIncidentByKey(viewer, key);
  const subject = found && db().select().from(incidents).where(eq(incidents.id, found.id)).get();
  if (!subject) return [];
  const earlier = listEarlier(viewer, subject).filter(({ reasons }) =>
    reasons.some(({ why }) => why === "similar cause"),
  );
  const items = listOpenItems(earlier.map(({ id }) => id));
  return earlier.map((incident) => ({
    ...incident,
    openItems: items.filter(({ incidentId }) => incidentId === incident.id),
  }));
}

function listOpenItems(incidentIds: number[]) {
  const { id, title, status, incidentId, ordinal } = actionItems;
  return db()
    .select({ id, title, status, incidentId })
    .from(actionItems)
    .where(inArray(incidentId, incidentIds))
    .orderBy(asc(ordinal), asc(id))
    .all()
    .filter((item) => !["done", "wont_do"].includes(columnOf(item.status)));
}
