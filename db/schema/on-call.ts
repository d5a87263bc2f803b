import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant, version } from "./columns";
import { people } from "./people";
import { teams } from "./teams";

/** How a team's order of being called changes; a team without a row has one that stays. */
export const onCallPlans = sqliteTable("on_call_plans", {
  teamId: integer()
    .primaryKey()
    .references(() => teams.id, { onDelete: "cascade" }),
  rotatesFrom: text(), // a calendar day, 2026-05-04, on which the first one's week begins
  coverId: integer().references(() => people.id, { onDelete: "set null" }), // stands in for the first one
  coverUntil: instant(),
  version: version(),
});

/** Who of a team is called, in their order. */
export const onCallPlaces = sqliteTable(
  "on_call_places",
  {
    teamId: integer()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    place: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.personId] }),
    index("on_call_places_by_person").on(table.personId),
  ],
);
