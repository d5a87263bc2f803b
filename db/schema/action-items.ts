import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ORIGINS, createdAt, source, version } from "./columns";
import { incidents } from "./incidents";

export const actionItems = sqliteTable(
  "action_items",
  {
    id: integer().primaryKey(),
    incidentId: integer()
      .notNull()
      .references(() => incidents.id, { onDelete: "cascade" }),
    ordinal: integer().notNull(), // its place in the record's array
    title: text().notNull(),
    owner: text(), // as it came: an e-mail address or a name
    priority: text(),
    deadline: text(), // a calendar day, 2026-05-01: it has no time zone
    type: text(),
    status: text(), // as it came, until someone moves the card; see columnOf
    position: integer().notNull(), // its place in its board column, from 0, without gaps
    source: source(),
    origin: text({ enum: ORIGINS }).notNull(),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    index("action_items_by_incident").on(table.incidentId, table.ordinal),
    index("action_items_by_position").on(table.position),
  ],
);
