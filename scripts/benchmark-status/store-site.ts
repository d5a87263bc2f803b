import { db, transaction } from "@/db/client";
import {
  components,
  componentStates,
  incidents,
  publicIncidents,
  publicUpdateComponents,
  publicUpdates,
} from "@/db/schema";
import type { Site, SiteIncident } from "@/lib/domain/site";

const SET_BY = "benchmark";

/** Puts a site's components and incidents into an empty database, so that the portal publishes them. */
export function storeSite(site: Site): void {
  transaction(() => {
    const rows = storeComponents(site);
    for (const [index, incident] of site.incidents.toReversed().entries()) {
      storeIncident(incident, index + 1, rows);
    }
  });
}

/** The rows of the components, by their public ids. */
function storeComponents(site: Site): Map<string, number> {
  const rows = new Map<string, number>();
  for (const [position, component] of site.components.entries()) {
    const { id: publicId, groupId, isShowcased: showsUptime, states, ...columns } = component;
    const { id } = db()
      .insert(components)
      .values({
        ...columns,
        publicId,
        position,
        showsUptime,
        groupId: groupId === null ? null : rows.get(groupId),
        statusAt: states.at(-1)?.at ?? component.updatedAt,
      })
      .returning()
      .get();
    rows.set(publicId, id);
    for (const { status, at } of states) {
      db()
        .insert(componentStates)
        .values({ componentId: id, status, effectiveAt: at, setBy: SET_BY })
        .run();
    }
  }
  return rows;
}

function storeIncident(incident: SiteIncident, number: number, rows: Map<string, number>): void {
  const { id: publicId, title, status, impact, startedAt, resolvedAt, updatedAt } = incident;
  const { id: incidentId } = db()
    .insert(incidents)
    .values({
      key: `INC-2026-${String(number).padStart(4, "0")}`,
      title,
      severity: "SEV2",
      status: resolvedAt === null ? "investigating" : "resolved",
      declaredAt: startedAt,
      declaredAtText: new Date(startedAt).toISOString(),
      origin: "portal",
    })
    .returning()
    .get();
  const { id } = db()
    .insert(publicIncidents)
    .values({ incidentId, publicId, title, status, impact, startedAt, resolvedAt, updatedAt })
    .returning()
    .get();
  for (const update of incident.updates.toReversed()) storeUpdate(update, id, rows);
}

function storeUpdate(
  { id: publicId, status, body, at, nextUpdateDueAt, changes }: SiteIncident["updates"][number],
  publicIncidentId: number,
  rows: Map<string, number>,
): void {
  const { id: publicUpdateId } = db()
    .insert(publicUpdates)
    .values({
      publicIncidentId,
      publicId,
      status,
      body,
      displayAt: at,
      nextUpdateDueAt,
      publishedBy: SET_BY,
    })
    .returning()
    .get();
  for (const { componentId, before, after } of changes) {
    const row = rows.get(componentId);
    if (row === undefined) throw new Error(`The site has no component ${componentId}.`);
    db()
      .insert(publicUpdateComponents)
      .values({ publicUpdateId, componentId: row, before, after })
      .run();
  }
}
