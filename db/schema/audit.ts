import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { AUDIT_KINDS } from "@/lib/domain/audit";
import type { JsonObject } from "@/lib/domain/record";
import { createdAt, json } from "./columns";

/**
 * The machine's record of every change, written in the same transaction. Rows are only ever added, which
 * triggers hold; each one's hash covers the row and the hash before it.
 */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: integer().primaryKey(),
    at: createdAt(),
    kind: text({ enum: AUDIT_KINDS }).notNull().default("change"),
    actor: text().notNull(), // a user's name, or "system"
    action: text().notNull(), // a permission's name or a verb such as "session:start"
    object: text().notNull(), // "incident INC-2024-0142"
    detail: json<JsonObject>(), // `before` and `after` of changed fields; never a secret, never a password
    incidentId: integer(), // of the incident it concerns; it stays when the incident goes
    via: text(), // the door: "session", "token 4", "link 7", "cli" …
    address: text(),
    requestId: text(), // as in the server's log
    keyId: text(), // which key the hash was made with
    hash: text(), // missing only until the first start after an upgrade from before there was a chain
  },
  (table) => [
    index("audit_log_by_object").on(table.object),
    index("audit_log_by_incident").on(table.incidentId),
    index("audit_log_by_actor").on(table.actor),
    index("audit_log_by_action").on(table.action),
    index("audit_log_by_at").on(table.at),
  ],
);

/** Facts about this database itself. */
export const meta = sqliteTable("meta", { key: text().primaryKey(), value: text().notNull() });
