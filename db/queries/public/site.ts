import { and, asc, desc, eq, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import { db } from "@/db/client";
import {
  components,
  componentStates,
  incidents,
  maintenanceUpdateComponents,
  maintenanceUpdates,
  maintenances,
  publicIncidents,
  publicPostmortems,
  publicUpdateComponents,
  publicUpdates,
  statusPage,
} from "@/db/schema";
import type { IncidentStatus } from "@/lib/domain/incident";
import { publicStatus } from "@/lib/domain/public-status";
import { isZone } from "@/lib/domain/team";
import { impactOf, type Site, type SiteChange, type SiteComponent } from "@/lib/domain/site";

/** All that the public page and everything beside it is made of, from an allow-list of columns. */
export function readSite(url: string): Site {
  return {
    page: { ...readPage(), url },
    components: listComponents(),
    incidents: listIncidents(),
    maintenances: listMaintenances(),
    withdrawn: listWithdrawn(),
  };
}

function readPage() {
  const { publicId: id, name, about, zone, supportUrl, copyUrl, updatedAt } = statusPage;
  const page = db()
    .select({ id, name, about, zone, supportUrl, copyUrl, updatedAt })
    .from(statusPage)
    .get();
  if (!page) throw new Error("The status page has no row of its own.");
  return { ...page, zone: isZone(page.zone) ? page.zone : "Etc/UTC" }; // one that this machine does not know
}

function listComponents(): SiteComponent[] {
  const rows = db()
    .select({
      rowId: components.id,
      id: components.publicId,
      name: components.name,
      description: components.description,
      status: components.status,
      isGroup: components.isGroup,
      groupRow: components.groupId,
      isShowcased: components.showsUptime,
      isOnlyShownDegraded: components.isOnlyShownDegraded,
      startDate: components.startDate,
      createdAt: components.createdAt,
      updatedAt: components.updatedAt,
    })
    .from(components)
    .where(isNull(components.archivedAt))
    .orderBy(asc(components.position), asc(components.id))
    .all();
  const states = statesByComponent();
  const shown = rows.map(({ rowId, groupRow, ...row }) => ({
    ...row,
    startDate: row.startDate ?? new Date(row.createdAt).toISOString().slice(0, 10),
    groupId: rows.find((other) => other.rowId === groupRow)?.id ?? null,
    states: states.get(rowId) ?? [],
  }));
  return shown
    .filter(({ groupId }) => groupId === null)
    .flatMap((top) => [top, ...shown.filter(({ groupId }) => groupId === top.id)]);
}

function statesByComponent() {
  const { componentId, status, effectiveAt, withdrawnAt, id } = componentStates;
  const rows = db()
    .select({ componentId, status, at: effectiveAt })
    .from(componentStates)
    .where(isNull(withdrawnAt))
    .orderBy(asc(effectiveAt), asc(id))
    .all();
  return grouped(rows, ({ componentId: of, ...state }) => [of, state]);
}

function listIncidents(): Site["incidents"] {
  const rows = db()
    .select({
      rowId: publicIncidents.id,
      id: publicIncidents.publicId,
      title: publicIncidents.title,
      status: publicIncidents.status,
      impact: publicIncidents.impact,
      createdAt: publicIncidents.createdAt,
      updatedAt: publicIncidents.updatedAt,
      startedAt: publicIncidents.startedAt,
      resolvedAt: publicIncidents.resolvedAt,
    })
    .from(publicIncidents)
    .where(and(isNull(publicIncidents.withdrawnAt), mayBePublic()))
    .orderBy(desc(publicIncidents.startedAt), desc(publicIncidents.id))
    .all();
  const updates = incidentUpdates();
  const reports = reportsByIncident();
  return rows.flatMap(({ rowId, ...row }) => {
    const own = updates.get(rowId) ?? [];
    if (own.length === 0) return [];
    const report = reports.get(rowId)?.[0];
    return [
      {
        ...row,
        status: statusOf(row.status),
        impact: row.impact ?? impactOf(own),
        updates: own,
        report: report ?? null,
      },
    ];
  });
}

/** Nothing makes a private incident or a drill public; should it be so all the same, it is not read. */
const mayBePublic = () =>
  notInArray(
    publicIncidents.incidentId,
    db()
      .select({ id: incidents.id })
      .from(incidents)
      .where(or(eq(incidents.isPrivate, true), eq(incidents.isDrill, true))),
  );

function listWithdrawn(): string[] {
  return db()
    .select({ id: publicIncidents.publicId })
    .from(publicIncidents)
    .where(and(isNotNull(publicIncidents.withdrawnAt), mayBePublic()))
    .orderBy(asc(publicIncidents.id))
    .all()
    .map(({ id }) => id);
}

/** A report that came from another page is an update of its own kind. */
const statusOf = (word: string): IncidentStatus | "postmortem" =>
  word === "postmortem" ? word : (publicStatus(word) ?? "investigating");

function incidentUpdates() {
  const changes = changesByUpdate();
  const rows = db()
    .select({
      rowId: publicUpdates.id,
      of: publicUpdates.publicIncidentId,
      id: publicUpdates.publicId,
      status: publicUpdates.status,
      body: publicUpdates.body,
      at: publicUpdates.displayAt,
      createdAt: publicUpdates.createdAt,
      correctedAt: publicUpdates.correctedAt,
      nextUpdateDueAt: publicUpdates.nextUpdateDueAt,
    })
    .from(publicUpdates)
    .orderBy(desc(publicUpdates.displayAt), desc(publicUpdates.id))
    .all();
  return grouped(rows, ({ rowId, of, ...row }) => [
    of,
    {
      ...row,
      status: statusOf(row.status),
      updatedAt: row.correctedAt ?? row.createdAt,
      changes: changes.get(rowId) ?? [],
    },
  ]);
}

function changesByUpdate(): Map<number, SiteChange[]> {
  const { publicUpdateId, componentId, before, after } = publicUpdateComponents;
  const rows = db()
    .select({ of: publicUpdateId, componentId: components.publicId, before, after })
    .from(publicUpdateComponents)
    .innerJoin(components, and(eq(components.id, componentId), isNull(components.archivedAt)))
    .orderBy(asc(components.position), asc(components.id))
    .all();
  return grouped(rows, ({ of, ...change }) => [of, change]);
}

function reportsByIncident() {
  const { publicIncidentId, publicId, body, note, displayAt, updatedAt } = publicPostmortems;
  const rows = db()
    .select({ of: publicIncidentId, id: publicId, body, note, at: displayAt, updatedAt })
    .from(publicPostmortems)
    .all();
  return grouped(rows, ({ of, ...report }) => [of, report]);
}

function listMaintenances(): Site["maintenances"] {
  const rows = db()
    .select({
      rowId: maintenances.id,
      id: maintenances.publicId,
      title: maintenances.title,
      status: maintenances.status,
      createdAt: maintenances.createdAt,
      updatedAt: maintenances.updatedAt,
      startedAt: maintenances.createdAt,
      resolvedAt: maintenances.completedAt,
      scheduledFor: maintenances.scheduledFor,
      scheduledUntil: maintenances.scheduledUntil,
      cancelledAt: maintenances.cancelledAt,
      sequence: maintenances.sequence,
    })
    .from(maintenances)
    .orderBy(desc(maintenances.createdAt), desc(maintenances.id))
    .all();
  const updates = maintenanceUpdatesByRow();
  return rows.flatMap(({ rowId, ...row }) => {
    const own = updates.get(rowId) ?? [];
    return own.length === 0
      ? []
      : [{ ...row, impact: "maintenance", updates: own, report: null } as const];
  });
}

function maintenanceUpdatesByRow() {
  const { maintenanceUpdateId, componentId, before, after } = maintenanceUpdateComponents;
  const changes = grouped(
    db()
      .select({ of: maintenanceUpdateId, componentId: components.publicId, before, after })
      .from(maintenanceUpdateComponents)
      .innerJoin(components, and(eq(components.id, componentId), isNull(components.archivedAt)))
      .orderBy(asc(components.position), asc(components.id))
      .all(),
    ({ of, ...change }) => [of, change],
  );
  const rows = db()
    .select({
      rowId: maintenanceUpdates.id,
      of: maintenanceUpdates.maintenanceId,
      id: maintenanceUpdates.publicId,
      status: maintenanceUpdates.status,
      body: maintenanceUpdates.body,
      at: maintenanceUpdates.displayAt,
      createdAt: maintenanceUpdates.createdAt,
      correctedAt: maintenanceUpdates.correctedAt,
    })
    .from(maintenanceUpdates)
    .orderBy(desc(maintenanceUpdates.displayAt), desc(maintenanceUpdates.id))
    .all();
  return grouped(rows, ({ rowId, of, ...row }) => [
    of,
    {
      ...row,
      updatedAt: row.correctedAt ?? row.createdAt,
      nextUpdateDueAt: null,
      changes: changes.get(rowId) ?? [],
    },
  ]);
}

function grouped<Row, Value>(
  rows: Row[],
  part: (row: Row) => [number, Value],
): Map<number, Value[]> {
  const groups = new Map<number, Value[]>();
  for (const row of rows) {
    const [of, value] = part(row);
    const known = groups.get(of);
    if (known) known.push(value);
    else groups.set(of, [value]);
  }
  return groups;
}
