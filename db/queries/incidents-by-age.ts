import { and, desc, eq, lt, or } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents } from "@/db/schema";
import type { IncidentFilters } from "@/lib/domain/incident-filters";
import { factTexts, IMPACT_FACTS, RESOLUTION_FACTS, SIGNAL_FACTS } from "@/lib/domain/facts";
import { isOpen, isOver } from "@/lib/domain/lifecycle";
import type { Viewer } from "@/lib/domain/viewer";
import { recordFrom } from "@/lib/record/rows";
import { matches } from "./incident-matches";
import { keyFor } from "./named-incidents";
import { getRoles } from "./roles";
import { visibleTo } from "./visibility";

/** Where a list by age goes on: after the incident that was declared then, of this id. */
export type Place = { declaredAt: number; id: number };

/** The incidents that the filters let through, the youngest first, from a place on. */
export function listByAge(
  viewer: Viewer,
  filters: Omit<IncidentFilters, "page">,
  { after, limit }: { after: Place | undefined; limit: number },
) {
  const { id, declaredAt } = incidents;
  const older =
    after &&
    or(lt(declaredAt, after.declaredAt), and(eq(declaredAt, after.declaredAt), lt(id, after.id)));
  return db()
    .select(columns)
    .from(incidents)
    .where(and(visibleTo(viewer), matches(viewer, { ...filters, page: 1 }), older))
    .orderBy(desc(declaredAt), desc(id))
    .limit(limit)
    .all()
    .map((row) => shown(viewer, row));
}

/** One incident with what people state about it and who has which part in it. */
export function getWhole(viewer: Viewer, key: string) {
  const row = db()
    .select()
    .from(incidents)
    .where(and(eq(incidents.key, key), visibleTo(viewer)))
    .get();
  if (!row) return undefined;
  const { roles } = getRoles(row);
  return {
    ...shown(viewer, row),
    facts: stated(factTexts(recordFrom({ incident: row, ...NO_LISTS }), STATED)),
    roles: roles.map(({ role, holders }) => ({ role, holders })),
  };
}

const NO_LISTS = { events: [], communications: [], actionItems: [], participants: [] };

const STATED = [...IMPACT_FACTS, ...SIGNAL_FACTS, ...RESOLUTION_FACTS];

const columns = {
  id: incidents.id,
  key: incidents.key,
  title: incidents.title,
  severity: incidents.severity,
  status: incidents.status,
  declaredAt: incidents.declaredAt,
  resolvedAt: incidents.resolvedAt,
  commander: incidents.commander,
  service: incidents.service,
  affectedServices: incidents.affectedServices,
  isDrill: incidents.isDrill,
  isPrivate: incidents.isPrivate,
  mergedIntoId: incidents.mergedIntoId,
};

type Row = Pick<typeof incidents.$inferSelect, keyof typeof columns>;

const shown = (viewer: Viewer, row: Row) => ({
  id: row.id,
  key: row.key,
  title: row.title,
  severity: row.severity,
  status: row.status,
  declaredAt: row.declaredAt,
  resolvedAt: row.resolvedAt,
  commander: row.commander,
  service: row.service,
  affectedServices: row.affectedServices ?? [],
  isDrill: row.isDrill,
  isPrivate: row.isPrivate,
  isOpen: isOpen(row),
  isOver: isOver(row),
  mergedInto: row.mergedIntoId === null ? null : (keyFor(viewer, row.mergedIntoId) ?? null),
});

/** The facts of which something is known. */
const stated = (facts: Record<string, string>) =>
  Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ""));
