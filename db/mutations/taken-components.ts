import { and, eq, isNull, max, notInArray } from "drizzle-orm";
import { db } from "@/db/client";
import { components } from "@/db/schema";
import type { TakenComponent } from "@/lib/statuspage-import/taken";
import type { Outcome } from "./taken";

/** Brings the components to what the other page has; new ones come after those that are here already. */
export function takeComponents(taken: TakenComponent[]): Outcome[] {
  const after = lastPlace(taken) + 1;
  const places = new Map<string | null, number>();
  return taken.map((component) => {
    const groupId = rowOf(component.groupId);
    const place = places.get(component.groupId) ?? 0;
    places.set(component.groupId, place + 1);
    return takeComponent(component, {
      groupId,
      position: groupId === null ? after + place : place,
    });
  });
}

type Place = { groupId: number | null; position: number };

function takeComponent(component: TakenComponent, place: Place): Outcome {
  const stored = db().select().from(components).where(eq(components.publicId, component.id)).get();
  if (stored && stored.updatedAt > component.updatedAt) return "kept";
  const values = { ...columnsOf(component), ...place };
  if (!stored) {
    const { status, updatedAt } = component;
    db()
      .insert(components)
      .values({
        ...values,
        publicId: component.id,
        status,
        statusAt: updatedAt,
        archivedAt: component.isPast ? updatedAt : null,
      })
      .run();
    return "created";
  }
  const isSame = Object.entries(values).every(
    ([name, value]) => Object.entries(stored).find(([column]) => column === name)?.[1] === value,
  );
  if (isSame) return "unchanged";
  db()
    .update(components)
    .set({ ...values, version: stored.version + 1 })
    .where(eq(components.id, stored.id))
    .run();
  return "changed";
}

const columnsOf = (component: TakenComponent) => ({
  name: component.name,
  description: component.description,
  isGroup: component.isGroup,
  showsUptime: component.isShowcased,
  isOnlyShownDegraded: component.isOnlyShownDegraded,
  startDate: component.startDate,
  createdAt: component.createdAt,
  updatedAt: component.updatedAt,
});

/** The last place among the page's other components. */
function lastPlace(taken: TakenComponent[]): number {
  const others = notInArray(
    components.publicId,
    taken.map(({ id }) => id),
  );
  const last = db()
    .select({ position: max(components.position) })
    .from(components)
    .where(and(isNull(components.groupId), others))
    .get();
  return last?.position ?? -1;
}

function rowOf(publicId: string | null): number | null {
  if (publicId === null) return null;
  const row = db()
    .select({ id: components.id })
    .from(components)
    .where(and(eq(components.publicId, publicId), eq(components.isGroup, true)))
    .get();
  return row?.id ?? null;
}
