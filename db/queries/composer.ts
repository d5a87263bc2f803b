import { and, desc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { publicIncidents } from "@/db/schema";
import { publicStatus } from "@/lib/domain/public-status";
import type { Viewer } from "@/lib/domain/viewer";
import { componentsSetBy, listComponents } from "./components";

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
    page: findPage(incidentId),
    otherActive: listOtherActive(incidentId),
  };
}

function findPage(incidentId: number) {
  const { publicId, title, startedAt } = publicIncidents;
  return db()
    .select({ id: publicId, title, startedAt })
    .from(publicIncidents)
    .where(eq(publicIncidents.incidentId, incidentId))
    .get();
}

function listOtherActive(incidentId: number) {
  const { title, status, startedAt } = publicIncidents;
  return db()
    .select({ title, status, startedAt })
    .from(publicIncidents)
    .where(and(ne(publicIncidents.incidentId, incidentId), ne(status, "resolved")))
    .orderBy(desc(startedAt), desc(publicIncidents.id))
    .all()
    .map((page) => ({ ...page, status: publicStatus(page.status) ?? ("investigating" as const) }));
}
