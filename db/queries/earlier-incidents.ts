import { and, desc, eq, inArray, isNull, lt, ne, or } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, incidents, incidentServices } from "@/db/schema";
import { columnOf } from "@/lib/domain/board";
import { isOver } from "@/lib/domain/lifecycle";
import type { RecordResolution } from "@/lib/domain/record";
import { mostSimilar } from "@/lib/domain/similar";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

export type EarlierIncident = ReturnType<typeof listEarlier>[number];

const SHOWN_AT_MOST = 5;
const COMPARED_AT_MOST = 200;
const RECENT = 100;
const SERVICES_AT_MOST = 10;
const PER_SERVICE = 200;

type Subject = {
  id: number;
  title: string;
  service: string | null;
  affectedServices: string[] | null;
  declaredAt: number;
  resolution: RecordResolution | null | undefined;
};

/**
 * Earlier incidents with the same service or a similar cause, newest first, each with why. However many
 * incidents there are, it compares with the newest few hundred only.
 */
export function listEarlier(viewer: Viewer, subject: Subject, limit = SHOWN_AT_MOST) {
  const found = mostSimilar(traitsOf(subject), listCandidates(viewer, subject), limit);
  const items = countItems(found.map(({ id }) => id));
  return found.map(({ id, key, severity, declaredAt, resolvedAt, status, ...earlier }) => ({
    id,
    key,
    title: earlier.title,
    /** The main one. */
    service: earlier.services[0],
    severity,
    declaredAt,
    resolvedAt,
    isOver: isOver({ status, resolvedAt }),
    rootCause: earlier.resolution?.root_cause ?? null,
    reasons: earlier.reasons,
    items: items.get(id) ?? { open: 0, total: 0 },
  }));
}

type Comparable = Pick<Subject, "title" | "service" | "affectedServices" | "resolution">;

function traitsOf({ title, service, affectedServices, resolution }: Comparable) {
  const named = [service, ...(affectedServices ?? [])].flatMap((name) => name || []);
  const causes = [resolution?.root_cause, ...(resolution?.contributing_factors ?? [])];
  return { title, services: [...new Set(named)], causes: causes.flatMap((text) => text || []) };
}

function listCandidates(viewer: Viewer, { id: subjectId, declaredAt: before }: Subject) {
  const { id, key, title, severity, status, service, affectedServices } = incidents;
  const { declaredAt, resolvedAt, resolution } = incidents;
  const linked = listSharingService(subjectId);
  const recent = db()
    .select({ id })
    .from(incidents)
    .where(lt(declaredAt, before))
    .orderBy(desc(declaredAt))
    .limit(RECENT);
  return db()
    .select({
      id,
      key,
      title,
      severity,
      status,
      service,
      affectedServices,
      declaredAt,
      resolvedAt,
      resolution,
    })
    .from(incidents)
    .where(
      and(
        or(inArray(id, linked), inArray(id, recent)),
        ne(id, subjectId),
        lt(declaredAt, before),
        eq(incidents.isDrill, false),
        isNull(incidents.mergedIntoId),
        visibleTo(viewer),
      ),
    )
    .orderBy(desc(declaredAt), desc(id))
    .limit(COMPARED_AT_MOST + RECENT)
    .all()
    .map((each) => ({ ...each, ...traitsOf(each) }));
}

/** The newest incidents of each of this one's services. */
function listSharingService(incidentId: number): number[] {
  const shared = db()
    .select({ serviceId: incidentServices.serviceId })
    .from(incidentServices)
    .where(eq(incidentServices.incidentId, incidentId))
    .limit(SERVICES_AT_MOST)
    .all()
    .flatMap(({ serviceId }) =>
      db()
        .select({ id: incidentServices.incidentId })
        .from(incidentServices)
        .where(eq(incidentServices.serviceId, serviceId))
        .orderBy(desc(incidentServices.incidentId))
        .limit(PER_SERVICE)
        .all(),
    );
  return [...new Set(shared.map(({ id }) => id))];
}

/** How many action items of each incident wait, and how many there are. */
function countItems(incidentIds: number[]): Map<number, { open: number; total: number }> {
  const counts = new Map<number, { open: number; total: number }>();
  const { incidentId, status } = actionItems;
  const rows = db()
    .select({ incidentId, status })
    .from(actionItems)
    .where(inArray(incidentId, incidentIds))
    .all();
  for (const row of rows) {
    const { open, total } = counts.get(row.incidentId) ?? { open: 0, total: 0 };
    const waits = !["done", "wont_do"].includes(columnOf(row.status));
    counts.set(row.incidentId, { open: open + (waits ? 1 : 0), total: total + 1 });
  }
  return counts;
}
