import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { happenings, incidents, publicIncidents, publicUpdates, users } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

/** What is told, in the order in which it happened, with what decides now who may hear of it. */
export function listTold(ids: number[]) {
  return db()
    .select({
      word: happenings.told,
      isPrivate: incidents.isPrivate,
      isDemo: incidents.isDemo,
    })
    .from(happenings)
    .leftJoin(incidents, eq(incidents.id, happenings.incidentId))
    .where(inArray(happenings.id, ids))
    .orderBy(asc(happenings.id))
    .all();
}

/** The same, for a person: nothing about what they may not know of by now. */
export function listToldTo(viewer: Viewer, ids: number[]) {
  const { incidentId } = happenings;
  return db()
    .select({ word: happenings.told, isDemo: incidents.isDemo })
    .from(happenings)
    .leftJoin(incidents, and(eq(incidents.id, incidentId), visibleTo(viewer)))
    .where(inArray(happenings.id, ids))
    .orderBy(asc(happenings.id))
    .all()
    .filter(({ word, isDemo }) => word.key === null || isDemo !== null);
}

/** What outsiders may read of an update now; nothing where it was taken back. */
export function findPublicWord(id: number) {
  const { body, status, displayAt } = publicUpdates;
  const { title, publicId, withdrawnAt } = publicIncidents;
  return db()
    .select({ title, publicId, message: body, status, at: displayAt })
    .from(publicUpdates)
    .innerJoin(publicIncidents, eq(publicIncidents.id, publicUpdates.publicIncidentId))
    .where(and(eq(publicUpdates.id, id), isNull(withdrawnAt)))
    .get();
}

/** The account that a message goes to; none where it was closed meanwhile. */
export function findHearer(id: number) {
  const { name, email, role, isDemo, disabledAt } = users;
  return db()
    .select({ userId: users.id, name, email, role, isDemo })
    .from(users)
    .where(and(eq(users.id, id), isNull(disabledAt)))
    .get();
}
