import { asc, desc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { eventLinks, eventRevisions, files } from "@/db/schema";
import type { Gap } from "@/lib/domain/gaps";
import { keepingOf } from "@/lib/domain/keeping";
import { countTypes, timelinePage, type TimelineView } from "@/lib/domain/timeline";
import type { Viewer } from "@/lib/domain/viewer";
import { listQuestions, type GapQuestion } from "./gap-questions";
import type { TimelineEntry } from "./timeline";

export type TimelinePage = ReturnType<typeof getTimelinePage>;
export type TimelineRow = TimelinePage["rows"][number];
export type EventLink = ReturnType<typeof listLinks>[number];
export type EventRevision = ReturnType<typeof listRevisions>[number];

const REVISIONS_SHOWN = 10;
const EXCERPT = 140;

/** One page of an incident's timeline, with what people added to its rows. */
export function getTimelinePage(
  viewer: Viewer,
  incidentId: number,
  entries: TimelineEntry[],
  view: TimelineView,
) {
  const { shown, matching, ...page } = timelinePage(entries, view);
  const isWhole = page.types.length === 0;
  const here = new Set(shown.map(({ id }) => id));
  const edited = shown.flatMap(({ id, editedAt }) => (editedAt === null ? [] : id));
  return {
    ...page,
    counts: countTypes(entries),
    rows: shown.map((entry) => rowOf(entry, viewer)),
    pinned: entries
      .filter(({ isPinned }) => isPinned)
      .map(({ id, seq, at, type, description, communication }) => ({
        seq,
        at,
        type,
        text: (communication?.message ?? description).slice(0, EXCERPT),
        isHere: here.has(id),
      })),
    links: groupByEvent(listLinks([...here])),
    revisions: groupByEvent(listRevisions(edited)),
    gaps: isWhole ? placedGaps(entries, matching) : {},
    questions: isWhole ? placedQuestions(listQuestions(incidentId), matching) : {},
  };
}

/** What the browser is given of an entry. */
function rowOf(entry: TimelineEntry, viewer: Viewer) {
  const { id, seq, at, type, actor, description, metadata, audience, isPinned, version } = entry;
  const { communication, phase, milestones, isDecision, editedAt } = entry;
  return {
    id,
    seq,
    at,
    type,
    actor,
    description,
    metadata,
    audience,
    isPinned,
    version,
    communication,
    phase,
    milestones,
    isDecision,
    editedAt,
    recordedAt: entry.wasBackdated ? entry.recordedAt : null,
    mergedFrom: entry.mergedFrom,
    keeping: keepingOf({ ...entry, repeatsMessage: communication !== undefined }, viewer),
  };
}

/** Each silence before the first shown entry after it, which is another one where its own is hidden. */
function placedGaps(entries: TimelineEntry[], matching: TimelineEntry[]): Record<number, Gap[]> {
  const gaps = entries.flatMap(({ at: end, gapBefore: minutes }, index) => {
    const start = entries[index - 1]?.at;
    return minutes === undefined || start === undefined ? [] : { start, end, minutes };
  });
  return placed(gaps, matching, (gap, at) => at >= gap.end);
}

/** Each question before the first entry that came after the silence began. */
const placedQuestions = (questions: GapQuestion[], matching: TimelineEntry[]) =>
  placed(questions, matching, (question, at) => at > question.startsAt);

/** Things in the order of time, by the id of the first entry that they belong before. */
function placed<Thing>(
  things: Thing[],
  entries: TimelineEntry[],
  belongsBefore: (thing: Thing, at: number) => boolean,
): Record<number, Thing[]> {
  const byEntry: Record<number, Thing[]> = {};
  let place = 0;
  for (const thing of things) {
    while (place < entries.length && !belongsBefore(thing, entries[place]?.at ?? 0)) place += 1;
    const entry = entries[place];
    if (entry) (byEntry[entry.id] ??= []).push(thing);
  }
  return byEntry;
}

function groupByEvent<Row extends { eventId: number }>(rows: Row[]): Record<number, Row[]> {
  const groups: Record<number, Row[]> = {};
  for (const row of rows) (groups[row.eventId] ??= []).push(row);
  return groups;
}

/** What is attached to these events, in the order in which it came. */
export function listLinks(eventIds: number[]) {
  if (eventIds.length === 0) return [];
  const { id, eventId, url, title, addedBy } = eventLinks;
  return db()
    .select({ id, eventId, url, title, addedBy, picture: files.publicId, name: files.name })
    .from(eventLinks)
    .leftJoin(files, eq(files.id, eventLinks.fileId))
    .where(inArray(eventId, eventIds))
    .orderBy(asc(id))
    .all();
}

/** What these events said before, the latest text first, of each event the last few. */
function listRevisions(eventIds: number[]) {
  if (eventIds.length === 0) return [];
  const { id, eventId, at, type, description, audience, editedBy, editedAt } = eventRevisions;
  const counts = new Map<number, number>();
  return db()
    .select({ id, eventId, at, type, description, audience, editedBy, editedAt })
    .from(eventRevisions)
    .where(inArray(eventId, eventIds))
    .orderBy(desc(id))
    .all()
    .filter((revision) => {
      const count = (counts.get(revision.eventId) ?? 0) + 1;
      counts.set(revision.eventId, count);
      return count <= REVISIONS_SHOWN;
    });
}
