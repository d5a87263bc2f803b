import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, instant } from "./columns";
import { users } from "./users";

/** What an account's authenticator app knows too (TOTP). It counts once a code of it was typed in. */
export const secondFactors = sqliteTable("second_factors", {
  userId: integer()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  secret: text().notNull(), // sealed with a key that is not in the database
  confirmedAt: instant(),
  lastStep: integer().notNull().default(0), // codes of this half minute and those before it are used up
  createdAt: createdAt(),
});

/** What signs in once where the app is not at hand. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    id: integer().primaryKey(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hash: text().notNull(), // SHA-256
    usedAt: instant(),
  },
  (table) => [index("recovery_codes_by_user").on(table.userId)],
);

/** Sign-ins whose password was right and whose second factor is still asked for. */
export const halfSignIns = sqliteTable(
  "half_sign_ins",
  {
    id: text().primaryKey(), // SHA-256 of what the browser's cookie carries
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
  },
  (table) => [index("half_sign_ins_by_user").on(table.userId)],
);
