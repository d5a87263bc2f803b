import { and, asc, eq, inArray, isNull, max, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { components, componentStates, maintenanceComponents, maintenances } from "@/db/schema";
import { stateAfter, stateDuring, type HeldState } from "@/lib/domain/maintenance";
import { writeState } from "./component-states";
import type { Said } from "./maintenance-rows";

/** What the beginning of work does to its components, but for those whose state somebody chose. */
export function changesAtStart(maintenanceId: number, besides: Set<number>): Said[] {
  return plannedComponents(maintenanceId)
    .filter(({ id }) => !besides.has(id))
    .map(({ id, status, during }) => ({ id, before: status, after: stateDuring(status, during) }))
    .filter(({ before, after }) => before !== after);
}

/** What the end of work does to all components that it changed, but for those whose state somebody chose. */
export function changesAtEnd(maintenanceId: number, besides: Set<number>): Said[] {
  return touchedComponents(maintenanceId)
    .filter(({ id }) => !besides.has(id))
    .flatMap(({ id, status: before }) => {
      const others = otherWorkOn(id, maintenanceId);
      const after = stateAfter(
        heldStates(id, maintenanceId),
        others.map(({ during }) => during),
      );
      if (after === undefined || after === before) return [];
      return [{ id, before, after, heldBy: others.find(({ during }) => during === after)?.id }];
    });
}

/** The components that an announcement names, each as it is. */
export const namedComponents = (maintenanceId: number): Said[] =>
  plannedComponents(maintenanceId).map(({ id, status }) => ({ id, before: status, after: status }));

function plannedComponents(maintenanceId: number) {
  const { during, componentId } = maintenanceComponents;
  return db()
    .select({ id: components.id, status: components.status, during })
    .from(maintenanceComponents)
    .innerJoin(components, and(eq(components.id, componentId), isNull(components.archivedAt)))
    .where(eq(maintenanceComponents.maintenanceId, maintenanceId))
    .orderBy(asc(components.position), asc(components.id))
    .all();
}

function touchedComponents(maintenanceId: number) {
  const set = db()
    .select({ id: componentStates.componentId })
    .from(componentStates)
    .where(eq(componentStates.maintenanceId, maintenanceId));
  return db()
    .select({ id: components.id, status: components.status })
    .from(components)
    .where(inArray(components.id, set))
    .orderBy(asc(components.position), asc(components.id))
    .all();
}

/** A component's history as the end of this work sees it. What was set at the end of other work is people's. */
function heldStates(componentId: number, maintenanceId: number): HeldState[] {
  const { status, effectiveAt, withdrawnAt, id } = componentStates;
  const { completedAt } = maintenances;
  return db()
    .select({ status, effectiveAt, workId: componentStates.maintenanceId, completedAt })
    .from(componentStates)
    .leftJoin(maintenances, eq(maintenances.id, componentStates.maintenanceId))
    .where(and(eq(componentStates.componentId, componentId), isNull(withdrawnAt)))
    .orderBy(asc(effectiveAt), asc(id))
    .all()
    .map(({ status: state, effectiveAt: at, workId, completedAt: over }) => {
      if (workId === null || (over !== null && at >= over)) return { status: state, by: "people" };
      const isOther = workId !== maintenanceId && over === null;
      return { status: state, by: isOther ? "other work" : "this work" };
    });
}

/** How other work that is under way wants a component to be. */
function otherWorkOn(componentId: number, maintenanceId: number) {
  return db()
    .select({ id: maintenances.id, during: maintenanceComponents.during })
    .from(maintenanceComponents)
    .innerJoin(maintenances, eq(maintenances.id, maintenanceComponents.maintenanceId))
    .where(
      and(
        eq(maintenanceComponents.componentId, componentId),
        inArray(maintenances.status, ["in_progress", "verifying"]),
        ne(maintenances.id, maintenanceId),
      ),
    )
    .all();
}

/** Lets components be as an update says, from its time on, or from a later one that is known of already. */
export function setStates(
  said: Said[],
  { maintenanceId, by, at }: { maintenanceId: number; by: string; at: number },
  now: number,
): void {
  for (const { id: componentId, before, after, heldBy = maintenanceId } of said) {
    if (before === after) continue;
    const from = Math.max(at, newestStateAt(componentId));
    writeState({ componentId, status: after, at: from, by, maintenanceId: heldBy }, now);
  }
}

function newestStateAt(componentId: number): number {
  const { effectiveAt, withdrawnAt } = componentStates;
  const held = and(eq(componentStates.componentId, componentId), isNull(withdrawnAt));
  return (
    db()
      .select({ at: max(effectiveAt) })
      .from(componentStates)
      .where(held)
      .get()?.at ?? 0
  );
}
