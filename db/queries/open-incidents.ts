import { and, asc, desc, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents } from "@/db/schema";
import { SEVERITIES } from "@/lib/domain/incident";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

export type OpenIncident = ReturnType<typeof listOpenIncidents>[number];

const MOST_OPEN = 500;

/** What is open, as far as this person may know of it: the worst first, then the youngest. */
export function listOpenIncidents(viewer: Viewer) {
  const { id, key, title, severity, service, affectedServices, urgency, declaredAt } = incidents;
  return db()
    .select({ id, key, title, severity, service, affectedServices })
    .from(incidents)
    .where(and(inArray(urgency, [...SEVERITIES]), visibleTo(viewer)))
    .orderBy(asc(urgency), desc(declaredAt), desc(id))
    .limit(MOST_OPEN)
    .all();
}
