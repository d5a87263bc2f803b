import { and, asc, count, eq, isNull, min, notInArray, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { ACTIVITY_TYPES } from "@/lib/domain/activity";
import type { Viewer } from "@/lib/domain/viewer";
import { findIncidentByKey } from "./record";

export const STORY_ROWS_PER_PAGE = 50;
const LONGEST = 300;

export type StoryRow = StoryRows["rows"][number];
export type StoryRows = NonNullable<ReturnType<typeof listStoryRows>>;

type Asked = { key: string; text: string; page: number };

/** One page of an incident's story in the order of time, of those rows that have the text. */
export function listStoryRows(viewer: Viewer, { key, text, page }: Asked) {
  const incident = findIncidentByKey(viewer, key);
  if (!incident) return undefined;
  const { seq, at, type, actor, description, ordinal } = events;
  const ofStory = and(
    eq(events.incidentId, incident.id),
    or(isNull(type), notInArray(type, [...ACTIVITY_TYPES])),
    text === "" ? undefined : containing(text),
  );
  const total = db().select({ count: count() }).from(events).where(ofStory).get()?.count ?? 0;
  const pages = Math.max(Math.ceil(total / STORY_ROWS_PER_PAGE), 1);
  const shown = Math.min(page, pages);
  return {
    rows: db()
      .select({ seq, at, type, actor, text: sql<string>`substr(${description}, 1, ${LONGEST})` })
      .from(events)
      .where(ofStory)
      .orderBy(asc(at), asc(ordinal))
      .limit(STORY_ROWS_PER_PAGE)
      .offset((shown - 1) * STORY_ROWS_PER_PAGE)
      .all(),
    firstAt: firstAt(incident.id),
    total,
    page: shown,
    pages,
  };
}

function containing(text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const has = (column: typeof events.actor | typeof events.type | typeof events.description) =>
    sql`${column} like ${pattern} escape '\\'`;
  return or(has(events.description), has(events.actor), has(events.type));
}

function firstAt(incidentId: number): number {
  const first = db()
    .select({ at: min(events.at) })
    .from(events)
    .where(eq(events.incidentId, incidentId))
    .get();
  return first?.at ?? 0;
}
