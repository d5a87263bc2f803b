import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, json, version } from "./columns";
import { people } from "./people";

export const teams = sqliteTable("teams", {
  id: integer().primaryKey(),
  slug: text().notNull().unique(), // its word in addresses
  name: text().notNull().unique(),
  zone: text().notNull(), // an IANA time zone, Europe/Berlin
  workingDays: json<number[]>().notNull(), // 1 is Monday, 7 is Sunday
  leadId: integer().references(() => people.id, { onDelete: "set null" }),
  isDemo: integer({ mode: "boolean" }).notNull().default(false),
  version: version(),
  createdAt: createdAt(),
});

/** Somebody's first team is the one that the items they own belong to, unless an item names another. */
export const teamMembers = sqliteTable(
  "team_members",
  {
    teamId: integer()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    addedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.personId] }),
    index("team_members_by_person").on(table.personId),
  ],
);
