import { and, eq, exists, isNull, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { incidentMembers, incidents } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";

/**
 * What a person may know of: a private incident only as one of its members or an admin. Every read of
 * `incidents` on behalf of a person says this, so that for others a private incident is not there at all.
 */
export function visibleTo({ userId, role }: Viewer): SQL | undefined {
  if (role === "admin") return undefined;
  const membership = db()
    .select({ id: incidentMembers.incidentId })
    .from(incidentMembers)
    .where(and(eq(incidentMembers.incidentId, incidents.id), eq(incidentMembers.userId, userId)));
  return or(eq(incidents.isPrivate, false), exists(membership));
}

/** May this person know of this incident, and is it one to be written in, not merged into another? */
export function isWritable(viewer: Viewer, incidentId: number): boolean {
  const seen = db()
    .select({ id: incidents.id })
    .from(incidents)
    .where(and(eq(incidents.id, incidentId), isNull(incidents.mergedIntoId), visibleTo(viewer)))
    .get();
  return seen !== undefined;
}

/** May this person know of this incident? */
export function isVisible(viewer: Viewer, incidentId: number): boolean {
  const seen = db()
    .select({ id: incidents.id })
    .from(incidents)
    .where(and(eq(incidents.id, incidentId), visibleTo(viewer)))
    .get();
  return seen !== undefined;
}
