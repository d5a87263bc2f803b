import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { publicIncidents, publicUpdateComponents, publicUpdates } from "@/db/schema";
import { impactOf } from "@/lib/domain/site";
import type { Viewer } from "@/lib/domain/viewer";
import { componentsSetBy, listComponents } from "./components";
import { listUpdateDrafts } from "./update-drafts";

export type ComposerContext = ReturnType<typeof getComposerContext>;

/** What the composer shows beyond the incident itself: the status page as it stands. */
export function getComposerContext(viewer: Viewer, incidentId: number, now = Date.now()) {
  const ours = componentsSetBy(incidentId);
  return {
    /** Whose drafts are kept in this browser. */
    writer: viewer.userId,
    asOf: now,
    components: listComponents().map(({ id, name, group, status, service }, _, all) => ({
      id,
      name:
        group && all.some((other) => other.id !== id && other.name === name)
          ? `${group} - ${name}`
          : name,
      status,
      service,
      /** Did this incident set its state? */
      isOurs: ours.has(id),
    })),
    /** What programs drafted, for a person to post. */
    drafts: listUpdateDrafts(incidentId),
    page: findPage(incidentId),
    otherActive: listOtherActive(incidentId),
  };
}

function findPage(incidentId: number) {
  const { id, publicId, title, startedAt, impact } = publicIncidents;
  const page = db()
    .select({ rowId: id, id: publicId, title, startedAt, impact })
    .from(publicIncidents)
    .where(and(eq(publicIncidents.incidentId, incidentId), isNull(publicIncidents.withdrawnAt)))
    .get();
  if (!page) return undefined;
  const { rowId, ...known } = page;
  return { ...known, changes: listChanges(rowId) };
}

function listOtherActive(incidentId: number) {
  const { id, impact, status, startedAt, withdrawnAt } = publicIncidents;
  return db()
    .select({ rowId: id, impact })
    .from(publicIncidents)
    .where(
      and(ne(publicIncidents.incidentId, incidentId), ne(status, "resolved"), isNull(withdrawnAt)),
    )
    .orderBy(desc(startedAt), desc(id))
    .all()
    .map((page) => ({ impact: page.impact ?? impactOf([{ changes: listChanges(page.rowId) }]) }));
}

/** What a public incident's updates said of components. */
function listChanges(publicIncidentId: number) {
  return db()
    .select({ after: publicUpdateComponents.after })
    .from(publicUpdateComponents)
    .innerJoin(publicUpdates, eq(publicUpdates.id, publicUpdateComponents.publicUpdateId))
    .where(eq(publicUpdates.publicIncidentId, publicIncidentId))
    .all();
}
