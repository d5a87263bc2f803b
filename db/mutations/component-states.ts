import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { listStateful } from "@/db/queries/components";
import { listStates } from "@/db/queries/component-history";
import { components, componentStates, publicUpdateComponents } from "@/db/schema";
import {
  COMPONENT_STATUS_LABELS,
  type ComponentChange,
  type ComponentStatus,
} from "@/lib/domain/component";
import { heldStates, standingOf } from "@/lib/domain/component-history";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { toUtc } from "@/lib/domain/time";

/** States by component id: as chosen, and as whoever chose them saw them before. */
export type ComponentStates = Partial<Record<string, ComponentStatus>>;

/**
 * What the chosen states change. A component that somebody else changed meanwhile is a conflict; one that is gone
 * meanwhile is none where the writer left it as it was.
 */
export function changesOf(
  chosen: ComponentStates,
  seen: ComponentStates,
  status: string,
): ComponentChange[] {
  const ids = Object.keys(chosen).map(Number);
  const rows = listStateful(ids);
  const isThere = new Set(rows.map(({ id }) => id));
  const isLeft = (id: number) => chosen[id] === undefined || chosen[id] === seen[id];
  if (ids.some((id) => !isThere.has(id) && !isLeft(id))) {
    throw new NotFoundError("One of the components is not there.");
  }

  return rows.flatMap(({ id, name, status: before }) => {
    const after = chosen[id] ?? before;
    const saw = seen[id] ?? before;
    if (after === before) return [];
    if (saw !== before) {
      throw new ConflictError(
        `While you wrote, ${name} went from ${labelOf(saw)} to ${labelOf(before)}. Your text is kept here: check it and post again.`,
        { status, components: { ...seen, [id]: before } },
      );
    }
    return [{ id, name, before, after }];
  });
}

const labelOf = (status: ComponentStatus) => COMPONENT_STATUS_LABELS[status].toLowerCase();

type Setting = { incidentId: number; publicUpdateId: number; by: string; at: number };

/** Sets the components' states as one public update tells of them; part of a larger write. */
export function setComponentStates(changes: ComponentChange[], setting: Setting): void {
  const { publicUpdateId } = setting;
  for (const { id: componentId, before, after } of changes) {
    const at = Math.max(setting.at, lastSetAt(componentId) ?? 0);
    writeState({ ...setting, at, componentId, status: after });
    db()
      .insert(publicUpdateComponents)
      .values({ publicUpdateId, componentId, before, after })
      .run();
  }
}

/**
 * The time from which an update's states hold, as its writer says: at most that of the update, and not before
 * the last state of any of the components.
 */
export function sinceOf(changes: ComponentChange[], asked: number | undefined, at: number): number {
  if (asked === undefined || changes.length === 0) return at;
  if (asked > at) throw new DomainError("That time is still to come.", "componentsAt");
  for (const { id, name } of changes) {
    const last = lastSetAt(id) ?? asked;
    if (asked < last)
      throw new DomainError(`${name} was last set at ${toUtc(last)}.`, "componentsAt");
  }
  return asked;
}

/** The time of a component's last state that holds. */
export const lastSetAt = (componentId: number): number | undefined =>
  heldStates(listStates(componentId)).at(-1)?.at;

type NewState = {
  componentId: number;
  status: ComponentStatus;
  /** From when on it holds: never a time to come. */
  at: number;
  /** A user's name; never shown to outsiders. */
  by: string;
  incidentId?: number;
  publicUpdateId?: number;
  maintenanceId?: number;
};

/** Writes one state into a component's history, as a part of a larger write, and gives its row's id. */
export function writeState({ at, by, ...state }: NewState, now = at): number {
  const { id } = db()
    .insert(componentStates)
    .values({ ...state, effectiveAt: at, setBy: by })
    .returning({ id: componentStates.id })
    .get();
  settleComponent(state.componentId, now);
  return id;
}

/** Lets a component be as its history says: after every change of that. */
export function settleComponent(componentId: number, now: number): void {
  const component = db()
    .select({ createdAt: components.createdAt })
    .from(components)
    .where(eq(components.id, componentId))
    .get();
  if (!component) throw new NotFoundError("This component is not there.");
  const { status, at: statusAt } = standingOf(listStates(componentId), component.createdAt);
  db()
    .update(components)
    .set({ status, statusAt, updatedAt: now, version: sql`${components.version} + 1` })
    .where(eq(components.id, componentId))
    .run();
}
