import { and, eq, gte, inArray, isNull, lt, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { visibleTo } from "@/db/queries/visibility";
import { incidents, incidentServices, services } from "@/db/schema";
import { daysOf, type InsightFilters } from "@/lib/domain/insights/filters";
import { toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";

const DAY = 86_400_000;

/** Whose numbers they are: what is asked for, by whom and when. */
export type Asked = { viewer: Viewer; filters: InsightFilters; now: number };

/** The days that are asked for. */
export const askedDays = ({ filters, now }: Asked) => daysOf(filters, toUtc(now).slice(0, 10));

/** The incidents that count: what turned out to be another incident counts there alone. */
export function selected(asked: Asked): SQL | undefined {
  const { viewer, filters } = asked;
  const { from, to } = askedDays(asked);
  const { declaredAt, severity, isDrill, mergedIntoId } = incidents;
  return and(
    visibleTo(viewer),
    isNull(mergedIntoId),
    filters.drills === "with" ? undefined : eq(isDrill, false),
    from ? gte(declaredAt, Date.parse(from)) : undefined,
    to ? lt(declaredAt, Date.parse(to) + DAY) : undefined,
    filters.severity && eq(severity, filters.severity),
    filters.service ? inArray(incidents.id, naming(filters.service)) : undefined,
  );
}

function naming(service: string) {
  return db()
    .select({ id: incidentServices.incidentId })
    .from(incidentServices)
    .innerJoin(services, eq(services.id, incidentServices.serviceId))
    .where(eq(services.name, service));
}
