import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ACCOUNT_LINK_KINDS } from "@/lib/domain/account-link";
import { ROLES } from "@/lib/domain/permissions";
import { createdAt, instant } from "./columns";
import { people } from "./people";
import { users } from "./users";

/** Ways into an account that are used once: an invitation, a new password, the first account of all. */
export const accountLinks = sqliteTable(
  "account_links",
  {
    id: integer().primaryKey(),
    kind: text({ enum: ACCOUNT_LINK_KINDS }).notNull(),
    tokenHash: text().notNull().unique(), // SHA-256; the token follows from the nonce and a key that is not in here
    nonce: text().notNull(),
    email: text().notNull(), // lower case; empty for the first account
    role: text({ enum: ROLES }), // of an invitation
    personId: integer().references(() => people.id, { onDelete: "set null" }), // of an invitation
    userId: integer().references(() => users.id, { onDelete: "cascade" }), // whose password it renews, or whom it made
    createdBy: text().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (table) => [
    index("account_links_by_email").on(table.kind, table.email),
    index("account_links_by_user").on(table.userId),
  ],
);
