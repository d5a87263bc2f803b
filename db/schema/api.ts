import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, instant, json } from "./columns";
import { users } from "./users";

/** What programs ask the API with. A token does what its owner may do, as far as its scopes go. */
export const apiTokens = sqliteTable(
  "api_tokens",
  {
    id: integer().primaryKey(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    tokenHash: text().notNull().unique(), // SHA-256 of the token, hexadecimal
    ending: text().notNull(), // its last four characters, to tell tokens apart
    scopes: json<string[]>().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    lastUsedAt: instant(), // to the minute
    revokedAt: instant(),
    revokedBy: text(), // a user's name
  },
  (table) => [index("api_tokens_by_user").on(table.userId)],
);

/** What requests with an idempotency key did, written with the effect itself; kept for a day. */
export const apiAnswers = sqliteTable(
  "api_answers",
  {
    tokenId: integer()
      .notNull()
      .references(() => apiTokens.id, { onDelete: "cascade" }),
    key: text().notNull(),
    requestHash: text().notNull(), // SHA-256 of the method, the address and the body
    status: integer().notNull(),
    headers: json<Record<string, string>>().notNull(),
    body: text(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tokenId, table.key] }),
    index("api_answers_by_created").on(table.createdAt),
  ],
);
