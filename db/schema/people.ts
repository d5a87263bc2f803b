import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, instant } from "./columns";

export const people = sqliteTable("people", {
  id: integer().primaryKey(),
  name: text().notNull().unique(),
  isDemo: integer({ mode: "boolean" }).notNull().default(false),
  createdAt: createdAt(),
});

/** Other ways in which records name a person, each confirmed by someone. */
export const personAliases = sqliteTable(
  "person_aliases",
  {
    id: integer().primaryKey(),
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    alias: text().notNull().unique(), // lower case: a name or an e-mail address
    confirmedBy: text().notNull(), // a user's name
    confirmedAt: instant().notNull(),
  },
  (table) => [index("person_aliases_by_person").on(table.personId)],
);
