import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { LIMITS } from "@/lib/domain/limits";
import { instant } from "./columns";

/** What one of several machines has counted against its limits, for the others to count, too. */
export const limitCounts = sqliteTable("limit_counts", {
  id: integer().primaryKey({ autoIncrement: true }),
  machine: text().notNull(),
  limit: text({ enum: LIMITS }).notNull(),
  key: text().notNull(),
  count: integer().notNull(),
  at: instant().notNull(),
});
