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
 * them first. A last word that is only begun counts where the whole words find less than can be shown.
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

/** The ids of the newest matches, the best first, and the question that found them. */
function newestMatches(viewer: Viewer, kind: SearchKind, { whole, begun }: Match) {
  const ids = rankedIds(viewer, kind, whole);
  if (ids.length === MOST_MATCHES || begun === whole) return { ids, question: whole };
  return { ids: rankedIds(viewer, kind, begun), question: begun };
}

function rankedIds(viewer: Viewer, kind: SearchKind, question: string): number[] {
  const { index, rank, joined } = SOURCES[kind];
  return db()
    .all<{ id: number; rank: number }>(
      sql`select ${index}.rowid as id, ${rank} as rank from ${index} ${joined}
          where ${and(sql`${index} match ${question}`, visibleTo(viewer))}
          order by ${index}.rowid desc limit ${MOST_MATCHES}`,
    )
    .toSorted((a, b) => a.rank - b.rank || b.id - a.id)
    .map(({ id }) => id);
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
        where ${index} match ${question} and ${index}.rowid >= ${Math.min(...ids)} and ${isOneOf(index, ids)}`,
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

/** With the plus the index is walked once; without it each id would be a search of its own. */
const isOneOf = (index: SQL, ids: number[]) => sql`+${index}.rowid in ${ids}`;
