import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, instant } from "./columns";
import { incidents } from "./incidents";

export const shareLinks = sqliteTable(
  "share_links",
  {
    id: integer().primaryKey(),
    incidentId: integer()
      .notNull()
      .references(() => incidents.id, { onDelete: "cascade" }),
    tokenHash: text().notNull().unique(), // SHA-256 of the token, hexadecimal
    label: text().notNull(),
    createdBy: text().notNull(), // a user's name
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    lastViewedAt: instant(),
    views: integer().notNull().default(0),
    showsPostmortem: integer({ mode: "boolean" }).notNull().default(false),
  },
  (table) => [index("share_links_by_incident").on(table.incidentId)],
);
