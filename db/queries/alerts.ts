import { and, asc, count, desc, eq, inArray, lt, ne, or, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import {
  alertChanges,
  alertDeliveries,
  alerts,
  alertSources,
  incidents,
  services,
} from "@/db/schema";
import { ALERT_TABS, type AlertFilters, type AlertTab } from "@/lib/domain/alerts/alert-filters";
import type { Viewer } from "@/lib/domain/viewer";
import { familyOf } from "./alert-targets";
import { alertVisibleTo } from "./alert-visibility";

export type ListedAlert = ReturnType<typeof listAlerts>[number];
export type AlertDetail = NonNullable<ReturnType<typeof findAlert>>;

type Place = { perPage: number };

/** The alerts that an address asks for, as far as this person may know of them: the latest news first. */
export function listAlerts(viewer: Viewer, { page, ...filters }: AlertFilters & Place) {
  return selectAlerts()
    .where(and(fitting(filters), alertVisibleTo(viewer)))
    .orderBy(desc(alerts.lastSeenAt), desc(alerts.id))
    .limit(filters.perPage)
    .offset((page - 1) * filters.perPage)
    .all();
}

export type AlertsAfter = { limit: number; before?: number | undefined };

/** The same by their numbers, the newest first, for programs that read on. */
export const listAlertsByAge = (
  viewer: Viewer,
  filters: Omit<AlertFilters, "page">,
  { limit, before }: AlertsAfter,
) =>
  selectAlerts()
    .where(
      and(
        fitting(filters),
        alertVisibleTo(viewer),
        before === undefined ? undefined : lt(alerts.id, before),
      ),
    )
    .orderBy(desc(alerts.id))
    .limit(limit)
    .all();

export const countAlerts = (viewer: Viewer, filters: AlertFilters): number =>
  db()
    .select({ count: count() })
    .from(alerts)
    .innerJoin(alertSources, eq(alertSources.id, alerts.sourceId))
    .leftJoin(services, eq(services.id, alerts.serviceId))
    .where(and(fitting(filters), alertVisibleTo(viewer)))
    .get()?.count ?? 0;

/** How many alerts each tab lists, without filters. */
export const countAlertTabs = (viewer: Viewer): Map<AlertTab, number> =>
  new Map(ALERT_TABS.map((tab) => [tab, countAlerts(viewer, { tab, page: 1 })]));

/** How many alerts wait for a person, where the portal's navigation says so. */
export const countWaiting = (viewer: Viewer): number =>
  countAlerts(viewer, { tab: "waiting", page: 1 });

/** The names of services that alerts have, for the filter. */
export const listAlertServices = (): string[] =>
  db()
    .selectDistinct({ name: serviceName })
    .from(alerts)
    .leftJoin(services, eq(services.id, alerts.serviceId))
    .where(sql`${serviceName} is not null`)
    .orderBy(asc(serviceName))
    .limit(500)
    .all()
    .flatMap(({ name }) => name ?? []);

/** An alert with its history, if this person may know of it. */
export function findAlert(viewer: Viewer, id: number) {
  const found = selectAlerts()
    .where(and(eq(alerts.id, id), alertVisibleTo(viewer)))
    .get();
  return found && { ...found, changes: listAlertChanges(id) };
}

const MOST_CHANGES = 100;

/** What happened to an alert, the latest first, with the deliveries that told it. */
function listAlertChanges(alertId: number) {
  const { id, at, status, severityText, deliveryId } = alertChanges;
  return db()
    .select({ id, at, status, severityText, deliveryId, sourceId: alertDeliveries.sourceId })
    .from(alertChanges)
    .leftJoin(alertDeliveries, eq(alertDeliveries.id, deliveryId))
    .where(eq(alertChanges.alertId, alertId))
    .orderBy(desc(id))
    .limit(MOST_CHANGES)
    .all();
}

/** The other times that the same alert fired, the latest first. */
export function listSameAlerts(viewer: Viewer, { id, sourceId, dedupeKey }: AlertName) {
  const same = and(eq(alerts.sourceId, sourceId), eq(alerts.dedupeKey, dedupeKey));
  return selectAlerts()
    .where(and(same, ne(alerts.id, id), alertVisibleTo(viewer)))
    .orderBy(desc(alerts.id))
    .limit(20)
    .all();
}

type AlertName = { id: number; sourceId: number; dedupeKey: string };

/** A page of an incident's alerts: those that go on first. Those of its duplicates count as its own. */
export function listIncidentAlerts(
  viewer: Viewer,
  incidentId: number,
  { page, perPage }: { page: number; perPage: number },
) {
  return selectAlerts()
    .where(and(inArray(alerts.incidentId, familyOf(incidentId)), alertVisibleTo(viewer)))
    .orderBy(sql`${alerts.status} = 'resolved'`, desc(alerts.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all();
}

/** How many alerts an incident has in each status. */
export function countIncidentAlerts(viewer: Viewer, incidentId: number) {
  const counts = db()
    .select({ status: alerts.status, count: count() })
    .from(alerts)
    .where(and(inArray(alerts.incidentId, familyOf(incidentId)), alertVisibleTo(viewer)))
    .groupBy(alerts.status)
    .all();
  const of = (status: string) => counts.find((each) => each.status === status)?.count ?? 0;
  const open = of("firing") + of("acknowledged");
  return { open, resolved: of("resolved"), all: open + of("resolved") };
}

const serviceName = sql<string | null>`coalesce(${services.name}, ${alerts.serviceText})`;

function selectAlerts() {
  const { id, sourceId, dedupeKey, groupKey, status, severityText, severity, title } = alerts;
  const { description, labels, url, startsAt, endsAt, firstSeenAt, lastSeenAt } = alerts;
  const { occurrences, truncated, disposition, ruleId, decidedBy, reason, mutedUntil } = alerts;
  return db()
    .select({
      ...{ id, sourceId, dedupeKey, groupKey, status, severityText, severity, title },
      ...{ description, labels, url, startsAt, endsAt, firstSeenAt, lastSeenAt },
      ...{ occurrences, truncated, disposition, ruleId, decidedBy, reason, mutedUntil },
      acknowledgedBy: alerts.acknowledgedBy,
      kind: alertSources.kind,
      sourceName: alertSources.name,
      service: serviceName,
      incidentKey: incidents.key,
      incidentTitle: incidents.title,
    })
    .from(alerts)
    .innerJoin(alertSources, eq(alertSources.id, alerts.sourceId))
    .leftJoin(services, eq(services.id, alerts.serviceId))
    .leftJoin(incidents, eq(incidents.id, alerts.incidentId))
    .$dynamic();
}

function fitting({ tab, source, severity, service, text }: Omit<AlertFilters, "page">) {
  return and(
    inTab(tab),
    source && eq(alertSources.kind, source),
    severity && eq(alerts.severity, severity),
    service === undefined ? undefined : sql`${serviceName} = ${service}`,
    text === undefined ? undefined : holding(text),
  );
}

function inTab(tab: AlertTab): SQL | undefined {
  if (tab === "all") return undefined;
  if (tab === "dropped") return eq(alerts.disposition, "dropped");
  if (tab === "attached") return inArray(alerts.disposition, ["attached", "declared"]);
  const open = inArray(alerts.status, ["firing", "acknowledged"]);
  return tab === "firing" ? open : and(open, eq(alerts.disposition, "waiting"));
}

function holding(text: string): SQL | undefined {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    sql`${alerts.title} like ${pattern} escape '\\'`,
    sql`${alerts.description} like ${pattern} escape '\\'`,
  );
}
