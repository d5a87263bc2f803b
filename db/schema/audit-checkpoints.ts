import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt } from "./columns";

/**
 * Where the audit record goes on from after its older entries were put into a file: up to which one, and the
 * hash that the next entry has before it. Triggers let an entry go only behind one of these rows.
 */
export const auditCheckpoints = sqliteTable("audit_checkpoints", {
  id: integer().primaryKey(), // of the last entry that went into the file
  hash: text().notNull(),
  entries: integer().notNull(),
  file: text().notNull(), // its name within the folder of archives
  sha256: text().notNull(),
  at: createdAt(),
  keyId: text().notNull(),
  seal: text().notNull(), // HMAC over the row, which nobody can make with the database alone
});
