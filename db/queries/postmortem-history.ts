import { and, desc, eq, lte, max, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postmortemRevisions, postmortems } from "@/db/schema";

export const REVISIONS_PER_PAGE = 50;

export type HistoryRow = ReturnType<typeof listHistory>[number];

/** How many revisions an incident's postmortem has. They are numbered from 1 without gaps. */
export function countRevisions(incidentId: number): number {
  const counted = db()
    .select({ newest: max(postmortemRevisions.version) })
    .from(postmortemRevisions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemRevisions.postmortemId))
    .where(eq(postmortems.incidentId, incidentId))
    .get();
  return counted?.newest ?? 0;
}

/**
 * One page of the revisions, the newest first, without their texts; `grown` is by how many characters each
 * is longer than the one before.
 */
export function listHistory(incidentId: number, page: number) {
  const { version, author, note, createdAt, body } = postmortemRevisions;
  const top = countRevisions(incidentId) - (page - 1) * REVISIONS_PER_PAGE;
  const rows = db()
    .select({ version, author, note, createdAt, size: sql<number>`length(${body})` })
    .from(postmortemRevisions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemRevisions.postmortemId))
    .where(and(eq(postmortems.incidentId, incidentId), lte(version, top)))
    .orderBy(desc(version))
    .limit(REVISIONS_PER_PAGE + 1)
    .all();
  return rows
    .slice(0, REVISIONS_PER_PAGE)
    .map(({ size, ...row }, index) => ({ ...row, grown: size - (rows[index + 1]?.size ?? 0) }));
}
