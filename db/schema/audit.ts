import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { JsonObject } from "@/lib/domain/record";
import { createdAt, json } from "./columns";

/** The machine's record of every change, written in the same transaction. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: integer().primaryKey(),
    at: createdAt(),
    actor: text().notNull(), // a user's name, or "system"
    action: text().notNull(), // a permission's name or a verb such as "session:start"
    object: text().notNull(), // "incident INC-2024-0142"
    detail: json<JsonObject>(), // never a secret, never a password
    incidentId: integer(), // of the incident it concerns; it stays when the incident goes
  },
  (table) => [
    index("audit_log_by_object").on(table.object),
    index("audit_log_by_incident").on(table.incidentId),
  ],
);

/** Facts about this database itself. */
export const meta = sqliteTable("meta", { key: text().primaryKey(), value: text().notNull() });
