import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents, publicIncidents } from "@/db/schema";
import { OVER_STATUSES } from "@/lib/domain/lifecycle";
import type { Mergeable } from "@/lib/domain/merging";
import type { Viewer } from "@/lib/domain/viewer";
import { keyFor } from "./named-incidents";
import { visibleTo } from "./visibility";

export type Merge = NonNullable<ReturnType<typeof findMerge>>;
export type Duplicate = ReturnType<typeof listDuplicates>[number];

/** What this incident was merged into; `into` is `undefined` for those who may not know of that one. */
export function findMerge(viewer: Viewer, incidentId: number) {
  const { mergedIntoId, mergedAt, mergedBy } = incidents;
  const merge = db()
    .select({ mergedIntoId, mergedAt, mergedBy })
    .from(incidents)
    .where(and(eq(incidents.id, incidentId), visibleTo(viewer)))
    .get();
  if (!merge || merge.mergedIntoId === null) return undefined;
  const into = db()
    .select({ key: incidents.key, title: incidents.title })
    .from(incidents)
    .where(and(eq(incidents.id, merge.mergedIntoId), visibleTo(viewer)))
    .get();
  return { at: merge.mergedAt ?? 0, by: merge.mergedBy ?? "", into };
}

/** What was merged into this incident, as far as this person may know of it. */
export function listDuplicates(viewer: Viewer, incidentId: number) {
  const { id, key, title, severity, mergedAt, mergedBy } = incidents;
  return db()
    .select({ id, key, title, severity, mergedAt, mergedBy })
    .from(incidents)
    .where(and(eq(incidents.mergedIntoId, incidentId), visibleTo(viewer)))
    .orderBy(asc(mergedAt), asc(id))
    .all();
}

type Row = Pick<Mergeable, "id" | "key" | "isPrivate" | "isDrill" | "mergedIntoId">;

/** An incident with what the rules of merging ask about it. */
export function mergeableOf(viewer: Viewer, row: Row): Mergeable {
  const duplicates = db()
    .select({ id: incidents.id })
    .from(incidents)
    .where(eq(incidents.mergedIntoId, row.id))
    .all();
  return {
    ...row,
    mergedInto: row.mergedIntoId === null ? undefined : keyFor(viewer, row.mergedIntoId),
    duplicates: duplicates.map(({ id }) => keyFor(viewer, id) ?? "another incident"),
    isFollowed: isFollowed(row.id),
  };
}

function isFollowed(incidentId: number): boolean {
  const { status, resolvedAt, withdrawnAt } = publicIncidents;
  const shown = db()
    .select({ status, resolvedAt })
    .from(publicIncidents)
    .where(and(eq(publicIncidents.incidentId, incidentId), isNull(withdrawnAt)))
    .get();
  return shown !== undefined && shown.resolvedAt === null && !OVER_STATUSES.includes(shown.status);
}
