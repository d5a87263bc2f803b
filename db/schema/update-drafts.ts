import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { AUDIENCES } from "@/lib/domain/incident";
import { createdAt } from "./columns";
import { incidentId } from "./incidents";

/** Texts for updates that a program wrote. A person posts them, or throws them away. */
export const updateDrafts = sqliteTable(
  "update_drafts",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    incidentId: incidentId(),
    audience: text({ enum: AUDIENCES }).notNull(),
    message: text().notNull(),
    draftedBy: text().notNull(), // a user's name: whose token it was
    createdAt: createdAt(),
  },
  (table) => [index("update_drafts_by_incident").on(table.incidentId)],
);
