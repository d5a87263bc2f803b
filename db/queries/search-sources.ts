import { sql, type SQL } from "drizzle-orm";
import type { SearchKind } from "@/lib/domain/search";

type Source = {
  /** The full-text index over the table. */
  index: SQL;
  /** Less is better; 0 throughout where the newest is the best. */
  rank: SQL;
  /** Its rows and their incidents. A cross join keeps the order in which they are read. */
  joined: SQL;
  ref: SQL;
  at: SQL;
  by: SQL;
  /** A part of the text with its matches between two marks. */
  excerpt: (before: string, after: string) => SQL;
};

const excerptOf =
  (index: SQL, column: number): Source["excerpt"] =>
  (before, after) =>
    sql`snippet(${index}, ${column}, ${before}, ${after}, '…', 28)`;

const wholeOf =
  (index: SQL, column: number): Source["excerpt"] =>
  (before, after) =>
    sql`highlight(${index}, ${column}, ${before}, ${after})`;

/** The index over a table whose rows belong to incidents. */
function entries(table: string, place: Pick<Source, "rank" | "ref" | "at" | "by">): Source {
  const index = sql.identifier(`search_${table}`);
  const rows = sql.identifier(table);
  return {
    ...place,
    index: sql`${index}`,
    joined: sql`cross join ${rows} on ${rows}.id = ${index}.rowid
      cross join incidents on incidents.id = ${rows}.incident_id`,
    excerpt: excerptOf(sql`${index}`, 0),
  };
}

const TITLE = 1;

/** A rank counts how often each word stands in the whole index: of single sentences it says little. */
const BY_TIME = sql`0`;

/** Where each kind is found, and what to say of it. */
export const SOURCES: Readonly<Record<SearchKind, Source>> = {
  incident: {
    index: sql`search_incidents`,
    rank: sql`bm25(search_incidents, 8, 4, 2, 1)`,
    joined: sql`cross join incidents on incidents.id = search_incidents.rowid`,
    ref: sql`incidents.id`,
    at: sql`incidents.declared_at`,
    by: sql`incidents.commander`,
    excerpt: wholeOf(sql`search_incidents`, TITLE),
  },
  event: entries("events", {
    rank: BY_TIME,
    ref: sql`events.seq`,
    at: sql`events.at`,
    by: sql`events.actor`,
  }),
  communication: entries("communications", {
    rank: BY_TIME,
    ref: sql`communications.seq`,
    at: sql`communications.at`,
    by: sql`communications.channel`,
  }),
  postmortem: entries("postmortems", {
    rank: sql`search_postmortems.rank`,
    ref: sql`postmortems.id`,
    at: sql`postmortems.updated_at`,
    by: sql`postmortems.updated_by`,
  }),
  action: entries("action_items", {
    rank: sql`search_action_items.rank`,
    ref: sql`action_items.id`,
    at: sql`incidents.declared_at`,
    by: sql`action_items.owner`,
  }),
};
