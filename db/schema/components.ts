import {
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn,
} from "drizzle-orm/sqlite-core";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import { createdAt, instant, version } from "./columns";
import { incidents } from "./incidents";
import { maintenances } from "./maintenances";
import { services } from "./services";
import { publicUpdates } from "./status-page";

/** The parts of the product that outsiders know by name. */
export const components = sqliteTable("components", {
  id: integer().primaryKey(),
  publicId: text().notNull().unique(), // 12 characters of 0-9 and a-z
  name: text().notNull(), // people give no name twice; other pages may have one in two groups
  description: text(),
  position: integer().notNull(), // from 0, among those of its group or those without one
  isGroup: integer({ mode: "boolean" }).notNull().default(false), // holds others, and has no state of its own
  groupId: integer().references((): AnySQLiteColumn => components.id, { onDelete: "set null" }),
  showsUptime: integer({ mode: "boolean" }).notNull().default(true),
  isOnlyShownDegraded: integer({ mode: "boolean" }).notNull().default(false),
  startDate: text(), // the first calendar day in UTC about which something is known
  status: text({ enum: COMPONENT_STATUSES }).notNull().default("operational"),
  statusAt: instant().notNull(),
  serviceId: integer().references(() => services.id, { onDelete: "set null" }), // what it stands for inside
  isDemo: integer({ mode: "boolean" }).notNull().default(false),
  archivedAt: instant(),
  version: version(),
  createdAt: createdAt(),
  updatedAt: instant().notNull(),
});

/** Every state that a component was set to, with the time from which it held. */
export const componentStates = sqliteTable(
  "component_states",
  {
    id: integer().primaryKey(),
    componentId: integer()
      .notNull()
      .references(() => components.id, { onDelete: "cascade" }),
    status: text({ enum: COMPONENT_STATUSES }).notNull(),
    effectiveAt: instant().notNull(),
    incidentId: integer().references(() => incidents.id, { onDelete: "set null" }),
    publicUpdateId: integer().references(() => publicUpdates.id, { onDelete: "set null" }), // which told of it
    maintenanceId: integer().references(() => maintenances.id, { onDelete: "set null" }),
    setBy: text().notNull(), // a user's name; never shown to outsiders
    setAt: createdAt(),
    correctedAt: instant(), // when its time or state was last put right
    withdrawnAt: instant(), // it did not hold after all: kept, and counted no more
    version: version(),
  },
  (table) => [index("component_states_by_time").on(table.componentId, table.effectiveAt)],
);

/** What a public update said of a component. */
export const publicUpdateComponents = sqliteTable(
  "public_update_components",
  {
    id: integer().primaryKey(),
    publicUpdateId: integer()
      .notNull()
      .references(() => publicUpdates.id, { onDelete: "cascade" }),
    componentId: integer()
      .notNull()
      .references(() => components.id, { onDelete: "cascade" }),
    before: text({ enum: COMPONENT_STATUSES }).notNull(),
    after: text({ enum: COMPONENT_STATUSES }).notNull(),
  },
  (table) => [
    uniqueIndex("public_update_components_by_update").on(table.publicUpdateId, table.componentId),
  ],
);
