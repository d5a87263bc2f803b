import { and, desc, eq, or } from "drizzle-orm";
import { db } from "@/db/client";
import { incidentLinks, incidents } from "@/db/schema";
import type { Json, RecordContext } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";
import { listByKeys } from "./named-incidents";
import { visibleTo } from "./visibility";

export type IncidentLink = ReturnType<typeof listLinks>[number];
export type OngoingIncident = ReturnType<typeof listOngoing>[number];

/** The incidents that people linked to this one, as far as this person may know of them. */
export function listLinks(viewer: Viewer, incidentId: number) {
  const { note, linkedBy, linkedAt } = incidentLinks;
  const { id, key, title, severity, status, declaredAt, resolvedAt, mergedIntoId } = incidents;
  const ofThis = or(
    and(eq(incidentLinks.incidentId, incidentId), eq(id, incidentLinks.otherId)),
    and(eq(incidentLinks.otherId, incidentId), eq(id, incidentLinks.incidentId)),
  );
  return db()
    .select({
      id,
      key,
      title,
      severity,
      status,
      declaredAt,
      resolvedAt,
      mergedIntoId,
      note,
      linkedBy,
      linkedAt,
    })
    .from(incidentLinks)
    .innerJoin(incidents, ofThis)
    .where(visibleTo(viewer))
    .orderBy(desc(linkedAt), desc(incidentLinks.id))
    .all();
}

/** What the record says was going on elsewhere; with the incident, where there is one to be seen. */
export function listOngoing(viewer: Viewer, context: RecordContext | null | undefined) {
  const texts = [
    ...new Set((context?.ongoing_incidents ?? []).flatMap((each) => textOf(each) || [])),
  ];
  const known = new Map(listByKeys(viewer, texts).map((each) => [each.key, each]));
  return texts.map((text) => ({ text, incident: known.get(text) }));
}

/** The key of an entry, which records write as a text or as an object with an `id`. */
function textOf(entry: Json): string | undefined {
  if (typeof entry === "string") return entry.trim();
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return undefined;
  return typeof entry.id === "string" ? entry.id.trim() : undefined;
}
