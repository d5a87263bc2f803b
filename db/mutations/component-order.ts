import { and, asc, eq, isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { components } from "@/db/schema";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

/** Moves a component or group one place up or down among those beside it. */
export function moveComponent(
  viewer: Viewer,
  { id, to }: { id: number; to: "up" | "down" },
  now = Date.now(),
): void {
  transaction(() => {
    const { name, groupId } = requireComponent(id);
    const order = idsWithin(groupId);
    const from = order.indexOf(id);
    const place = from + (to === "up" ? -1 : 1);
    if (from === -1 || place < 0 || place >= order.length) return;
    const moved = order.toSpliced(from, 1).toSpliced(place, 0, id);
    for (const [position, each] of moved.entries()) {
      changeComponent(each, { position, updatedAt: now });
    }
    recordAudit(viewer.name, "component:move", `component ${name}`, { to });
  });
}

/** The components in use of a group, or those without one, in their order. */
export function idsWithin(groupId: number | null): number[] {
  return db()
    .select({ id: components.id })
    .from(components)
    .where(
      and(
        groupId === null ? isNull(components.groupId) : eq(components.groupId, groupId),
        isNull(components.archivedAt),
      ),
    )
    .orderBy(asc(components.position), asc(components.id))
    .all()
    .map(({ id }) => id);
}

/** The place after all of a group, or after all without one. */
export function lastPlace(groupId: number | null): number {
  const last = idsWithin(groupId).at(-1);
  return last === undefined ? 0 : requireComponent(last).position + 1;
}

export function changeComponent(id: number, values: Partial<typeof components.$inferInsert>): void {
  db().update(components).set(values).where(eq(components.id, id)).run();
}

export function requireComponent(id: number) {
  const component = db().select().from(components).where(eq(components.id, id)).get();
  if (!component) throw new NotFoundError("This component is not there.");
  return component;
}
