import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import { MAINTENANCE_STATUSES } from "@/lib/domain/site";
import { createdAt, instant, json, version } from "./columns";
import { components } from "./components";

/** Work on the product that outsiders are told of before it begins. */
export const maintenances = sqliteTable(
  "maintenances",
  {
    id: integer().primaryKey(),
    publicId: text().notNull().unique(), // 12 characters of 0-9 and a-z
    title: text().notNull(),
    status: text({ enum: MAINTENANCE_STATUSES }).notNull(),
    scheduledFor: instant().notNull(),
    scheduledUntil: instant().notNull(),
    startsItself: integer({ mode: "boolean" }).notNull().default(true),
    endsItself: integer({ mode: "boolean" }).notNull().default(true),
    remindBefore: integer(), // minutes before it begins; none: no reminder
    remindedAt: instant(),
    startedAt: instant(),
    completedAt: instant(),
    cancelledAt: instant(),
    sequence: integer().notNull().default(0), // counts what calendars have to take over
    createdBy: text().notNull(), // a user's name; never shown to outsiders
    isDemo: integer({ mode: "boolean" }).notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: instant().notNull(),
  },
  (table) => [index("maintenances_by_time").on(table.status, table.scheduledFor)],
);

/** Which components it is about, and how each is meanwhile. */
export const maintenanceComponents = sqliteTable(
  "maintenance_components",
  {
    id: integer().primaryKey(),
    maintenanceId: integer()
      .notNull()
      .references(() => maintenances.id, { onDelete: "cascade" }),
    componentId: integer()
      .notNull()
      .references(() => components.id, { onDelete: "cascade" }),
    during: text({ enum: COMPONENT_STATUSES }).notNull().default("under_maintenance"),
  },
  (table) => [
    uniqueIndex("maintenance_components_by_component").on(table.maintenanceId, table.componentId),
  ],
);

export const maintenanceUpdates = sqliteTable(
  "maintenance_updates",
  {
    id: integer().primaryKey(),
    maintenanceId: integer()
      .notNull()
      .references(() => maintenances.id, { onDelete: "cascade" }),
    publicId: text().notNull().unique(),
    status: text({ enum: MAINTENANCE_STATUSES }).notNull(),
    body: text().notNull(),
    displayAt: instant().notNull(),
    correctedAt: instant(),
    publishedBy: text().notNull(), // a user's name, or "Muster"; never shown to outsiders
    createdAt: createdAt(),
  },
  (table) => [index("maintenance_updates_by_time").on(table.maintenanceId, table.displayAt)],
);

/** What an update said of a component. */
export const maintenanceUpdateComponents = sqliteTable(
  "maintenance_update_components",
  {
    id: integer().primaryKey(),
    maintenanceUpdateId: integer()
      .notNull()
      .references(() => maintenanceUpdates.id, { onDelete: "cascade" }),
    componentId: integer()
      .notNull()
      .references(() => components.id, { onDelete: "cascade" }),
    before: text({ enum: COMPONENT_STATUSES }).notNull(),
    after: text({ enum: COMPONENT_STATUSES }).notNull(),
  },
  (table) => [
    uniqueIndex("maintenance_update_components_by_update").on(
      table.maintenanceUpdateId,
      table.componentId,
    ),
  ],
);

/** Words that are ready for work that comes again. */
export const maintenanceTemplates = sqliteTable("maintenance_templates", {
  id: integer().primaryKey(),
  name: text().notNull().unique(),
  title: text().notNull(),
  body: text().notNull(),
  minutes: integer().notNull(), // how long it takes
  componentIds: json<number[]>().notNull(),
  changedBy: text().notNull(), // a user's name
  version: version(),
  updatedAt: instant().notNull(),
});
