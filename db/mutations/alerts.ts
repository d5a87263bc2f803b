import { createHash } from "node:crypto";
import { and, eq, inArray, max, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { alertChanges, alerts, services } from "@/db/schema";
import type { AlertChange, AlertStatus, NormalAlert } from "@/lib/domain/alerts/alert";
import { newsOf, type Step } from "@/lib/domain/alerts/news";
import { alertSeverity } from "@/lib/domain/alerts/severity";

type AlertRow = typeof alerts.$inferSelect;
type Source = { id: number; serviceId: number | null };

/** Where news of alerts came from, and the services by their names in lower case. */
type Told = { source: Source; now: number; services: Map<string, number> };
type Changed = { row: AlertRow; change: AlertChange };

const LONGEST_KEY = 255;

/** As many values as one statement takes with room to spare. */
const AT_ONCE = 500;
const ROWS_AT_ONCE = 50;

/**
 * Takes in the news of one delivery, and answers what changed. Of several news of the same alert the last ones
 * count. What says what was known already is only noted as seen.
 */
export function takeAlerts(
  source: Source,
  deliveryId: number,
  normals: NormalAlert[],
  now: number,
): AlertChange[] {
  const told = { source, now, services: servicesByName() };
  const latest = new Map(normals.map((normal) => [bounded(normal.dedupeKey), normal]));
  const known = lastOnes(source.id, [...latest.keys()]);
  const fresh: (typeof alerts.$inferInsert)[] = [];
  const changed: Changed[] = [];
  const seen: number[] = [];
  for (const [key, normal] of latest) {
    const row = known.get(key);
    const step = newsOf(normal, row, now);
    if (step.is === "new") fresh.push(rowOf(normal, key, step.status, told));
    else if (row && step.is !== "none") {
      const change = step.is === "seen" ? undefined : changeAlert(row, normal, step, told);
      if (change) changed.push(change);
      else seen.push(row.id);
    }
  }
  changed.unshift(...insertAlerts(fresh));
  noteSeen(seen, now);
  noteChanges(changed, deliveryId, now);
  return changed.map(({ change }) => change);
}

/** The last time that each of these fired, by their keys. */
function lastOnes(sourceId: number, keys: string[]): Map<string, AlertRow> {
  const rows = inParts(keys, AT_ONCE).flatMap((part) => {
    const isOne = and(eq(alerts.sourceId, sourceId), inArray(alerts.dedupeKey, part));
    const last = db()
      .select({ id: max(alerts.id) })
      .from(alerts)
      .where(isOne)
      .groupBy(alerts.dedupeKey);
    return db().select().from(alerts).where(inArray(alerts.id, last)).all();
  });
  return new Map(rows.map((row) => [row.dedupeKey, row]));
}

function rowOf(normal: NormalAlert, dedupeKey: string, status: AlertStatus, told: Told) {
  const { source, now } = told;
  return {
    sourceId: source.id,
    dedupeKey,
    groupKey: normal.groupKey === undefined ? null : bounded(normal.groupKey),
    status,
    severityText: normal.severity ?? null,
    severity: alertSeverity(normal.severity),
    title: normal.title ?? dedupeKey,
    description: normal.description ?? null,
    serviceText: normal.service ?? null,
    serviceId: serviceFor(normal.service, told),
    labels: normal.labels,
    url: normal.url ?? null,
    startsAt: Math.min(normal.startsAt ?? normal.at ?? now, now),
    toldAt: normal.at ?? null,
    firstSeenAt: now,
    lastSeenAt: now,
  };
}

const insertAlerts = (fresh: (typeof alerts.$inferInsert)[]): Changed[] =>
  inParts(fresh, ROWS_AT_ONCE).flatMap((part) =>
    db()
      .insert(alerts)
      .values(part)
      .returning()
      .all()
      .map((row) => ({ row, change: { alertId: row.id, change: "new" } })),
  );

type Changing = Extract<Step, { is: "refreshed" | "changed" }>;

/** Writes what is said of an alert; `undefined` where that changes neither its status nor its severity. */
function changeAlert(
  known: AlertRow,
  normal: NormalAlert,
  step: Changing,
  told: Told,
): Changed | undefined {
  const said = saidOf(known, normal, step, told);
  const row = { ...known, ...said };
  if (isSame(row, known)) return undefined;
  const { id, severity } = row;
  db()
    .update(alerts)
    .set({
      ...said,
      lastSeenAt: Math.max(known.lastSeenAt, told.now),
      version: sql`${alerts.version} + 1`,
    })
    .where(eq(alerts.id, id))
    .run();
  if (step.is === "changed") return { row, change: { alertId: id, change: step.change } };
  if (known.severity === severity) return undefined;
  return { row, change: { alertId: id, change: "severity", severityBefore: known.severity } };
}

const isSame = (one: AlertRow, other: AlertRow) => JSON.stringify(one) === JSON.stringify(other);

/** What is not said stays as it stands. */
function saidOf(known: AlertRow, normal: NormalAlert, step: Changing, told: Told) {
  const status = step.is === "changed" ? step.status : known.status;
  const isReopened = step.is === "changed" && step.change === "reopened";
  return {
    status,
    ...(normal.severity !== undefined && {
      severityText: normal.severity,
      severity: alertSeverity(normal.severity),
    }),
    ...(normal.service !== undefined && {
      serviceText: normal.service,
      serviceId: serviceFor(normal.service, told),
    }),
    title: normal.title ?? known.title,
    description: normal.description ?? known.description,
    labels: Object.keys(normal.labels).length > 0 ? normal.labels : known.labels,
    url: normal.url ?? known.url,
    groupKey: normal.groupKey === undefined ? known.groupKey : bounded(normal.groupKey),
    endsAt: status === "resolved" ? endOf(known, normal, told.now) : null,
    toldAt: normal.at ?? known.toldAt,
    occurrences: known.occurrences + (isReopened ? 1 : 0),
  };
}

const endOf = ({ startsAt }: AlertRow, { endsAt, at }: NormalAlert, now: number) =>
  Math.max(startsAt, Math.min(endsAt ?? at ?? now, now));

function noteSeen(ids: number[], now: number): void {
  for (const part of inParts(ids, AT_ONCE)) {
    db()
      .update(alerts)
      .set({ lastSeenAt: sql`max(${alerts.lastSeenAt}, ${now})` })
      .where(inArray(alerts.id, part))
      .run();
  }
}

function noteChanges(changed: Changed[], deliveryId: number, at: number): void {
  for (const part of inParts(changed, ROWS_AT_ONCE)) {
    const rows = part.map(({ row: { id, status, severityText } }) => ({
      alertId: id,
      deliveryId,
      at,
      status,
      severityText,
    }));
    db().insert(alertChanges).values(rows).run();
  }
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

const servicesByName = () =>
  new Map(
    db()
      .select({ id: services.id, name: services.name })
      .from(services)
      .all()
      .map(({ id, name }) => [name.toLowerCase(), id]),
  );

/** The service of that name, or for alerts that name none the source's. */
const serviceFor = (name: string | undefined, { source, services }: Told): number | null =>
  name === undefined ? source.serviceId : (services.get(name.toLowerCase()) ?? null);

/** A key of whatever length as one that can be kept; long ones stay apart. */
const bounded = (key: string) =>
  key.length <= LONGEST_KEY ? key : `sha256:${createHash("sha256").update(key).digest("hex")}`;

const inParts = <Item>(items: Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
