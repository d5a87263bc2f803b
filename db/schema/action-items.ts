import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import {
  CHECK_RESULTS,
  DEADLINE_ORIGINS,
  EVIDENCE_KINDS,
  RECURRENCE_ANSWERS,
} from "@/lib/domain/action-item";
import { CHANGE_FIELDS } from "@/lib/domain/action-item-change";
import { SEVERITIES } from "@/lib/domain/incident";
import { createdAt, instant, ORIGINS, source, version } from "./columns";
import { events, incidentId, incidents } from "./incidents";
import { teams } from "./teams";

export const actionItems = sqliteTable(
  "action_items",
  {
    id: integer().primaryKey(),
    incidentId: integer()
      .notNull()
      .references(() => incidents.id, { onDelete: "cascade" }),
    ordinal: integer().notNull(), // its place in the record's array
    title: text().notNull(),
    owner: text(), // as it came: an e-mail address or a name
    priority: text(),
    deadline: text(), // a calendar day, 2026-05-01: it has no time zone
    type: text(),
    status: text(), // as it came, until someone moves the card; see columnOf
    position: integer().notNull(), // its place in its board column, from 0, without gaps
    source: source(),
    origin: text({ enum: ORIGINS }).notNull(),
    description: text(), // Markdown
    teamId: integer().references(() => teams.id, { onDelete: "set null" }), // none: its owner's, else its service's
    deadlineOrigin: text({ enum: DEADLINE_ORIGINS }), // none: as its record has it
    deadlineReason: text(), // why a person chose another day than the policy's
    fromEventId: integer().references(() => events.id, { onDelete: "set null" }), // the timeline row that it came from
    fromSection: text(), // the heading of the postmortem under which it was made
    ticketUrl: text(),
    ticketKey: text(), // OPS-123
    evidenceKind: text({ enum: EVIDENCE_KINDS }), // how it was proven to be done
    evidence: text(),
    dropReason: text(), // why it will not be done
    closedAt: instant(), // when it came to Done or Won't do; none also where a record had it there
    closedBy: text(), // a user's name
    checkText: text(), // what has to be seen later: "the alert fires at 70 %"
    checkDue: text(), // a calendar day
    checkResult: text({ enum: CHECK_RESULTS }),
    checkedBy: text(), // a user's name
    checkedAt: instant(),
    snoozedUntil: text(), // a calendar day: no reminders before it
    snoozeReason: text(),
    snoozedBy: text(), // a user's name
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    index("action_items_by_incident").on(table.incidentId, table.ordinal),
    index("action_items_by_position").on(table.position),
    index("action_items_by_team").on(table.teamId),
    index("action_items_by_event").on(table.fromEventId),
  ],
);

const actionItemId = () =>
  integer()
    .notNull()
    .references(() => actionItems.id, { onDelete: "cascade" });

export const actionItemComments = sqliteTable(
  "action_item_comments",
  {
    id: integer().primaryKey(),
    actionItemId: actionItemId(),
    authorId: integer(), // a user's id, also after that account is gone
    author: text().notNull(), // a user's name
    body: text().notNull(), // Markdown
    createdAt: createdAt(),
    editedAt: instant(),
    deletedAt: instant(), // its words are gone then, and its place stays
    version: version(),
  },
  (table) => [index("action_item_comments_by_item").on(table.actionItemId)],
);

/** What changed in an item, a row for each field. */
export const actionItemChanges = sqliteTable(
  "action_item_changes",
  {
    id: integer().primaryKey(),
    actionItemId: actionItemId(),
    at: instant().notNull(),
    by: text().notNull(), // a user's name
    field: text({ enum: CHANGE_FIELDS }).notNull(),
    before: text(),
    after: text(),
    reason: text(),
  },
  (table) => [index("action_item_changes_by_item").on(table.actionItemId)],
);

/** How soon an item is to have an owner and to be done; a pair without a row has the built-in days. */
export const deadlinePolicies = sqliteTable(
  "deadline_policies",
  {
    priority: text().notNull(),
    severity: text({ enum: SEVERITIES }).notNull(),
    assignDays: integer(), // working days; none: no limit
    finishDays: integer(),
    changedBy: text().notNull(), // a user's name
    changedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.priority, table.severity] })],
);

/** What somebody said of an item that should have prevented a later incident. */
export const recurrences = sqliteTable(
  "recurrences",
  {
    id: integer().primaryKey(),
    actionItemId: actionItemId(),
    incidentId: incidentId(), // the later one
    answer: text({ enum: RECURRENCE_ANSWERS }).notNull(),
    reason: text(),
    answeredBy: text().notNull(), // a user's name
    answeredAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex("recurrences_by_item").on(table.actionItemId, table.incidentId),
    index("recurrences_by_incident").on(table.incidentId),
  ],
);
