import { sql } from "drizzle-orm";
import {
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
  type AnySQLiteColumn,
} from "drizzle-orm/sqlite-core";
import { AUDIENCES, SEVERITIES } from "@/lib/domain/incident";
import type {
  JsonObject,
  RecordContext,
  RecordImpact,
  RecordResolution,
  RecordSignals,
} from "@/lib/domain/record";
import { createdAt, instant, json, ORIGINS, source, version } from "./columns";

/** Sorts what is over behind every severity. */
export const OVER = "over";
const URGENCY = sql`iif(resolved_at is not null or merged_into_id is not null or status in ('resolved', 'postmortem', 'closed'), 'over', severity)`;

export const incidents = sqliteTable(
  "incidents",
  {
    id: integer().primaryKey(),
    key: text().notNull().unique(), // INC-2024-0142
    title: text().notNull(),
    severity: text({ enum: SEVERITIES }).notNull(),
    status: text().notNull(), // open set: a record's own word is kept
    declaredAt: instant().notNull(),
    declaredAtText: text().notNull(), // as it came
    resolvedAt: instant(),
    resolvedAtText: text(),
    commander: text(),
    service: text(),
    affectedServices: json<string[]>(),
    impact: json<RecordImpact>(),
    signals: json<RecordSignals>(),
    context: json<RecordContext>(),
    resolution: json<RecordResolution>(),
    source: source(), // the document with its lists emptied: their entries are rows
    importedHash: text(), // SHA-256 of the canonical JSON last imported
    submissionKey: text().unique(), // makes a doubled declare form one incident
    origin: text({ enum: ORIGINS }).notNull(),
    isDemo: integer({ mode: "boolean" }).notNull().default(false),
    isDrill: integer({ mode: "boolean" }).notNull().default(false), // an exercise: stays out of numbers
    isPrivate: integer({ mode: "boolean" }).notNull().default(false), // for its members and admins only
    declaredBy: integer(), // a user's id, also after that account is gone
    mergedIntoId: integer().references((): AnySQLiteColumn => incidents.id, {
      onDelete: "set null",
    }), // the incident that this one turned out to be
    mergedAt: instant(),
    mergedBy: text(), // a user's name
    urgency: text().generatedAlwaysAs(URGENCY), // the list's order: the severity while it is open
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    index("incidents_by_urgency").on(
      table.urgency,
      sql`${table.declaredAt} desc`,
      sql`${table.id} desc`,
      table.isPrivate,
      table.isDrill,
      table.severity,
      table.status,
      table.commander,
    ),
    index("incidents_by_status").on(table.status, table.declaredAt),
    index("incidents_by_commander").on(table.commander),
    index("incidents_by_declared").on(
      table.declaredAt,
      table.severity,
      table.isDrill,
      table.isPrivate,
      table.mergedIntoId,
    ),
    index("incidents_by_resolved").on(table.resolvedAt),
    index("incidents_by_merge").on(table.mergedIntoId),
    index("incidents_of_demo")
      .on(table.isDemo)
      .where(sql`is_demo = 1`),
  ],
);

export const incidentId = () =>
  integer()
    .notNull()
    .references(() => incidents.id, { onDelete: "cascade" });

export const events = sqliteTable(
  "events",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    seq: integer().notNull(), // the event's number within its incident, for links; never given twice
    ordinal: integer().notNull(), // its place in the record's array
    at: instant().notNull(),
    timestamp: text().notNull(), // as it came
    type: text(),
    actor: text(),
    description: text().notNull(),
    metadata: json<JsonObject>(),
    source: source(),
    origin: text({ enum: ORIGINS }).notNull(), // "portal": a person typed it; "system": it tells of a change
    recordedAt: createdAt(),
    recordedBy: integer(), // the id of the user who typed it
    audience: text({ enum: AUDIENCES }).notNull().default("internal"), // who may see the row, at most
    isPinned: integer({ mode: "boolean" }).notNull().default(false),
    version: version(),
    editedAt: instant(),
  },
  (table) => [
    uniqueIndex("events_by_seq").on(table.incidentId, table.seq),
    index("events_by_ordinal").on(table.incidentId, table.ordinal),
  ],
);

export const communications = sqliteTable(
  "communications",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    seq: integer().notNull(),
    ordinal: integer().notNull(),
    at: instant().notNull(),
    timestamp: text().notNull(),
    channel: text(),
    audience: text(),
    message: text().notNull(),
    nextUpdateDueAt: instant(), // set by the writer; beats what the text promises
    source: source(),
    origin: text({ enum: ORIGINS }).notNull(),
    recordedAt: createdAt(),
    version: version(),
    editedAt: instant(), // when it was last corrected
  },
  (table) => [
    uniqueIndex("communications_by_seq").on(table.incidentId, table.seq),
    index("communications_by_ordinal").on(table.incidentId, table.ordinal),
  ],
);

export const participants = sqliteTable(
  "participants",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    ordinal: integer().notNull(),
    name: text().notNull(),
    role: text(),
    source: source(),
    origin: text({ enum: ORIGINS }).notNull(),
  },
  (table) => [
    index("participants_by_ordinal").on(table.incidentId, table.ordinal),
    index("participants_by_name").on(table.name),
  ],
);

/** Which event or field a person chose as the source of a milestone. */
export const milestonePicks = sqliteTable(
  "milestone_picks",
  {
    id: integer().primaryKey(),
    incidentId: incidentId(),
    milestone: text().notNull(),
    candidate: text().notNull(), // "event:<seq>", "declared_at", "resolved_at" or "deployment:<index>"
    pickedBy: text().notNull(),
    pickedAt: instant().notNull(),
  },
  (table) => [uniqueIndex("milestone_picks_by_milestone").on(table.incidentId, table.milestone)],
);
