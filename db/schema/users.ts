import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ROLES } from "@/lib/domain/permissions";
import { SIGN_IN_WAYS } from "@/lib/domain/session";
import { createdAt, instant } from "./columns";
import { people } from "./people";

export const users = sqliteTable("users", {
  id: integer().primaryKey(),
  email: text().notNull().unique(), // lower case
  name: text().notNull(),
  role: text({ enum: ROLES }).notNull(),
  passwordHash: text(), // argon2id, PHC string; none where they sign in elsewhere
  personId: integer().references(() => people.id, { onDelete: "set null" }),
  isDemo: integer({ mode: "boolean" }).notNull().default(false),
  disabledAt: instant(),
  createdAt: createdAt(),
});

export const sessions = sqliteTable(
  "sessions",
  {
    id: text().primaryKey(), // SHA-256 of the id that the cookie carries
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    provenAt: instant().notNull().default(0), // when its person last showed that it is them
    address: text(), // where it began
    browser: text(), // what it began in, as that names itself
    signedInWith: text({ enum: SIGN_IN_WAYS }).notNull().default("password"),
  },
  (table) => [index("sessions_by_user").on(table.userId)],
);
