import { eq, like } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { incidents, participants } from "@/db/schema";
import { DomainError } from "@/lib/domain/error";
import type { Severity } from "@/lib/domain/incident";
import { isOver, nextIncidentKey } from "@/lib/domain/lifecycle";
import { toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { linkServices, rememberPeople } from "./directory";
import {
  appendEvent,
  changeIncident,
  requireIncident,
  wholeSecond,
  type IncidentRow,
} from "./entries";

export type Declaration = {
  title: string;
  severity: Severity;
  service?: string;
  affectedServices?: string[];
  summary?: string;
  commander?: string;
  /** The same for a form that is sent twice, which declares one incident. */
  submissionKey: string;
};

/** Declares an incident now and answers its key, the next one of this year. */
export function declareIncident(viewer: Viewer, declaration: Declaration, now = Date.now()) {
  return transaction(() => {
    const { title, severity, service, affectedServices, commander, submissionKey } = declaration;
    const repeated = db()
      .select({ key: incidents.key })
      .from(incidents)
      .where(eq(incidents.submissionKey, submissionKey))
      .get();
    if (repeated) return repeated;

    const at = wholeSecond(now);
    const incident = db()
      .insert(incidents)
      .values({
        key: nextKey(at),
        title,
        severity,
        status: "investigating",
        declaredAt: at,
        declaredAtText: toUtc(at),
        commander,
        service,
        affectedServices: affectedServices?.length ? affectedServices : undefined,
        submissionKey,
        declaredBy: viewer.userId,
        origin: "portal",
      })
      .returning({ id: incidents.id, key: incidents.key })
      .get();

    appendEvent(incident, {
      at,
      type: "declaration",
      actor: viewer.name,
      description: `${severity} declared. ${declaration.summary ?? title}`,
      metadata: { severity },
    });
    if (commander) {
      const role = "Incident Commander";
      db()
        .insert(participants)
        .values({ incidentId: incident.id, ordinal: 0, name: commander, role, origin: "portal" })
        .run();
    }
    linkServices(incident.id);
    rememberPeople([viewer.name, commander]);
    recordAudit(
      viewer.name,
      "incident:declare",
      `incident ${incident.key}`,
      { severity },
      incident.id,
    );
    return { key: incident.key };
  });
}

function nextKey(at: number): string {
  const year = new Date(at).getUTCFullYear();
  const keys = db()
    .select({ key: incidents.key })
    .from(incidents)
    .where(like(incidents.key, `INC-${year}-%`))
    .all();
  return nextIncidentKey(
    year,
    keys.map(({ key }) => key),
  );
}

export type Resolution = { key: string; description?: string };

/** Ends an incident now. */
export function resolveIncident(viewer: Viewer, resolution: Resolution, now = Date.now()): void {
  transaction(() => {
    const incident = requireIncident(viewer, resolution.key);
    markResolved(viewer, incident, wholeSecond(now), resolution.description);
    recordAudit(
      viewer.name,
      "incident:resolve",
      `incident ${incident.key}`,
      undefined,
      incident.id,
    );
  });
}

/** Sets the end of an incident and tells its timeline; part of a larger write. */
export function markResolved(
  viewer: Viewer,
  incident: IncidentRow,
  at: number,
  description = "Incident resolved.",
): void {
  if (isOver(incident)) {
    throw new DomainError(`${incident.key} is resolved already. Reopen it if it is not over.`);
  }
  if (at < incident.declaredAt) {
    throw new DomainError(
      `${incident.key} is declared at ${incident.declaredAtText}, which is yet to come. It cannot end before.`,
    );
  }
  changeIncident(incident, { status: "resolved", resolvedAt: at, resolvedAtText: toUtc(at) });
  appendEvent(incident, { at, type: "resolution", actor: viewer.name, description });
}

export type Reopening = { key: string; reason: string };

/** Takes back the end of an incident; the timeline keeps why. */
export function reopenIncident(viewer: Viewer, { key, reason }: Reopening, now = Date.now()): void {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    if (!isOver(incident)) throw new DomainError(`${key} is open already.`);
    changeIncident(incident, { status: "investigating", resolvedAt: null, resolvedAtText: null });
    appendEvent(incident, {
      at: wholeSecond(now),
      type: "reopening",
      actor: viewer.name,
      description: `Incident reopened: ${reason}`,
      metadata: incident.resolvedAtText
        ? { resolved_at_before: incident.resolvedAtText }
        : undefined,
    });
    recordAudit(viewer.name, "incident:reopen", `incident ${key}`, { reason }, incident.id);
  });
}
