import { and, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import type { Severity } from "@/lib/domain/incident";
import {
  MARKS,
  matchOf,
  MOST_MATCHES,
  placeOf,
  SEARCH_KINDS,
  segmentsOf,
  type Match,
  type SearchKind,
} from "@/lib/domain/search";
import type { Viewer } from "@/lib/domain/viewer";
import { SOURCES } from "./search-sources";
import { visibleTo } from "./visibility";

export type SearchGroup = ReturnType<typeof search>[number];
export type SearchHit = SearchGroup["hits"][number];

type Search = { text: string; kinds?: readonly SearchKind[]; page: number; perPage: number };

/**
 * What this person may know of that has every word, by kind: one page of the newest matches, the best of
 * them first, and of short entries the newest. A last word that is only begun counts where the whole
 * words find less than can be shown.
 */
export function search(viewer: Viewer, { text, kinds = SEARCH_KINDS, page, perPage }: Search) {
  const match = matchOf(text);
  if (!match) return [];
  return kinds.flatMap((kind) => {
    const found = newestMatches(viewer, kind, match);
    const ids = found.ids.slice((page - 1) * perPage, page * perPage);
    if (found.ids.length === 0) return [];
    return [{ kind, count: found.ids.length, hits: listHits(kind, found.question, ids) }];
  });
}

/**
 * The ids of the newest matches and the question that found them: the best of those with whole words
 * first, then the newest of those in which the last word only begins. To rank these too would cost more
 * than to find them.
 */
function newestMatches(viewer: Viewer, kind: SearchKind, { whole, begun }: Match) {
  const ranked = listMatches(viewer, kind, whole, SOURCES[kind].rank)
    .toSorted((a, b) => a.rank - b.rank || b.id - a.id)
    .map(({ id }) => id);
  if (ranked.length === MOST_MATCHES || begun === whole) return { ids: ranked, question: whole };
  const newest = listMatches(viewer, kind, begun, sql`0`).map(({ id }) => id);
  const ids = [...new Set([...ranked, ...newest])].slice(0, MOST_MATCHES);
  return { ids, question: begun };
}

function listMatches(viewer: Viewer, kind: SearchKind, question: string, rank: SQL) {
  const { index, joined } = SOURCES[kind];
  return db().all<{ id: number; rank: number }>(
    sql`select ${index}.rowid as id, ${rank} as rank from ${index} ${joined}
        where ${and(sql`${index} match ${question}`, visibleTo(viewer))}
        order by ${index}.rowid desc limit ${MOST_MATCHES}`,
  );
}

type Row = {
  id: number;
  key: string;
  title: string;
  severity: Severity;
  status: string;
  isDrill: number;
  ref: number;
  at: number;
  by: string | null;
  marked: string;
};

/** These matches with where they stand and an excerpt, in the order of the ids. */
function listHits(kind: SearchKind, question: string, ids: number[]) {
  if (ids.length === 0) return [];
  const { index, joined, ref, at, by, excerpt } = SOURCES[kind];
  const rows = db().all<Row>(
    sql`select ${index}.rowid as id, incidents.key as key, incidents.title as title,
          incidents.severity as severity, incidents.status as status, incidents.is_drill as isDrill,
          ${ref} as ref, ${at} as at, ${by} as "by", ${excerpt(...MARKS)} as marked
        from ${index} ${joined}
        where ${index} match ${question} and ${isAmong(index, ids)}
        order by ${index}.rowid desc`,
  );
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rowById.get(id);
    if (!row) return [];
    const { marked, ref: place, isDrill, ...rest } = row;
    const href = placeOf(kind, row.key, place);
    return [{ kind, ...rest, isDrill: isDrill === 1, href, excerpt: segmentsOf(marked) }];
  });
}

/**
 * The index is walked once from its newest row to the oldest of these: with the plus no id becomes a
 * search of its own, and the bound must be an integer, which a bound number is not by itself.
 */
const isAmong = (index: SQL, ids: number[]) =>
  sql`${index}.rowid >= cast(${Math.min(...ids)} as integer) and +${index}.rowid in ${ids}`;
