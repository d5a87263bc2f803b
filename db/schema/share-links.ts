import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { SHARE_WORDINGS, type ShareSection } from "@/lib/domain/share-choice";
import { SUBSCRIBER_STATES } from "@/lib/domain/subscriber";
import { createdAt, instant, json, version } from "./columns";
import { incidentId, incidents } from "./incidents";

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
    rotatedAt: instant(), // when its token was last made anew
    lastViewedAt: instant(),
    views: integer().notNull().default(0),
    sections: json<ShareSection[]>()
      .notNull()
      .default(sql`'["summary","updates","timeline","actions"]'`),
    showsPostmortem: integer({ mode: "boolean" }).notNull().default(false),
    wording: text({ enum: SHARE_WORDINGS }).notNull().default("names"),
    showsMoney: integer({ mode: "boolean" }).notNull().default(false),
    passcodeHash: text(), // Argon2id
    checkedAuditId: integer().notNull().default(0), // how far the record was looked through for followers
    version: version(),
  },
  (table) => [index("share_links_by_incident").on(table.incidentId)],
);

const linkId = () =>
  integer()
    .notNull()
    .references(() => shareLinks.id, { onDelete: "cascade" });

/** On how many visits a link was read, by day: when, and never by whom. */
export const shareViews = sqliteTable(
  "share_views",
  {
    linkId: linkId(),
    day: text().notNull(), // 2026-05-01, in UTC
    views: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.linkId, table.day] })],
);

/** What somebody with a link asked, and what they were answered. */
export const shareQuestions = sqliteTable(
  "share_questions",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    linkId: linkId(),
    text: text().notNull(),
    asker: text(), // as they called themselves
    askedAt: instant().notNull(),
    answer: text(),
    answeredBy: text(), // a user's name; of a question without an answer, who closed it
    answeredAt: instant(),
    version: version(),
  },
  (table) => [
    index("share_questions_by_incident").on(table.incidentId, table.answeredAt),
    index("share_questions_by_link").on(table.linkId, table.askedAt),
  ],
);

/** Who follows a link by e-mail. */
export const shareFollowers = sqliteTable(
  "share_followers",
  {
    id: integer().primaryKey(),
    linkId: linkId(),
    address: text().notNull(), // in lower case
    state: text({ enum: SUBSCRIBER_STATES }).notNull(),
    token: text().notNull().unique(), // what its links bear, to confirm and to leave: each mail needs it
    createdAt: createdAt(),
    askedAt: instant(), // when it was last sent a way to confirm
    confirmedAt: instant(),
    leftAt: instant(),
    toldAt: instant(), // up to when it was told what is new
    failures: integer().notNull().default(0), // in a row
  },
  (table) => [uniqueIndex("share_followers_by_address").on(table.linkId, table.address)],
);
