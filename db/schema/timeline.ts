import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, instant } from "./columns";
import { communications, events, incidentId } from "./incidents";

/** What an event said before each edit. */
export const eventRevisions = sqliteTable(
  "event_revisions",
  {
    id: integer().primaryKey(),
    eventId: integer()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    type: text(),
    description: text().notNull(),
    audience: text().notNull(),
    editedBy: text().notNull(), // a user's name: who replaced this text
    editedAt: instant().notNull(),
  },
  (table) => [index("event_revisions_by_event").on(table.eventId)],
);

/** What a message said before each correction. */
export const communicationRevisions = sqliteTable(
  "communication_revisions",
  {
    id: integer().primaryKey(),
    communicationId: integer()
      .notNull()
      .references(() => communications.id, { onDelete: "cascade" }),
    message: text().notNull(),
    editedBy: text().notNull(), // a user's name: who replaced this text
    editedAt: instant().notNull(),
  },
  (table) => [index("communication_revisions_by_communication").on(table.communicationId)],
);

/** Pictures that people attached, checked by their content when they came. */
export const files = sqliteTable(
  "files",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    publicId: text().notNull().unique(), // random: the file's address
    name: text().notNull(),
    mediaType: text().notNull(), // one of those that are served
    bytes: blob({ mode: "buffer" }).notNull(),
    uploadedBy: text().notNull(), // a user's name
    createdAt: createdAt(),
  },
  (table) => [index("files_by_incident").on(table.incidentId)],
);

/** What an event shows besides its text: an address elsewhere, or a picture with its words. */
export const eventLinks = sqliteTable(
  "event_links",
  {
    id: integer().primaryKey(),
    eventId: integer()
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    url: text(),
    fileId: integer().references(() => files.id, { onDelete: "cascade" }),
    title: text().notNull(), // of a picture, what it shows
    addedBy: text().notNull(), // a user's name
    addedAt: createdAt(),
  },
  (table) => [index("event_links_by_event").on(table.eventId)],
);

/** "Who was there?": a note to a person about a silence in the timeline. */
export const gapQuestions = sqliteTable(
  "gap_questions",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    person: text().notNull(), // a name of the directory
    note: text().notNull(),
    askedBy: text().notNull(), // a user's name
    askedAt: createdAt(),
    answeredAt: instant(),
    answeredBy: text(), // a user's name
  },
  (table) => [
    index("gap_questions_by_incident").on(table.incidentId),
    index("gap_questions_by_person").on(table.person, table.answeredAt),
  ],
);
