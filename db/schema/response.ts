import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { SEVERITIES } from "@/lib/domain/incident";
import { createdAt, instant } from "./columns";
import { incidentId, incidents } from "./incidents";
import { users } from "./users";

/** Every severity that people gave an incident, the one it was declared with first. */
export const severityChanges = sqliteTable(
  "severity_changes",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    before: text({ enum: SEVERITIES }),
    after: text({ enum: SEVERITIES }).notNull(),
    computed: text({ enum: SEVERITIES }), // what the record computed at that moment, if it knew enough
    score: real(), // from 0 to 1
    reason: text(), // why a person's choice differs
    changedBy: text().notNull(), // a user's name
    changedAt: instant().notNull(),
  },
  (table) => [index("severity_changes_by_incident").on(table.incidentId, table.changedAt)],
);

/** Who held which role from when to when. */
export const roleAssignments = sqliteTable(
  "role_assignments",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    role: text().notNull(),
    person: text().notNull(), // a name of the directory
    assumedAt: instant().notNull(),
    gaveUpAt: instant(),
    note: text(), // what the one before handed over
    assignedBy: text().notNull(), // a user's name
  },
  (table) => [
    index("role_assignments_by_incident").on(table.incidentId, table.role),
    index("role_assignments_by_person").on(table.person, table.gaveUpAt),
  ],
);

/** Who besides admins sees a private incident. */
export const incidentMembers = sqliteTable(
  "incident_members",
  {
    incidentId: incidentId(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    addedBy: text().notNull(), // a user's name
    addedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.userId] }),
    index("incident_members_by_user").on(table.userId),
  ],
);

/** Two incidents that have to do with each other; the one with the lower id comes first. */
export const incidentLinks = sqliteTable(
  "incident_links",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    otherId: integer()
      .notNull()
      .references(() => incidents.id, { onDelete: "cascade" }),
    note: text(),
    linkedBy: text().notNull(), // a user's name
    linkedAt: createdAt(),
  },
  (table) => [
    uniqueIndex("incident_links_by_pair").on(table.incidentId, table.otherId),
    index("incident_links_by_other").on(table.otherId),
  ],
);

/** Filters of a list that someone wants to find again. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: integer().primaryKey(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    query: text().notNull(), // of the list's address, such as "?view=all&severity=SEV1"
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("saved_views_by_name").on(table.userId, table.name)],
);
