import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ACKNOWLEDGEMENTS, ESCALATION_LEVELS } from "@/lib/domain/escalation";
import { instant } from "./columns";
import { incidentId } from "./incidents";
import { users } from "./users";

/** Whether anybody responds to an incident that was declared here, and how far the calls went. */
export const escalations = sqliteTable(
  "escalations",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    startedAt: instant().notNull(),
    level: text({ enum: ESCALATION_LEVELS }), // the last that was called or passed over
    calls: integer().notNull().default(0),
    calledAt: instant().notNull(), // when the last call went out, or it began
    putOffUntil: instant(),
    acknowledgedAt: instant(),
    acknowledgedBy: text(), // a user's name
    acknowledgement: text({ enum: ACKNOWLEDGEMENTS }),
  },
  (table) => [
    uniqueIndex("escalations_by_incident").on(table.incidentId),
    index("escalations_by_turn").on(table.acknowledgedAt, table.level),
  ],
);

/** Who was called at which level. A call's link acknowledges for whom it was sent to, once. */
export const escalationCalls = sqliteTable(
  "escalation_calls",
  {
    id: integer().primaryKey(),
    escalationId: integer()
      .notNull()
      .references(() => escalations.id, { onDelete: "cascade" }),
    level: text({ enum: ESCALATION_LEVELS }).notNull(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    calledAt: instant().notNull(),
    nonce: text().notNull(), // the token follows from it and a key outside of the database
    tokenHash: text().notNull().unique(), // SHA-256
    usedAt: instant(),
  },
  (table) => [
    uniqueIndex("escalation_calls_by_person").on(table.escalationId, table.userId),
    index("escalation_calls_by_user").on(table.userId),
  ],
);
