import { and, eq, exists } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, incidents } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

export type ItemIncident = ReturnType<typeof listItemIncidents>[number];

/** The incidents with action items that this person may know of, each with what its items show of it. */
export function listItemIncidents(viewer: Viewer) {
  const { id, key, title, severity, declaredAt, resolvedAt, service, affectedServices } = incidents;
  const ofIt = db().select().from(actionItems).where(eq(actionItems.incidentId, id));
  return db()
    .select({ id, key, title, severity, declaredAt, resolvedAt, service, affectedServices })
    .from(incidents)
    .where(and(visibleTo(viewer), exists(ofIt)))
    .all()
    .map(({ service, affectedServices, ...incident }) => ({
      ...incident,
      services: [...new Set([...(service ? [service] : []), ...(affectedServices ?? [])])],
    }));
}
