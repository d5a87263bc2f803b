import { sql } from "drizzle-orm";
import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { FACTOR_CATEGORIES } from "@/lib/domain/coverage";
import { incidents } from "./incidents";

/**
 * What follows from each incident's record, so that thousands can be counted at once. Triggers mark a row as
 * stale when something that it follows from changes, and what is stale counts for nothing until it is measured.
 */
export const incidentFigures = sqliteTable(
  "incident_figures",
  {
    incidentId: integer()
      .primaryKey()
      .references(() => incidents.id, { onDelete: "cascade" }),
    isStale: integer({ mode: "boolean" }).notNull().default(true),
    detectMinutes: real(), // none without both of its milestones
    mitigateMinutes: real(),
    resolveMinutes: real(),
    duration: real(),
    updatesKept: integer().notNull().default(0), // promises of a next update
    updatesMissed: integer().notNull().default(0),
    updatesOpen: integer().notNull().default(0),
    reportsKept: integer().notNull().default(0), // promises of a report
    reportsMissed: integer().notNull().default(0),
    reportsOpen: integer().notNull().default(0),
  },
  (table) => [
    index("incident_figures_stale")
      .on(table.isStale)
      .where(sql`is_stale = 1`),
  ],
);

/** The contributing factors of each incident that was measured, for counting alike ones. */
export const incidentCauses = sqliteTable(
  "incident_causes",
  {
    id: integer().primaryKey(),
    incidentId: integer()
      .notNull()
      .references(() => incidents.id, { onDelete: "cascade" }),
    category: text({ enum: FACTOR_CATEGORIES }).notNull(),
    factor: text().notNull(), // its words
    name: text().notNull(), // what it has in common with alike ones
  },
  (table) => [index("incident_causes_by_incident").on(table.incidentId)],
);
