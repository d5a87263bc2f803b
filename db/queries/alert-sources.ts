import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { alertChanges, alertDeliveries, alerts, alertSources, services } from "@/db/schema";
import type { SourceKind } from "@/lib/domain/alerts/source";

export type SourceRow = ReturnType<typeof listAlertSources>[number];
export type DeliveryRow = ReturnType<typeof listDeliveries>[number];

const { id, kind, name, keyEnding, proof, settings, serviceId, lastSeenAt, disabledAt } =
  alertSources;
const { version, createdBy, createdAt } = alertSources;

/** Everything of sources but what opens them. */
const shown = {
  id,
  kind,
  name,
  keyEnding,
  proof,
  settings,
  serviceId,
  service: services.name,
  lastSeenAt,
  disabledAt,
  version,
  createdBy,
  createdAt,
};

/** Where alerts come from, by name. */
export const listAlertSources = () =>
  db()
    .select(shown)
    .from(alertSources)
    .leftJoin(services, eq(services.id, serviceId))
    .orderBy(asc(name), asc(id))
    .all();

/** One source, and whether it has a secret before the last one. */
export function getAlertSource(sourceId: number) {
  const found = db()
    .select({ ...shown, former: alertSources.formerSecret })
    .from(alertSources)
    .leftJoin(services, eq(services.id, serviceId))
    .where(eq(id, sourceId))
    .get();
  if (!found) return undefined;
  const { former, ...source } = found;
  return { ...source, hasFormerSecret: former !== null };
}

/** The source that a key lets in, with its sealed secrets; none that is switched off. */
export const findSourceByKey = (wanted: SourceKind, keyHash: string) =>
  db()
    .select()
    .from(alertSources)
    .where(and(eq(alertSources.keyHash, keyHash), eq(kind, wanted), isNull(disabledAt)))
    .get();

const told = {
  id: alertDeliveries.id,
  sourceId: alertDeliveries.sourceId,
  receivedAt: alertDeliveries.receivedAt,
  lastReceivedAt: alertDeliveries.lastReceivedAt,
  times: alertDeliveries.times,
  state: alertDeliveries.state,
  problem: alertDeliveries.problem,
  alertCount: alertDeliveries.alertCount,
};

/** What a source sent, the last first, without what it held. */
export const listDeliveries = (
  sourceId: number,
  { page, perPage }: { page: number; perPage: number },
) =>
  db()
    .select(told)
    .from(alertDeliveries)
    .where(eq(alertDeliveries.sourceId, sourceId))
    .orderBy(desc(alertDeliveries.lastReceivedAt), desc(alertDeliveries.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all();

export const countDeliveries = (sourceId: number): number =>
  db()
    .select({ count: count() })
    .from(alertDeliveries)
    .where(eq(alertDeliveries.sourceId, sourceId))
    .get()?.count ?? 0;

/** One delivery of a source, with all that came. */
export function getDelivery(sourceId: number, deliveryId: number) {
  const delivery = db()
    .select({ ...told, body: alertDeliveries.body, headers: alertDeliveries.headers })
    .from(alertDeliveries)
    .where(and(eq(alertDeliveries.id, deliveryId), eq(alertDeliveries.sourceId, sourceId)))
    .get();
  if (!delivery) return undefined;
  return { ...delivery, body: delivery.body?.toString("utf8") };
}

/** Services that a source’s alerts may be of, by name. */
export const listServiceChoices = () =>
  db().select({ id: services.id, name: services.name }).from(services).orderBy(services.name).all();

const MOST_SHOWN_ALERTS = 100;

/** The alerts that a delivery changed, and what they were after it. */
export const listDeliveredAlerts = (deliveryId: number) =>
  db()
    .select({ id: alerts.id, title: alerts.title, status: alertChanges.status })
    .from(alertChanges)
    .innerJoin(alerts, eq(alerts.id, alertChanges.alertId))
    .where(eq(alertChanges.deliveryId, deliveryId))
    .orderBy(asc(alertChanges.id))
    .limit(MOST_SHOWN_ALERTS)
    .all();
