import { sql } from "drizzle-orm";
import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ALERT_STATUSES, DISPOSITIONS } from "@/lib/domain/alerts/alert";
import {
  DELIVERY_STATES,
  PROOFS,
  SOURCE_KINDS,
  type SourceSettings,
} from "@/lib/domain/alerts/source";
import { SEVERITIES } from "@/lib/domain/incident";
import { createdAt, instant, json, version } from "./columns";
import { incidents } from "./incidents";
import { services } from "./services";

/** Who may send alerts, each by an address with a key of its own. */
export const alertSources = sqliteTable("alert_sources", {
  id: integer().primaryKey(),
  kind: text({ enum: SOURCE_KINDS }).notNull(),
  name: text().notNull(),
  keyHash: text().notNull().unique(), // SHA-256 of the key, hexadecimal
  keyEnding: text().notNull(), // its last four characters, to tell keys apart
  proof: text({ enum: PROOFS }).notNull().default("none"),
  secret: text(), // sealed; what signs, or the password or token that is asked for
  formerSecret: text(), // sealed; holds as well, until everybody sends the new one
  settings: json<SourceSettings>().notNull(),
  serviceId: integer().references(() => services.id, { onDelete: "set null" }), // of alerts that name none
  lastSeenAt: instant(),
  disabledAt: instant(),
  isDemo: integer({ mode: "boolean" }).notNull().default(false),
  version: version(),
  createdBy: text().notNull(), // a user's name
  createdAt: createdAt(),
});

const sourceId = () =>
  integer()
    .notNull()
    .references(() => alertSources.id, { onDelete: "cascade" });

/** Every request that came with a key, as it came. The same one again is the same row. */
export const alertDeliveries = sqliteTable(
  "alert_deliveries",
  {
    id: integer().primaryKey(),
    sourceId: sourceId(),
    deliveryId: text().notNull(), // as its sender numbers it, or what follows from its content
    body: blob({ mode: "buffer" }), // as it came; gone when its time is over
    headers: json<Record<string, string>>().notNull(), // those that tell something, and no secret
    receivedAt: instant().notNull(),
    lastReceivedAt: instant().notNull(),
    times: integer().notNull().default(1), // how often the very same came
    state: text({ enum: DELIVERY_STATES }).notNull(),
    problem: text(), // why it is ignored, unknown or refused
    alertCount: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex("alert_deliveries_by_delivery").on(table.sourceId, table.deliveryId),
    index("alert_deliveries_by_source").on(table.sourceId, table.lastReceivedAt),
    index("alert_deliveries_by_state").on(table.state, table.lastReceivedAt),
  ],
);

/** Alerts, one row for each time that one fires. */
export const alerts = sqliteTable(
  "alerts",
  {
    id: integer().primaryKey(),
    sourceId: sourceId(),
    dedupeKey: text().notNull(),
    groupKey: text(),
    status: text({ enum: ALERT_STATUSES }).notNull(),
    severityText: text(), // as it was sent
    severity: text({ enum: SEVERITIES }), // what that means here
    title: text().notNull(),
    description: text(),
    serviceText: text(), // as it was sent
    serviceId: integer().references(() => services.id, { onDelete: "set null" }),
    labels: json<Record<string, string>>().notNull(),
    url: text(),
    startsAt: instant().notNull(),
    endsAt: instant(),
    toldAt: instant(), // when its source says the last news of it happened
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    occurrences: integer().notNull().default(1), // how often it fired, with those soon after one another
    truncated: integer({ mode: "boolean" }).notNull().default(false), // its group was cut: others are missing
    incidentId: integer().references(() => incidents.id, { onDelete: "set null" }),
    disposition: text({ enum: DISPOSITIONS }).notNull().default("waiting"),
    ruleId: integer(), // the rule that decided, also after it is gone
    decidedBy: text(), // the name of the user who decided, where it was no rule
    reason: text(), // why it waits or was dropped, in words
    mutedUntil: instant(), // the same alert is dropped until then
    acknowledgedBy: text(), // a user's name, where it was no news of its source
    version: version(),
  },
  (table) => [
    uniqueIndex("alerts_open")
      .on(table.sourceId, table.dedupeKey)
      .where(sql`status <> 'resolved'`),
    index("alerts_by_key").on(table.sourceId, table.dedupeKey, table.id),
    index("alerts_by_group").on(table.sourceId, table.groupKey, table.status),
    index("alerts_by_status").on(table.status, table.lastSeenAt),
    index("alerts_by_disposition").on(table.disposition, table.status, table.lastSeenAt),
    index("alerts_by_incident").on(table.incidentId, table.status, table.id),
    index("alerts_by_service").on(table.serviceId, table.status),
    index("alerts_muted")
      .on(table.sourceId, table.dedupeKey, table.mutedUntil)
      .where(sql`muted_until is not null`),
  ],
);

/** Which delivery made an alert what it became; repeats are only counted. */
export const alertChanges = sqliteTable(
  "alert_changes",
  {
    id: integer().primaryKey(),
    alertId: integer()
      .notNull()
      .references(() => alerts.id, { onDelete: "cascade" }),
    deliveryId: integer().references(() => alertDeliveries.id, { onDelete: "set null" }),
    at: instant().notNull(),
    status: text({ enum: ALERT_STATUSES }).notNull(),
    severityText: text(),
  },
  (table) => [
    index("alert_changes_by_alert").on(table.alertId, table.id),
    index("alert_changes_by_delivery").on(table.deliveryId),
  ],
);
