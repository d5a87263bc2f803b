import { createHash } from "node:crypto";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { alertChanges, alerts, services } from "@/db/schema";
import type { AlertChange, AlertStatus, NormalAlert } from "@/lib/domain/alerts/alert";
import { newsOf, type Step } from "@/lib/domain/alerts/news";
import { alertSeverity } from "@/lib/domain/alerts/severity";

type AlertRow = typeof alerts.$inferSelect;
type Source = { id: number; serviceId: number | null };

const LONGEST_KEY = 255;

/** Where news of an alert came from. */
type Told = { source: Source; deliveryId: number; now: number };

/** Takes in news of one alert, as part of a delivery; `undefined` where they say what was known. */
export function takeAlert(normal: NormalAlert, told: Told): AlertChange | undefined {
  const key = bounded(normal.dedupeKey);
  const known = lastOf(told.source.id, key);
  const step = newsOf(normal, known, told.now);
  switch (step.is) {
    case "none":
      return undefined;
    case "seen":
      if (known) db().update(alerts).set(seen(known, told)).where(eq(alerts.id, known.id)).run();
      return undefined;
    case "new":
      return noteChange(insertAlert(normal, key, step.status, told), "new", told);
    default:
      return known && changeAlert(known, normal, step, told);
  }
}

const lastOf = (sourceId: number, dedupeKey: string): AlertRow | undefined =>
  db()
    .select()
    .from(alerts)
    .where(and(eq(alerts.sourceId, sourceId), eq(alerts.dedupeKey, dedupeKey)))
    .orderBy(desc(alerts.id))
    .limit(1)
    .get();

const seen = ({ lastSeenAt }: AlertRow, { now }: Told) => ({
  lastSeenAt: Math.max(lastSeenAt, now),
});

function insertAlert(
  normal: NormalAlert,
  dedupeKey: string,
  status: AlertStatus,
  { source, now }: Told,
): AlertRow {
  const startsAt = Math.min(normal.startsAt ?? normal.at ?? now, now);
  return db()
    .insert(alerts)
    .values({
      sourceId: source.id,
      dedupeKey,
      groupKey: normal.groupKey === undefined ? null : bounded(normal.groupKey),
      status,
      severityText: normal.severity ?? null,
      severity: alertSeverity(normal.severity),
      title: normal.title ?? dedupeKey,
      description: normal.description ?? null,
      serviceText: normal.service ?? null,
      serviceId: serviceFor(normal.service, source),
      labels: normal.labels,
      url: normal.url ?? null,
      startsAt,
      toldAt: normal.at ?? null,
      firstSeenAt: now,
      lastSeenAt: now,
    })
    .returning()
    .get();
}

type Changed = Extract<Step, { is: "refreshed" | "changed" }>;

/** What is not said stays as it stands. */
function changeAlert(
  known: AlertRow,
  normal: NormalAlert,
  step: Changed,
  told: Told,
): AlertChange | undefined {
  const status = step.is === "changed" ? step.status : known.status;
  const isOver = status === "resolved";
  const severity = normal.severity === undefined ? known.severity : alertSeverity(normal.severity);
  const after = db()
    .update(alerts)
    .set({
      ...seen(known, told),
      status,
      severity,
      severityText: normal.severity ?? known.severityText,
      title: normal.title ?? known.title,
      description: normal.description ?? known.description,
      ...(normal.service !== undefined && {
        serviceText: normal.service,
        serviceId: serviceFor(normal.service, told.source),
      }),
      labels: Object.keys(normal.labels).length > 0 ? normal.labels : known.labels,
      url: normal.url ?? known.url,
      groupKey: normal.groupKey === undefined ? known.groupKey : bounded(normal.groupKey),
      endsAt: isOver ? endOf(known, normal, told.now) : null,
      toldAt: normal.at ?? known.toldAt,
      ...(step.is === "changed" &&
        step.change === "reopened" && { occurrences: known.occurrences + 1 }),
      version: sql`${alerts.version} + 1`,
    })
    .where(eq(alerts.id, known.id))
    .returning()
    .get();
  if (step.is === "changed") return noteChange(after, step.change, told);
  if (known.severity === severity) return undefined;
  return { ...noteChange(after, "severity", told), severityBefore: known.severity };
}

const endOf = ({ startsAt }: AlertRow, { endsAt, at }: NormalAlert, now: number) =>
  Math.max(startsAt, Math.min(endsAt ?? at ?? now, now));

function noteChange(
  { id, status, severityText }: AlertRow,
  change: AlertChange["change"],
  { deliveryId, now }: Told,
): AlertChange {
  db()
    .insert(alertChanges)
    .values({ alertId: id, deliveryId, at: now, status, severityText })
    .run();
  return { alertId: id, change };
}

/** Marks the open alerts of a group by whether others of it were cut from what was sent. */
export function markGroup(sourceId: number, groupKey: string, truncated: boolean): void {
  const isOfGroup = and(eq(alerts.sourceId, sourceId), eq(alerts.groupKey, bounded(groupKey)));
  db()
    .update(alerts)
    .set({ truncated })
    .where(and(isOfGroup, ne(alerts.status, "resolved"), ne(alerts.truncated, truncated)))
    .run();
}

/** The service of that name, or for alerts that name none the source's. */
function serviceFor(name: string | undefined, source: Source): number | null {
  if (name === undefined) return source.serviceId;
  const isNamed = sql`lower(${services.name}) = lower(${name})`;
  const found = db().select({ id: services.id }).from(services).where(isNamed).get();
  return found?.id ?? null;
}

/** A key of whatever length as one that can be kept; long ones stay apart. */
const bounded = (key: string) =>
  key.length <= LONGEST_KEY ? key : `sha256:${createHash("sha256").update(key).digest("hex")}`;
