import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { IMPACTS } from "@/lib/domain/site";
import { createdAt, instant, version } from "./columns";
import { communications, incidents } from "./incidents";

/** The public page itself: one row. */
export const statusPage = sqliteTable("status_page", {
  id: integer().primaryKey(),
  publicId: text().notNull(), // 12 characters of 0-9 and a-z
  name: text().notNull(),
  about: text(), // a sentence or two below the name
  zone: text().notNull(), // an IANA time zone: the page's times are in it, and in UTC
  supportUrl: text(), // where readers report a problem
  copyUrl: text(), // where a copy of the page is kept, on other machines
  mailsPerHour: integer().notNull().default(5000), // at most so many mails to subscribers an hour
  version: version(),
  updatedAt: instant().notNull(),
});

/** What outsiders may read of an incident: written by an explicit publish, never derived on reading. */
export const publicIncidents = sqliteTable("public_incidents", {
  id: integer().primaryKey(),
  incidentId: integer()
    .notNull()
    .unique()
    .references(() => incidents.id, { onDelete: "cascade" }),
  publicId: text().notNull().unique(), // 12 characters of 0-9 and a-z
  title: text().notNull(),
  status: text().notNull(), // of the newest update
  impact: text({ enum: IMPACTS }), // none: what its updates say of components
  startedAt: instant().notNull(),
  resolvedAt: instant(),
  withdrawnAt: instant(), // taken off the page: its address answers that it is gone
  createdAt: createdAt(),
  updatedAt: instant().notNull(),
});

export const publicUpdates = sqliteTable(
  "public_updates",
  {
    id: integer().primaryKey(),
    publicIncidentId: integer()
      .notNull()
      .references(() => publicIncidents.id, { onDelete: "cascade" }),
    communicationId: integer()
      .unique()
      .references(() => communications.id, { onDelete: "set null" }),
    publicId: text().notNull().unique(),
    status: text().notNull(),
    body: text().notNull(),
    displayAt: instant().notNull(),
    nextUpdateDueAt: instant(),
    correctedAt: instant(), // when its text was last changed
    publishedBy: text().notNull(), // a user's name; never shown to outsiders
    createdAt: createdAt(),
  },
  (table) => [index("public_updates_by_time").on(table.publicIncidentId, table.displayAt)],
);

/** The report that outsiders may read of an incident: a text of its own, made of an edition. */
export const publicPostmortems = sqliteTable("public_postmortems", {
  id: integer().primaryKey(),
  publicIncidentId: integer()
    .notNull()
    .unique()
    .references(() => publicIncidents.id, { onDelete: "cascade" }),
  publicId: text().notNull().unique(),
  edition: integer().notNull(), // its number
  body: text().notNull(), // Markdown
  note: text(), // what changed since it was first published
  displayAt: instant().notNull(),
  updatedAt: instant().notNull(),
  publishedBy: text().notNull(), // a user's name; never shown to outsiders
});
