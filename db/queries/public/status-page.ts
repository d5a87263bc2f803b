import { and, asc, desc, eq, gte, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { components, publicIncidents, publicUpdateComponents, publicUpdates } from "@/db/schema";
import type { ComponentStatus } from "@/lib/domain/component";
import type { IncidentStatus } from "@/lib/domain/incident";
import { firstPublicDay, publicDays, type PublicDay } from "@/lib/domain/public-days";
import { publicStatus } from "@/lib/domain/public-status";

export type PublicUpdate = {
  id: string;
  status: IncidentStatus;
  body: string;
  at: number;
  nextUpdateDueAt: number | undefined;
  /** When its text was last changed. */
  correctedAt: number | undefined;
  /** The states that it set. */
  components: PublicChange[];
};

export type PublicChange = { name: string; before: ComponentStatus; after: ComponentStatus };

export type PublicComponent = {
  id: string;
  name: string;
  description: string | undefined;
  status: ComponentStatus;
};

export type PublicIncident = {
  id: string;
  title: string;
  status: IncidentStatus;
  startedAt: number;
  resolvedAt: number | undefined;
  /** Newest first. */
  updates: PublicUpdate[];
};

export type StatusPage = {
  asOf: number;
  active: PublicIncident[];
  components: PublicComponent[];
  /** Today first. */
  days: PublicDay<PublicIncident>[];
};

const DAYS = 15;

/** What the public page shows at this moment. */
export function getStatusPage(now = Date.now()): StatusPage {
  const { status, resolvedAt } = publicIncidents;
  const incidents = listPublicIncidents(
    or(ne(status, "resolved"), gte(resolvedAt, firstPublicDay(now, DAYS))),
  );
  return {
    asOf: now,
    active: incidents.filter((incident) => incident.status !== "resolved"),
    components: listPublicComponents(),
    days: publicDays(incidents, now, DAYS),
  };
}

/** What outsiders know the parts of the product by, in their order, and how each is. */
export function listPublicComponents(): PublicComponent[] {
  const { publicId, name, description, status, archivedAt, position } = components;
  return db()
    .select({ id: publicId, name, description, status })
    .from(components)
    .where(isNull(archivedAt))
    .orderBy(asc(position), asc(components.id))
    .all()
    .map((component) => ({ ...component, description: component.description ?? undefined }));
}

/** One incident by its public id, as of now. */
export function findPublicIncident(
  id: string,
  now = Date.now(),
): (PublicIncident & { asOf: number }) | undefined {
  const [incident] = listPublicIncidents(eq(publicIncidents.publicId, id));
  return incident && { ...incident, asOf: now };
}

/** The months in UTC that have incidents, newest first, as `2024-01`. */
export function listPublicMonths(): { month: string; incidents: number }[] {
  const month = sql<string>`strftime('%Y-%m', ${publicIncidents.startedAt} / 1000, 'unixepoch')`;
  return db()
    .select({ month, incidents: sql<number>`count(*)` })
    .from(publicIncidents)
    .groupBy(month)
    .orderBy(desc(month))
    .all();
}

/** The incidents that began in a month, `2024-01`, newest first. */
export function listPublicMonth(month: string): PublicIncident[] {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const { startedAt } = publicIncidents;
  return listPublicIncidents(
    and(gte(startedAt, Date.UTC(year, number - 1)), lt(startedAt, Date.UTC(year, number))),
  );
}

function listPublicIncidents(where: ReturnType<typeof and>): PublicIncident[] {
  const incidents = db()
    .select({
      rowId: publicIncidents.id,
      publicId: publicIncidents.publicId,
      title: publicIncidents.title,
      status: publicIncidents.status,
      startedAt: publicIncidents.startedAt,
      resolvedAt: publicIncidents.resolvedAt,
    })
    .from(publicIncidents)
    .where(where)
    .orderBy(desc(publicIncidents.startedAt), desc(publicIncidents.id))
    .all();
  const updates = updatesByIncident(incidents.map(({ rowId }) => rowId));
  return incidents.map(({ rowId, publicId, title, status, startedAt, resolvedAt }) => ({
    id: publicId,
    title,
    status: publicStatus(status) ?? "investigating",
    startedAt,
    resolvedAt: resolvedAt ?? undefined,
    updates: updates.get(rowId) ?? [],
  }));
}

function updatesByIncident(rowIds: number[]): Map<number, PublicUpdate[]> {
  const rows = db()
    .select({
      updateId: publicUpdates.id,
      rowId: publicUpdates.publicIncidentId,
      publicId: publicUpdates.publicId,
      status: publicUpdates.status,
      body: publicUpdates.body,
      displayAt: publicUpdates.displayAt,
      nextUpdateDueAt: publicUpdates.nextUpdateDueAt,
      correctedAt: publicUpdates.correctedAt,
    })
    .from(publicUpdates)
    .where(inArray(publicUpdates.publicIncidentId, rowIds))
    .orderBy(desc(publicUpdates.displayAt), desc(publicUpdates.id))
    .all();
  const changes = changesByUpdate(rows.map(({ updateId }) => updateId));
  const updates = new Map<number, PublicUpdate[]>();
  for (const { updateId, rowId, publicId, displayAt, ...row } of rows) {
    const update = {
      id: publicId,
      status: publicStatus(row.status) ?? "investigating",
      body: row.body,
      at: displayAt,
      nextUpdateDueAt: row.nextUpdateDueAt ?? undefined,
      correctedAt: row.correctedAt ?? undefined,
      components: changes.get(updateId) ?? [],
    };
    updates.set(rowId, [...(updates.get(rowId) ?? []), update]);
  }
  return updates;
}

function changesByUpdate(updateIds: number[]): Map<number, PublicChange[]> {
  const { publicUpdateId, componentId, before, after } = publicUpdateComponents;
  const rows = db()
    .select({ publicUpdateId, name: components.name, before, after })
    .from(publicUpdateComponents)
    .innerJoin(components, eq(components.id, componentId))
    .where(inArray(publicUpdateId, updateIds))
    .orderBy(asc(components.position), asc(components.id))
    .all();
  const changes = new Map<number, PublicChange[]>();
  for (const { publicUpdateId: id, ...change } of rows) {
    changes.set(id, [...(changes.get(id) ?? []), change]);
  }
  return changes;
}
