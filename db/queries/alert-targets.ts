import { and, desc, eq, gte, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { alerts, incidents } from "@/db/schema";
import { onService } from "@/lib/domain/duplicates";
import { SEVERITIES } from "@/lib/domain/incident";
import { isOpen } from "@/lib/domain/lifecycle";
import type { Join } from "@/lib/domain/alerts/rule";
import type { AlertRow } from "./alert-rows";

type Joining = { joins: Join; windowMinutes: number | null };

const MOST_LOOKED_AT = 50;
const MOST_MERGES = 20;

/** The open incident that holds the very same alert, from an earlier time. */
export function findSame(alert: AlertRow, joining: Joining, now: number) {
  const { sourceId, dedupeKey } = alert;
  const isSame = and(eq(alerts.sourceId, sourceId), eq(alerts.dedupeKey, dedupeKey));
  return findHolder(isSame, sinceOf(joining, now));
}

/**
 * The open incident that holds alerts of the same group, else of the same service, as far as the rule goes.
 * A private incident or a drill is not joined by its service alone.
 */
export function findLike(alert: AlertRow, joining: Joining, now: number) {
  if (joining.joins === "key") return undefined;
  const since = sinceOf(joining, now);
  const { sourceId, groupKey } = alert;
  const isOfGroup = and(eq(alerts.sourceId, sourceId), eq(alerts.groupKey, groupKey ?? ""));
  const byGroup = groupKey === null ? undefined : findHolder(isOfGroup, since);
  if (byGroup || joining.joins === "group") return byGroup;
  return findByService(alert, since);
}

/** What `findLike` answers is the same for all alerts of the same name. */
export const likenessOf = ({ sourceId, groupKey, service }: AlertRow): string =>
  JSON.stringify([sourceId, groupKey, service]);

const sinceOf = ({ windowMinutes }: Joining, now: number) =>
  windowMinutes === null ? 0 : now - windowMinutes * 60_000;

/** The open incident that holds an alert like this; where it was merged, the one that it was merged into. */
function findHolder(like: SQL | undefined, since: number, isPublicOnly = false) {
  const held = db()
    .select({ incidentId: alerts.incidentId })
    .from(alerts)
    .where(and(like, isNotNull(alerts.incidentId), gte(alerts.lastSeenAt, since)))
    .orderBy(desc(alerts.id))
    .limit(MOST_LOOKED_AT)
    .all();
  for (const id of new Set(held.map(({ incidentId }) => incidentId))) {
    const incident = id === null ? undefined : finalIncident(id);
    if (!incident || !isOpen(incident)) continue;
    if (!isPublicOnly || !(incident.isPrivate || incident.isDrill)) return incident;
  }
  return undefined;
}

function findByService({ service, serviceId, serviceText }: AlertRow, since: number) {
  if (service === null) return undefined;
  const same = or(
    serviceId === null ? undefined : eq(alerts.serviceId, serviceId),
    serviceText === null ? undefined : eq(alerts.serviceText, serviceText),
  );
  return findHolder(same, since, true) ?? findNaming(service, since);
}

/** The worst open incident, of these the youngest, that names the service. */
function findNaming(service: string, since: number) {
  const open = db()
    .select()
    .from(incidents)
    .where(
      and(
        inArray(incidents.urgency, [...SEVERITIES]),
        eq(incidents.isPrivate, false),
        eq(incidents.isDrill, false),
        gte(incidents.declaredAt, since),
      ),
    )
    .orderBy(incidents.urgency, desc(incidents.declaredAt), desc(incidents.id))
    .all();
  return onService(open, service)[0];
}

/** The incident, or what it turned out to be, however often it was merged. */
export function finalIncident(id: number) {
  let incident = incidentOf(id);
  for (let hops = 0; hops < MOST_MERGES && incident?.mergedIntoId; hops += 1) {
    incident = incidentOf(incident.mergedIntoId);
  }
  return incident;
}

const incidentOf = (id: number) => db().select().from(incidents).where(eq(incidents.id, id)).get();

/** An incident with what was merged into it, whose alerts count as its own. */
export const familyOf = (id: number): number[] => [
  id,
  ...db()
    .select({ id: incidents.id })
    .from(incidents)
    .where(eq(incidents.mergedIntoId, id))
    .all()
    .map((duplicate) => duplicate.id),
];

export type FinalIncident = NonNullable<ReturnType<typeof finalIncident>>;

/** Alerts by the incidents that they are on; those on none are left out. */
export function byIncident(rows: AlertRow[]): { incident: FinalIncident; rows: AlertRow[] }[] {
  const groups = new Map<number, { incident: FinalIncident; rows: AlertRow[] }>();
  for (const row of rows) {
    const incident = row.incidentId === null ? undefined : finalIncident(row.incidentId);
    if (!incident) continue;
    const group = groups.get(incident.id) ?? { incident, rows: [] };
    group.rows.push(row);
    groups.set(incident.id, group);
  }
  return [...groups.values()];
}
