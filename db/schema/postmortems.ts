import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, version } from "./columns";
import { incidents } from "./incidents";

export const postmortems = sqliteTable("postmortems", {
  id: integer().primaryKey(),
  incidentId: integer()
    .notNull()
    .unique()
    .references(() => incidents.id, { onDelete: "cascade" }),
  body: text().notNull(), // Markdown
  version: version(),
  updatedBy: text().notNull(), // a user's name
  updatedAt: integer().notNull(),
});

/** Every text that was saved, the newest included. */
export const postmortemRevisions = sqliteTable(
  "postmortem_revisions",
  {
    id: integer().primaryKey(),
    postmortemId: integer()
      .notNull()
      .references(() => postmortems.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    body: text().notNull(),
    author: text().notNull(), // a user's name
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("postmortem_revisions_by_version").on(table.postmortemId, table.version)],
);
