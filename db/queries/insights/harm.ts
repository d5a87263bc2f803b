import { and, count, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { incidentFigures, incidents, incidentServices, services } from "@/db/schema";
import { harmOf } from "@/lib/domain/insights/harm";
import { selected, type Asked } from "./selection";

/** What each service suffered that an incident names, the worst first. */
export function listHarm(asked: Asked) {
  const { duration, isStale } = incidentFigures;
  const known = sql`iif(${isStale}, null, ${duration})`;
  const rows = db()
    .select({
      serviceId: incidentServices.serviceId,
      severity: incidents.severity,
      incidents: count(),
      timed: sql<number>`count(${known})`,
      minutes: sql<number>`total(${known})`,
    })
    .from(incidents)
    .innerJoin(incidentFigures, eq(incidentFigures.incidentId, incidents.id))
    .innerJoin(incidentServices, eq(incidentServices.incidentId, incidents.id))
    .where(and(selected(asked)))
    .groupBy(incidentServices.serviceId, incidents.severity)
    .all();
  const { id, name } = services;
  const names = new Map(
    db()
      .select({ id, name })
      .from(services)
      .all()
      .map((service) => [service.id, service.name]),
  );
  return harmOf(
    rows.map(({ serviceId, ...row }) => ({ ...row, service: names.get(serviceId) ?? "" })),
  );
}
