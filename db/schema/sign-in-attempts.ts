import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

/** Sign-ins that were tried lately, counted per account and per address, so that a restart forgets none. */
export const signInAttempts = sqliteTable("sign_in_attempts", {
  key: text().primaryKey(), // "account:" and the SHA-256 of an e-mail, or "address:" and an IP address
  count: integer().notNull(),
  lastAt: instant().notNull(),
});
