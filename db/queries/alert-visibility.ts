import { and, eq, exists, isNull, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { alerts, incidents } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

/** What a person may know of: an alert of a private incident as little as the incident itself. */
export function alertVisibleTo(viewer: Viewer): SQL | undefined {
  const visible = visibleTo(viewer);
  if (visible === undefined) return undefined;
  const incident = db()
    .select({ id: incidents.id })
    .from(incidents)
    .where(and(eq(incidents.id, alerts.incidentId), visible));
  return or(isNull(alerts.incidentId), exists(incident));
}
