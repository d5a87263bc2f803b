import { and, asc, count, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import { db } from "@/db/client";
import {
  components,
  maintenanceComponents,
  maintenances,
  maintenanceUpdateComponents,
  maintenanceUpdates,
  statusPage,
} from "@/db/schema";
import type { ComponentStatus } from "@/lib/domain/component";

export const PAST_PER_PAGE = 20;

/** The IANA time zone in which the public page tells times. */
export function pageZone(): string {
  return db().select({ zone: statusPage.zone }).from(statusPage).get()?.zone ?? "UTC";
}

export type ListedMaintenance = ReturnType<typeof listCurrentMaintenances>[number];

/** Work that goes on or is to come, the next first. */
export const listCurrentMaintenances = () =>
  withComponents(
    selectRows()
      .where(ne(maintenances.status, "completed"))
      .orderBy(asc(maintenances.scheduledFor), asc(maintenances.id))
      .all(),
  );

/** Work that is over or was cancelled, the newest first; pages count from 1. */
export const listPastMaintenances = (page: number) =>
  withComponents(
    selectRows()
      .where(eq(maintenances.status, "completed"))
      .orderBy(desc(maintenances.scheduledFor), desc(maintenances.id))
      .limit(PAST_PER_PAGE)
      .offset((page - 1) * PAST_PER_PAGE)
      .all(),
  );

export function countPastMaintenances(): number {
  const over = eq(maintenances.status, "completed");
  return db().select({ count: count() }).from(maintenances).where(over).get()?.count ?? 0;
}

function selectRows() {
  return db()
    .select({
      rowId: maintenances.id,
      id: maintenances.publicId,
      title: maintenances.title,
      status: maintenances.status,
      scheduledFor: maintenances.scheduledFor,
      scheduledUntil: maintenances.scheduledUntil,
      startsItself: maintenances.startsItself,
      endsItself: maintenances.endsItself,
      remindBefore: maintenances.remindBefore,
      remindedAt: maintenances.remindedAt,
      startedAt: maintenances.startedAt,
      completedAt: maintenances.completedAt,
      cancelledAt: maintenances.cancelledAt,
      createdBy: maintenances.createdBy,
      createdAt: maintenances.createdAt,
      version: maintenances.version,
    })
    .from(maintenances)
    .$dynamic();
}

type Row = ReturnType<ReturnType<typeof selectRows>["all"]>[number];

function withComponents(rows: Row[]) {
  const ids = rows.map(({ rowId }) => rowId);
  const planned = db()
    .select({
      of: maintenanceComponents.maintenanceId,
      id: components.id,
      name: components.name,
      during: maintenanceComponents.during,
    })
    .from(maintenanceComponents)
    .innerJoin(components, eq(components.id, maintenanceComponents.componentId))
    .where(inArray(maintenanceComponents.maintenanceId, ids))
    .orderBy(asc(components.position), asc(components.id))
    .all();
  return rows.map((row) => ({
    ...row,
    components: planned.filter(({ of }) => of === row.rowId),
  }));
}

export type Maintenance = NonNullable<ReturnType<typeof findMaintenance>>;

/** One work with all that was said of it, the newest first; `undefined` when there is none by this public id. */
export function findMaintenance(publicId: string) {
  const rows = selectRows().where(eq(maintenances.publicId, publicId)).all();
  const [row] = withComponents(rows);
  return row && { ...row, updates: listUpdates(row.rowId) };
}

function listUpdates(maintenanceId: number) {
  const { displayAt, id } = maintenanceUpdates;
  const rows = db()
    .select({
      rowId: id,
      id: maintenanceUpdates.publicId,
      status: maintenanceUpdates.status,
      body: maintenanceUpdates.body,
      at: displayAt,
      correctedAt: maintenanceUpdates.correctedAt,
      by: maintenanceUpdates.publishedBy,
    })
    .from(maintenanceUpdates)
    .where(eq(maintenanceUpdates.maintenanceId, maintenanceId))
    .orderBy(desc(displayAt), desc(id))
    .all();
  const said = listSaid(rows.map(({ rowId }) => rowId));
  return rows.map((row) => ({ ...row, changes: said.filter(({ of }) => of === row.rowId) }));
}

function listSaid(updateIds: number[]) {
  const { maintenanceUpdateId, componentId, before, after } = maintenanceUpdateComponents;
  return db()
    .select({ of: maintenanceUpdateId, name: components.name, before, after })
    .from(maintenanceUpdateComponents)
    .innerJoin(components, eq(components.id, componentId))
    .where(and(inArray(maintenanceUpdateId, updateIds), ne(before, after)))
    .orderBy(asc(components.position), asc(components.id))
    .all();
}

export type WorkComponent = ReturnType<typeof listWorkComponents>[number];

/** The components that work can be about, in the page's order, with the groups in which they are. */
export function listWorkComponents() {
  const rows = db()
    .select({
      id: components.id,
      name: components.name,
      status: components.status,
      isGroup: components.isGroup,
      groupId: components.groupId,
    })
    .from(components)
    .where(isNull(components.archivedAt))
    .orderBy(asc(components.position), asc(components.id))
    .all();
  const ids = new Set(rows.map(({ id }) => id));
  return rows
    .filter(({ groupId }) => groupId === null || !ids.has(groupId))
    .flatMap((top) => {
      if (!top.isGroup) return [named(top)];
      return rows.filter(({ groupId }) => groupId === top.id).map((one) => named(one, top.name));
    });
}

type Leaf = { id: number; name: string; status: ComponentStatus };

const named = ({ id, name, status }: Leaf, group?: string) => ({
  id,
  status,
  name: group === undefined ? name : `${group} – ${name}`,
});
