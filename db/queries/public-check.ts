import { and, asc, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { db } from "@/db/client";
import {
  auditLog,
  incidents,
  incidentServices,
  publicIncidents,
  publicUpdates,
  services,
} from "@/db/schema";
import type { KnownFacts } from "@/lib/domain/public-check/finding";
import { knownFacts } from "@/lib/domain/public-check/known-facts";
import { wholeName } from "@/lib/domain/public-check/services";
import type { Viewer } from "@/lib/domain/viewer";
import { listComponents } from "./components";
import { choicesOf, recordOf } from "./record";
import { visibleTo } from "./visibility";

type Asked = {
  incidentId: number;
  text: string;
  /** Components whose state the post changes, by id. */
  changed: number[];
  /** The message that the text replaces, by id. */
  replaces?: number;
};

/** What is known about an incident that a text for everyone can contradict. */
export function factsToCheck(viewer: Viewer, asked: Asked): KnownFacts {
  const { incidentId, text, changed, replaces } = asked;
  return knownFacts(recordOf(incidentId), {
    picks: choicesOf(incidentId).milestones,
    otherServices: servicesIn(viewer, text),
    components: listComponents().map(({ id, name, service }) => ({
      name,
      service,
      isChanged: changed.includes(id),
    })),
    earlierPosts: postsOf(incidentId, replaces),
  });
}

/** Services that the text names, of those that this person knows from some incident. */
function servicesIn(viewer: Viewer, text: string): string[] {
  const named = db()
    .select({ id: services.id, name: services.name })
    .from(services)
    .all()
    .filter(({ name }) => wholeName(name).test(text));
  if (named.length === 0) return [];
  const known = db()
    .selectDistinct({ id: incidentServices.serviceId })
    .from(incidentServices)
    .innerJoin(incidents, eq(incidents.id, incidentServices.incidentId))
    .where(
      and(
        inArray(
          incidentServices.serviceId,
          named.map(({ id }) => id),
        ),
        visibleTo(viewer),
      ),
    )
    .all();
  const ids = new Set(known.map(({ id }) => id));
  return named.flatMap(({ id, name }) => (ids.has(id) ? [name] : []));
}

function postsOf(incidentId: number, replaces: number | undefined): string[] {
  const { communicationId } = publicUpdates;
  const others =
    replaces === undefined ? undefined : or(isNull(communicationId), ne(communicationId, replaces));
  return db()
    .select({ body: publicUpdates.body })
    .from(publicUpdates)
    .innerJoin(publicIncidents, eq(publicIncidents.id, publicUpdates.publicIncidentId))
    .where(and(eq(publicIncidents.incidentId, incidentId), others))
    .orderBy(asc(publicUpdates.displayAt))
    .all()
    .map(({ body }) => body);
}

/** What people were asked about this incident's public texts and posted anyway, in the findings' words. */
export function confirmedBefore(incidentId: number): string[] {
  return db()
    .select({ detail: auditLog.detail })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.incidentId, incidentId),
        inArray(auditLog.action, ["incident:post-update", "incident:correct"]),
        isNotNull(auditLog.detail),
      ),
    )
    .all()
    .flatMap(({ detail }) => (Array.isArray(detail?.confirmed) ? detail.confirmed : []))
    .flatMap((key) => (typeof key === "string" ? [key] : []));
}
