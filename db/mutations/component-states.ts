import { asc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { components, componentStates, publicUpdateComponents } from "@/db/schema";
import {
  COMPONENT_STATUS_LABELS,
  type ComponentChange,
  type ComponentStatus,
} from "@/lib/domain/component";
import { ConflictError, NotFoundError } from "@/lib/domain/error";

/** States by component id: as chosen, and as whoever chose them saw them before. */
export type ComponentStates = Partial<Record<string, ComponentStatus>>;

/** What the chosen states change. A component that somebody else changed meanwhile is a conflict. */
export function changesOf(
  chosen: ComponentStates,
  seen: ComponentStates,
  status: string,
): ComponentChange[] {
  const ids = Object.keys(chosen).map(Number);
  const rows = db()
    .select({ id: components.id, name: components.name, before: components.status })
    .from(components)
    .where(inArray(components.id, ids))
    .orderBy(asc(components.position), asc(components.id))
    .all();
  if (rows.length < ids.length) throw new NotFoundError("One of the components is not there.");

  return rows.flatMap(({ id, name, before }) => {
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
  const { incidentId, publicUpdateId, by: setBy, at } = setting;
  for (const { id: componentId, before, after } of changes) {
    recordState({ componentId, status: after, effectiveAt: at, incidentId, setBy });
    db()
      .insert(publicUpdateComponents)
      .values({ publicUpdateId, componentId, before, after })
      .run();
  }
}

/** Writes a state into a component's history, and as the one that stands. */
export function recordState(state: typeof componentStates.$inferInsert): { id: number } {
  const { componentId, status, effectiveAt } = state;
  db()
    .update(components)
    .set({
      status,
      statusAt: effectiveAt,
      updatedAt: effectiveAt,
      version: sql`${components.version} + 1`,
    })
    .where(eq(components.id, componentId))
    .run();
  return db().insert(componentStates).values(state).returning({ id: componentStates.id }).get();
}
