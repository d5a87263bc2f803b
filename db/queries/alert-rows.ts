import { and, count, eq, inArray, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { alerts, alertSources, services } from "@/db/schema";

export type AlertRow = ReturnType<typeof listAlertRows>[number];

/** As many values as one statement takes with room to spare. */
const AT_ONCE = 500;

/** Alerts with what rules look at, by their ids. */
export function listAlertRows(ids: number[]) {
  const found: ReturnType<typeof rowsOf> = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    found.push(...rowsOf(ids.slice(from, from + AT_ONCE)));
  }
  return found.map(({ alert, kind, serviceName }) => ({
    ...alert,
    kind,
    service: serviceName ?? alert.serviceText,
  }));
}

const rowsOf = (ids: number[]) =>
  db()
    .select({ alert: alerts, kind: alertSources.kind, serviceName: services.name })
    .from(alerts)
    .innerJoin(alertSources, eq(alertSources.id, alerts.sourceId))
    .leftJoin(services, eq(services.id, alerts.serviceId))
    .where(inArray(alerts.id, ids))
    .all();

/** How many alerts these incidents hold. */
export const countAlertsOf = (incidentIds: number[]): number =>
  db().select({ count: count() }).from(alerts).where(inArray(alerts.incidentId, incidentIds)).get()
    ?.count ?? 0;

/** How many of them go on. */
export const countOpenAlertsOf = (incidentIds: number[]): number =>
  db()
    .select({ count: count() })
    .from(alerts)
    .where(and(inArray(alerts.incidentId, incidentIds), ne(alerts.status, "resolved")))
    .get()?.count ?? 0;
