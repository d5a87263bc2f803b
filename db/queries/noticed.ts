import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import {
  components,
  componentStates,
  incidents,
  maintenanceComponents,
  maintenances,
  maintenanceUpdateComponents,
  maintenanceUpdates,
  publicIncidents,
  publicUpdateComponents,
  publicUpdates,
} from "@/db/schema";
import type { ComponentStatus } from "@/lib/domain/component";
import type { Notice } from "./notices";

/** The components, by number, that a notice is about. */
export function touchedBy(notice: Notice): number[] {
  if (notice.publicUpdateId !== null) return touchedByIncident(notice.publicUpdateId);
  if (notice.componentStateId !== null) {
    return db()
      .select({ id: componentStates.componentId })
      .from(componentStates)
      .where(eq(componentStates.id, notice.componentStateId))
      .all()
      .map(({ id }) => id);
  }
  return touchedByMaintenance(notice.maintenanceId ?? maintenanceOf(notice.maintenanceUpdateId));
}

/** Those of all the incident's updates so far: who heard that something broke hears that it works again. */
function touchedByIncident(updateId: number): number[] {
  const update = db()
    .select({ of: publicUpdates.publicIncidentId })
    .from(publicUpdates)
    .where(eq(publicUpdates.id, updateId));
  return db()
    .selectDistinct({ id: publicUpdateComponents.componentId })
    .from(publicUpdateComponents)
    .innerJoin(publicUpdates, eq(publicUpdates.id, publicUpdateComponents.publicUpdateId))
    .where(eq(publicUpdates.publicIncidentId, update))
    .all()
    .map(({ id }) => id);
}

function maintenanceOf(updateId: number | null): number {
  if (updateId === null) return 0;
  const { id, maintenanceId } = maintenanceUpdates;
  return (
    db().select({ maintenanceId }).from(maintenanceUpdates).where(eq(id, updateId)).get()
      ?.maintenanceId ?? 0
  );
}

function touchedByMaintenance(maintenanceId: number): number[] {
  const planned = db()
    .select({ id: maintenanceComponents.componentId })
    .from(maintenanceComponents)
    .where(eq(maintenanceComponents.maintenanceId, maintenanceId))
    .all();
  const said = db()
    .selectDistinct({ id: maintenanceUpdateComponents.componentId })
    .from(maintenanceUpdateComponents)
    .innerJoin(
      maintenanceUpdates,
      eq(maintenanceUpdates.id, maintenanceUpdateComponents.maintenanceUpdateId),
    )
    .where(eq(maintenanceUpdates.maintenanceId, maintenanceId))
    .all();
  return [...planned, ...said].map(({ id }) => id);
}

export type NoticeNames = {
  title: string;
  /** Of what was changed and what bears the change, as the public page names them. */
  of: string;
  update: string | null;
  /** When a component was set to a state, and to which. */
  set: { at: number; status: ComponentStatus } | null;
  isDemo: boolean;
};

/** What a notice is about, by public ids; nothing where it was taken back meanwhile. */
export function findNoticeNames(notice: Notice): NoticeNames | undefined {
  const { publicUpdateId, componentStateId, maintenanceUpdateId, maintenanceId } = notice;
  if (publicUpdateId !== null) return namesOfIncident(publicUpdateId);
  if (componentStateId !== null) return namesOfState(componentStateId);
  return maintenanceUpdateId === null
    ? namesOfMaintenance(maintenanceId)
    : namesOfWork(maintenanceUpdateId);
}

function namesOfIncident(updateId: number): NoticeNames | undefined {
  const found = db()
    .select({
      title: publicIncidents.title,
      of: publicIncidents.publicId,
      update: publicUpdates.publicId,
      isDemo: incidents.isDemo,
    })
    .from(publicUpdates)
    .innerJoin(publicIncidents, eq(publicIncidents.id, publicUpdates.publicIncidentId))
    .innerJoin(incidents, eq(incidents.id, publicIncidents.incidentId))
    .where(eq(publicUpdates.id, updateId))
    .get();
  return found && { ...found, set: null };
}

function namesOfState(stateId: number): NoticeNames | undefined {
  const { effectiveAt: at, status, withdrawnAt } = componentStates;
  const found = db()
    .select({
      title: components.name,
      of: components.publicId,
      isDemo: components.isDemo,
      set: { at, status },
    })
    .from(componentStates)
    .innerJoin(components, eq(components.id, componentStates.componentId))
    .where(and(eq(componentStates.id, stateId), isNull(withdrawnAt)))
    .get();
  return found && { ...found, update: null };
}

function namesOfWork(updateId: number): NoticeNames | undefined {
  const found = db()
    .select({
      title: maintenances.title,
      of: maintenances.publicId,
      update: maintenanceUpdates.publicId,
      isDemo: maintenances.isDemo,
    })
    .from(maintenanceUpdates)
    .innerJoin(maintenances, eq(maintenances.id, maintenanceUpdates.maintenanceId))
    .where(eq(maintenanceUpdates.id, updateId))
    .get();
  return found && { ...found, set: null };
}

function namesOfMaintenance(id: number | null): NoticeNames | undefined {
  const found = db()
    .select({ title: maintenances.title, of: maintenances.publicId, isDemo: maintenances.isDemo })
    .from(maintenances)
    .where(eq(maintenances.id, id ?? 0))
    .get();
  return found && { ...found, update: null, set: null };
}
