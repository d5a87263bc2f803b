import { eq, like } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listOpenIncidents } from "@/db/queries/open-incidents";
import { incidents, participants } from "@/db/schema";
import { onService, openSentence } from "@/lib/domain/duplicates";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { ratedSections, type FactTexts } from "@/lib/domain/facts";
import type { Severity } from "@/lib/domain/incident";
import { isOver, nextIncidentKey } from "@/lib/domain/lifecycle";
import { COMMANDER } from "@/lib/domain/roles";
import { toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { linkServices, rememberPeople } from "./directory";
import {
  appendEvent,
  changeIncident,
  requireWritable,
  wholeSecond,
  type IncidentRow,
} from "./entries";
import { startMembership } from "./privacy";
import { startHolding } from "./roles";
import { keepSeverity } from "./severity";

export type Declaration = {
  title: string;
  severity: Severity;
  service?: string;
  affectedServices?: string[];
  summary?: string;
  commander?: string;
  /** What is known of the impact, which a severity is computed from. */
  facts?: FactTexts;
  /** Why the severity is another than the computed one. */
  reason?: string;
  isDrill?: boolean;
  isPrivate?: boolean;
  /** The open incidents that the writer saw, by key: about others on the same service they are asked. */
  seenOpen?: string[];
  /** The same for a form that is sent twice, which declares one incident. */
  submissionKey: string;
};

/** Declares an incident now and answers its key, the next one of this year. */
export function declareIncident(viewer: Viewer, declaration: Declaration, now = Date.now()) {
  return transaction(() => {
    const { title, severity, summary, commander, isDrill, reason } = declaration;
    const repeated = findDeclared(declaration);
    if (repeated) return repeated;
    requireUnlike(viewer, declaration);

    const at = wholeSecond(now);
    const incident = insertIncident(viewer, declaration, at);
    appendEvent(incident, {
      at,
      type: "declaration",
      actor: viewer.name,
      description: `${severity} declared${isDrill ? " as a drill" : ""}. ${summary ?? title}`,
      metadata: { severity },
    });
    keepSeverity(viewer, { ...incident, before: null, reason }, now);
    if (commander) {
      const role = COMMANDER;
      startHolding(incident.id, { role, person: commander, at, by: viewer.name });
      db()
        .insert(participants)
        .values({ incidentId: incident.id, ordinal: 0, name: commander, role, origin: "portal" })
        .run();
    }
    linkServices(incident.id);
    if (incident.isPrivate) startMembership(viewer, incident);
    rememberPeople([viewer.name, commander], { isPrivate: incident.isPrivate });
    recordAudit(
      viewer.name,
      "incident:declare",
      `incident ${incident.key}`,
      { title: incident.title, severity, isPrivate: incident.isPrivate },
      incident.id,
    );
    return { key: incident.key };
  });
}

function findDeclared({ submissionKey }: Declaration) {
  return db()
    .select({ key: incidents.key })
    .from(incidents)
    .where(eq(incidents.submissionKey, submissionKey))
    .get();
}

function insertIncident(viewer: Viewer, declaration: Declaration, at: number): IncidentRow {
  const { title, severity, commander, service, affectedServices } = declaration;
  const { isDrill, isPrivate, submissionKey } = declaration;
  return db()
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
      ...ratedSections(declaration.facts ?? {}),
      isDrill,
      isPrivate,
      submissionKey,
      declaredBy: viewer.userId,
      origin: "portal",
    })
    .returning()
    .get();
}

function requireUnlike(viewer: Viewer, { service = "", seenOpen }: Declaration): void {
  const open = onService(seenOpen ? listOpenIncidents(viewer) : [], service);
  if (open.every(({ key }) => seenOpen?.includes(key))) return;
  throw new ConflictError(
    `${openSentence(open.length, service)} Declare anyway?`,
    open.map(({ key }) => key),
  );
}

/** The key after the highest of the year in which it is declared. */
export function nextKey(at: number): string {
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
    const incident = requireWritable(viewer, resolution.key);
    markResolved(viewer, incident, wholeSecond(now), resolution.description);
    const detail = { before: { status: incident.status }, after: { status: "resolved" } };
    recordAudit(viewer.name, "incident:resolve", `incident ${incident.key}`, detail, incident.id);
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
    const incident = requireWritable(viewer, key);
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
    const detail = {
      before: { status: incident.status, resolvedAt: incident.resolvedAtText },
      after: { status: "investigating", resolvedAt: null },
      reason,
    };
    recordAudit(viewer.name, "incident:reopen", `incident ${key}`, detail, incident.id);
  });
}
