import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt } from "./columns";
import { incidents } from "./incidents";
import { teams } from "./teams";

export const services = sqliteTable(
  "services",
  {
    id: integer().primaryKey(),
    name: text().notNull().unique(),
    teamId: integer().references(() => teams.id, { onDelete: "set null" }),
    isDemo: integer({ mode: "boolean" }).notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [index("services_by_team").on(table.teamId)],
);

/** Which services an incident names, as its `service` or among its `affected_services`: for filters. */
export const incidentServices = sqliteTable(
  "incident_services",
  {
    incidentId: integer()
      .notNull()
      .references(() => incidents.id, { onDelete: "cascade" }),
    serviceId: integer()
      .notNull()
      .references(() => services.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.serviceId] }),
    index("incident_services_by_service").on(table.serviceId, table.incidentId),
  ],
);
