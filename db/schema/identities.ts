import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { TRIP_PURPOSES } from "@/lib/domain/provider";
import { createdAt, instant } from "./columns";
import { sessions, users } from "./users";

/** Whose account is whose at an OpenID Connect provider. */
export const identities = sqliteTable(
  "identities",
  {
    id: integer().primaryKey(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    issuer: text().notNull(),
    subject: text().notNull(),
    email: text(), // as the provider has it; only shown
    createdAt: createdAt(),
    lastUsedAt: instant(),
  },
  (table) => [
    uniqueIndex("identities_by_subject").on(table.issuer, table.subject),
    uniqueIndex("identities_by_user").on(table.userId, table.issuer),
  ],
);

/** Ways to a provider that nobody came back from yet; each is used once. */
export const providerTrips = sqliteTable("provider_trips", {
  id: text().primaryKey(), // SHA-256 of the state
  browser: text().notNull(), // SHA-256 of what the browser's cookie carries
  nonce: text().notNull(),
  verifier: text().notNull(),
  purpose: text({ enum: TRIP_PURPOSES }).notNull(),
  sessionId: text(), // in which it began
  invitation: text(), // sealed with a key that is not in the database
  callbackUrl: text().notNull(),
  expiresAt: instant().notNull(),
});

/** Accounts at a provider that somebody showed to be theirs, and may connect. */
export const identityOffers = sqliteTable(
  "identity_offers",
  {
    sessionId: text()
      .primaryKey()
      .references(() => sessions.id, { onDelete: "cascade" }),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    issuer: text().notNull(),
    subject: text().notNull(),
    email: text(),
    expiresAt: instant().notNull(),
  },
  (table) => [index("identity_offers_by_user").on(table.userId)],
);
