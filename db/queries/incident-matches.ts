import { and, eq, inArray, isNull, lt, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { unionAll } from "drizzle-orm/sqlite-core";
import { db } from "@/db/client";
import {
  incidents,
  incidentServices,
  OVER,
  participants,
  roleAssignments,
  services,
} from "@/db/schema";
import type { IncidentFilters } from "@/lib/domain/incident-filters";
import { matchOf } from "@/lib/domain/search";
import type { Viewer } from "@/lib/domain/viewer";
import { nameOf } from "./people";

const DAY = 86_400_000;

/**
 * What the filters let through. The plus before a column keeps its own index out: the index by urgency
 * holds all these columns in the list's order, so that a page is read from its beginning.
 */
export function matches(viewer: Viewer, filters: IncidentFilters): SQL | undefined {
  const { view, severity, status, service, commander, role, drill, from, to, text } = filters;
  const { urgency, declaredAt } = incidents;
  return and(
    view === "open" ? lt(urgency, OVER) : undefined,
    view === "resolved" ? eq(urgency, OVER) : undefined,
    severity && sql`+${incidents.severity} = ${severity}`,
    status ? sql`+${incidents.status} = ${status}` : undefined,
    commander ? sql`+${incidents.commander} = ${commander}` : undefined,
    drill && sql`+${incidents.isDrill} = ${drill === "only" ? 1 : 0}`,
    from ? sql`+${declaredAt} >= ${Date.parse(from)}` : undefined,
    to ? sql`+${declaredAt} < ${Date.parse(to) + DAY}` : undefined,
    service ? isAmong(naming(service)) : undefined,
    role && isAmong(withPartOf(viewer)),
    text ? mentions(text) : undefined,
  );
}

const isAmong = (ids: SQLWrapper) => sql`+${incidents.id} in ${ids}`;

function naming(service: string) {
  const named = db().select({ id: services.id }).from(services).where(eq(services.name, service));
  return db()
    .select({ id: incidentServices.incidentId })
    .from(incidentServices)
    .where(eq(incidentServices.serviceId, sql`${named}`));
}

/** The incidents that this person commands, holds a role in now, or is named in as a participant. */
function withPartOf({ email, name }: Viewer): SQL {
  const names = [...new Set([name, email, nameOf(email) ?? name])];
  const { person, gaveUpAt } = roleAssignments;
  const ids = unionAll(
    db().select({ id: incidents.id }).from(incidents).where(inArray(incidents.commander, names)),
    db()
      .select({ id: roleAssignments.incidentId })
      .from(roleAssignments)
      .where(and(inArray(person, names), isNull(gaveUpAt))),
    db()
      .select({ id: participants.incidentId })
      .from(participants)
      .where(inArray(participants.name, names)),
  );
  return sql`(${ids})`;
}

function mentions(text: string): SQL {
  const match = matchOf(text);
  if (!match) return sql`false`;
  return isAmong(
    sql`(select rowid from search_incidents where search_incidents match ${match.begun})`,
  );
}
