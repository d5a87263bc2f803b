import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

export type NamedIncident = ReturnType<typeof listByKeys>[number];

const { id, key, title, severity, status, declaredAt, resolvedAt, mergedIntoId } = incidents;
const columns = { id, key, title, severity, status, declaredAt, resolvedAt, mergedIntoId };

const KEYS_AT_MOST = 100;

/** Those of the keys' incidents that are there for this person. */
export function listByKeys(viewer: Viewer, keys: string[]) {
  return db()
    .select(columns)
    .from(incidents)
    .where(and(inArray(key, keys.slice(0, KEYS_AT_MOST)), visibleTo(viewer)))
    .all();
}

/**
 * What people mean by a key, by a link to an incident's page, or by words of a title: the newest first,
 * at most six.
 */
export function listMeant(viewer: Viewer, text: string) {
  const linked = /\/incidents\/([^/?#\s]+)/.exec(text)?.[1];
  const wanted = linked ?? text;
  const [exact] = listByKeys(viewer, [wanted, wanted.toUpperCase()]);
  if (exact) return [exact];

  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return db()
    .select(columns)
    .from(incidents)
    .where(and(sql`${title} like ${pattern} escape '\\'`, visibleTo(viewer)))
    .orderBy(desc(declaredAt), desc(id))
    .limit(6)
    .all();
}

/** The newest incidents besides one, to choose from. */
export function listOthers(viewer: Viewer, incidentId: number, limit = 50) {
  return db()
    .select({ key, title })
    .from(incidents)
    .where(and(ne(id, incidentId), visibleTo(viewer)))
    .orderBy(desc(declaredAt), desc(id))
    .limit(limit)
    .all();
}

/** The key of an incident, for those who may know of it. */
export const keyFor = (viewer: Viewer, incidentId: number): string | undefined =>
  db()
    .select({ key })
    .from(incidents)
    .where(and(eq(id, incidentId), visibleTo(viewer)))
    .get()?.key;
