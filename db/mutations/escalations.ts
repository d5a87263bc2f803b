import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findEscalation, findLinkedCall, type EscalationRow } from "@/db/queries/escalations";
import { responderFinder } from "@/db/queries/responders";
import { escalationCalls, escalations } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { levelsAfter, nextCallAt, PATIENCE, type Acknowledgement } from "@/lib/domain/escalation";
import { MACHINE_ACTORS } from "@/lib/domain/incident";
import { isOver } from "@/lib/domain/lifecycle";
import { aliasKey } from "@/lib/domain/people";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { appendEvent, requireWritable, wholeSecond, type IncidentRow } from "./entries";
import { callNext } from "./escalation-calls";

const MINUTE = 60_000;

/**
 * Calls whoever is to respond to an incident that was declared just now; part of that write. Who declares what
 * they would be called for themselves has it.
 */
export function startEscalation(viewer: Viewer, incident: IncidentRow, now: number): void {
  const row = db()
    .insert(escalations)
    .values({ incidentId: incident.id, startedAt: now, calledAt: now })
    .returning()
    .get();
  const isTheirs = responderFinder(incident, now)("on_call").includes(viewer.userId);
  const leads = aliasKey(incident.commander ?? "") === aliasKey(viewer.name);
  if (isTheirs || leads) settle(row, { by: viewer.name, how: "declaring", now });
  else callNext(incident, row, { by: viewer, now });
}

type Choice = { key: string };

/** Says that somebody responds, so that nobody else is called. Whoever is second changes nothing. */
export function acknowledge(viewer: Viewer, { key }: Choice, now = Date.now()): void {
  transaction(() => take(viewer, { key, how: "saying so" }, now));
}

/** The same for whoever opened the link of their call, which works once. */
export function acknowledgeByLink({ token }: { token: string }, now = Date.now()): void {
  transaction(() => {
    const call = findLinkedCall(token, now);
    if (!call) throw new NotFoundError("This link does not work any more.");
    if (!call.isWaiting) return;
    db()
      .update(escalationCalls)
      .set({ usedAt: now })
      .where(eq(escalationCalls.id, call.callId))
      .run();
    take(call.viewer, { key: call.key, how: "a link" }, now);
  });
}

function take(viewer: Viewer, { key, how }: { key: string; how: Acknowledgement }, now: number) {
  const incident = requireWritable(viewer, key);
  const row = requireEscalation(incident);
  if (row.acknowledgedAt !== null) return;
  settle(row, { by: viewer.name, how, now });
  const description = `${viewer.name} acknowledged the incident and responds.`;
  const at = wholeSecond(now);
  appendEvent(incident, { at, type: "acknowledgement", actor: viewer.name, description });
  recordAudit(viewer.name, "incident:acknowledge", `incident ${key}`, { by: how }, incident.id);
}

/** Takes what somebody does about an incident as their acknowledgement; part of that write, which tells of it. */
export function noteResponse(
  viewer: Viewer,
  { id }: { id: number },
  { how, now }: { how: Acknowledgement; now: number },
): void {
  const row = findEscalation(id);
  if (!row || row.acknowledgedAt !== null || MACHINE_ACTORS.includes(viewer.name)) return;
  settle(row, { by: viewer.name, how, now });
}

type Settling = { by: string; how: Acknowledgement; now: number };

/** Changes of an incident bear whole seconds, and nobody responds before it began. */
function settle({ id, startedAt }: EscalationRow, { by, how, now }: Settling): void {
  db()
    .update(escalations)
    .set({ acknowledgedAt: Math.max(now, startedAt), acknowledgedBy: by, acknowledgement: how })
    .where(eq(escalations.id, id))
    .run();
}

/** Lets the next call wait, for whoever knows that somebody is on their way. */
export function putOffCall(viewer: Viewer, { key }: Choice, now = Date.now()): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const row = requireEscalation(incident);
    const { id, level, acknowledgedAt, acknowledgedBy } = row;
    if (acknowledgedAt !== null) {
      throw new DomainError(`${acknowledgedBy} has acknowledged it: nobody else is called.`);
    }
    if (levelsAfter(level).length === 0) throw new DomainError("Everybody was called already.");
    const until = Math.max(nextCallAt(row, incident.severity) ?? now, now) + PATIENCE * MINUTE;
    db().update(escalations).set({ putOffUntil: until }).where(eq(escalations.id, id)).run();
    const description = `${viewer.name} put the next call off by ${PATIENCE} minutes.`;
    const at = wholeSecond(now);
    appendEvent(incident, { at, type: "escalation_put_off", actor: viewer.name, description });
    recordAudit(
      viewer.name,
      "incident:put-off",
      `incident ${key}`,
      { minutes: PATIENCE },
      incident.id,
    );
  });
}

function requireEscalation(incident: IncidentRow): EscalationRow {
  const row = findEscalation(incident.id);
  if (!row) {
    throw new DomainError(`${incident.key} was not declared here, so nobody was called for it.`);
  }
  if (isOver(incident)) throw new DomainError(`${incident.key} is resolved already.`);
  return row;
}
