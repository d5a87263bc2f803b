import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { readSite } from "@/db/queries/public/site";
import { incidents, publicIncidents } from "@/db/schema";
import type { Severity } from "@/lib/domain/incident";
import { nextIncidentKey } from "@/lib/domain/lifecycle";
import type { Impact, SiteIncident } from "@/lib/domain/site";
import { toUtc } from "@/lib/domain/time";
import { nextKey } from "./incidents";
import { saysTheSame, type Outcome } from "./taken";
import { takeUpdates } from "./taken-updates";

const SEVERITY_OF: Record<Impact, Severity> = {
  critical: "SEV1",
  major: "SEV2",
  minor: "SEV3",
  maintenance: "SEV4",
  none: "SEV4",
};

/** Brings the public incidents to what the other page has, each with an incident of this portal behind it. */
export function takeIncidents(taken: SiteIncident[]): Outcome[] {
  const { incidents: shown, components } = readSite("");
  const before = new Map(shown.map((incident) => [incident.id, incident]));
  const live = new Set(components.map(({ id }) => id));
  const keyAt = keyMaker();
  return taken
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map((incident) => {
      const same = before.get(incident.id);
      return same && saysTheSame(same, incident, live)
        ? "unchanged"
        : takeIncident(incident, keyAt);
    });
}

type KeyAt = (declaredAt: number) => string;

/** Keys one after the other, with one look at those that there are for each year. */
function keyMaker(): KeyAt {
  const lastOf = new Map<number, string>();
  return (declaredAt) => {
    const year = new Date(declaredAt).getUTCFullYear();
    const last = lastOf.get(year);
    const key = last === undefined ? nextKey(declaredAt) : nextIncidentKey(year, [last]);
    lastOf.set(year, key);
    return key;
  };
}

function takeIncident(incident: SiteIncident, keyAt: KeyAt): Outcome {
  const stored = db()
    .select()
    .from(publicIncidents)
    .where(eq(publicIncidents.publicId, incident.id))
    .get();
  if (!stored) {
    const incidentId = addInternal(incident, keyAt);
    const row = db()
      .insert(publicIncidents)
      .values({
        ...columnsOf(incident),
        incidentId,
        publicId: incident.id,
        createdAt: incident.createdAt,
      })
      .returning({ id: publicIncidents.id })
      .get();
    takeUpdates({ incidentId, publicIncidentId: row.id }, incident.updates);
    return "created";
  }
  if (stored.withdrawnAt !== null || stored.updatedAt > incident.updatedAt) return "kept";
  changeInternal(stored.incidentId, incident);
  db()
    .update(publicIncidents)
    .set(columnsOf(incident))
    .where(eq(publicIncidents.id, stored.id))
    .run();
  takeUpdates({ incidentId: stored.incidentId, publicIncidentId: stored.id }, incident.updates);
  return "changed";
}

const columnsOf = ({ title, status, impact, startedAt, resolvedAt, updatedAt }: SiteIncident) => ({
  title,
  status,
  impact,
  startedAt,
  resolvedAt,
  updatedAt,
});

/** What the portal itself knows of it: no more than the page told. */
function internalColumns({ title, status, impact, startedAt, resolvedAt, updates }: SiteIncident) {
  const declaredAt = updates.reduce((first, { at }) => Math.min(first, at), startedAt);
  const isOver = status === "resolved" || status === "postmortem";
  const endedAt = isOver ? Math.max(resolvedAt ?? updates[0]?.at ?? declaredAt, declaredAt) : null;
  return {
    title,
    severity: SEVERITY_OF[impact],
    status,
    declaredAt,
    declaredAtText: toUtc(declaredAt),
    resolvedAt: endedAt,
    resolvedAtText: endedAt === null ? null : toUtc(endedAt),
  };
}

function addInternal(incident: SiteIncident, keyAt: KeyAt): number {
  const columns = internalColumns(incident);
  return db()
    .insert(incidents)
    .values({ ...columns, key: keyAt(columns.declaredAt), origin: "import" })
    .returning({ id: incidents.id })
    .get().id;
}

/** Follows the other page as long as nobody here worked on the incident. */
function changeInternal(id: number, incident: SiteIncident): void {
  const row = db()
    .select({ version: incidents.version })
    .from(incidents)
    .where(eq(incidents.id, id))
    .get();
  if (row?.version !== 1) return;
  db().update(incidents).set(internalColumns(incident)).where(eq(incidents.id, id)).run();
}
