import { and, asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { escalationCalls, escalations, incidents, users } from "@/db/schema";
import {
  CALL_LINK_LENGTH,
  levelsAfter,
  nextCall,
  nextCallAt,
  respondBy,
  type EscalationLevel,
} from "@/lib/domain/escalation";
import { isOpen } from "@/lib/domain/lifecycle";
import { can } from "@/lib/domain/permissions";
import { hashToken } from "@/lib/token";
import { responderFinder } from "./responders";
import { isVisible } from "./visibility";

export type EscalationRow = typeof escalations.$inferSelect;
type IncidentRow = typeof incidents.$inferSelect;

export function findEscalation(incidentId: number): EscalationRow | undefined {
  return db().select().from(escalations).where(eq(escalations.incidentId, incidentId)).get();
}

export type Escalation = NonNullable<ReturnType<typeof getEscalation>>;

/** Whether anybody responds, who was called, and who is next; `undefined` for what was not declared here. */
export function getEscalation(incidentId: number, now: number) {
  const row = findEscalation(incidentId);
  const incident = db().select().from(incidents).where(eq(incidents.id, incidentId)).get();
  if (!row || !incident) return undefined;
  const { startedAt, acknowledgedAt, acknowledgedBy, acknowledgement } = row;
  const isWaiting = acknowledgedAt === null && isOpen(incident);
  return {
    startedAt,
    respondBy: respondBy(startedAt, incident.severity),
    acknowledgedAt,
    acknowledgedBy,
    acknowledgement,
    putOffUntil: row.putOffUntil,
    next: isWaiting ? nextOf(row, incident, now) : null,
    calls: listCalls(row.id),
  };
}

/** Whom the next call goes to and when, by what is known now. */
function nextOf(row: EscalationRow, incident: IncidentRow, now: number) {
  const at = nextCallAt(row, incident.severity);
  const call = nextCall(row.level, responderFinder(incident, now), listCalledIds(row.id));
  if (at === undefined || !call) return null;
  const named = db()
    .select({ name: users.name })
    .from(users)
    .where(inArray(users.id, call.userIds))
    .all();
  return { level: call.level, at, people: named.map(({ name }) => name) };
}

/** The accounts that were called already. */
export function listCalledIds(escalationId: number): number[] {
  const { userId } = escalationCalls;
  const rows = db()
    .select({ userId })
    .from(escalationCalls)
    .where(eq(escalationCalls.escalationId, escalationId))
    .all();
  return rows.map((row) => row.userId);
}

export type LevelCalled = { level: EscalationLevel; at: number; people: string[] };

function listCalls(escalationId: number): LevelCalled[] {
  const { id, level, calledAt } = escalationCalls;
  const rows = db()
    .select({ level, calledAt, name: users.name })
    .from(escalationCalls)
    .innerJoin(users, eq(users.id, escalationCalls.userId))
    .where(eq(escalationCalls.escalationId, escalationId))
    .orderBy(asc(id))
    .all();
  return levelsAfter(null).flatMap((each) => {
    const called = rows.filter((row) => row.level === each);
    const at = called[0]?.calledAt;
    return at === undefined ? [] : [{ level: each, at, people: called.map(({ name }) => name) }];
  });
}

/** Somebody's call about an incident: what its link follows from, and whether an answer is waited for. */
export function findCall(key: string, userId: number) {
  const { nonce, tokenHash } = escalationCalls;
  const { status, resolvedAt, mergedIntoId } = incidents;
  const { acknowledgedAt } = escalations;
  const call = db()
    .select({ nonce, tokenHash, acknowledgedAt, status, resolvedAt, mergedIntoId })
    .from(escalationCalls)
    .innerJoin(escalations, eq(escalations.id, escalationCalls.escalationId))
    .innerJoin(incidents, eq(incidents.id, escalations.incidentId))
    .where(and(eq(incidents.key, key), eq(escalationCalls.userId, userId)))
    .get();
  return call && { ...call, isWaiting: call.acknowledgedAt === null && isOpen(call) };
}

export type LinkedCall = NonNullable<ReturnType<typeof findLinkedCall>>;

/** What a call's link is for, as long as whoever was called may know of it. */
export function findLinkedCall(token: string, now: number) {
  const { id: callId, calledAt, usedAt } = escalationCalls;
  const { key, title, severity, status, resolvedAt, mergedIntoId } = incidents;
  const { name, email, role, disabledAt } = users;
  const found = db()
    .select({
      ...{ callId, calledAt, usedAt, key, title, severity, status, resolvedAt, mergedIntoId },
      ...{ name, email, role, disabledAt, userId: users.id, incidentId: incidents.id },
      acknowledgedAt: escalations.acknowledgedAt,
      acknowledgedBy: escalations.acknowledgedBy,
    })
    .from(escalationCalls)
    .innerJoin(escalations, eq(escalations.id, escalationCalls.escalationId))
    .innerJoin(incidents, eq(incidents.id, escalations.incidentId))
    .innerJoin(users, eq(users.id, escalationCalls.userId))
    .where(eq(escalationCalls.tokenHash, hashToken(token)))
    .get();
  if (!found || found.disabledAt !== null || found.calledAt + CALL_LINK_LENGTH <= now) return;
  const { userId, incidentId } = found;
  const viewer = { userId, name: found.name, email: found.email, role: found.role };
  if (!can(viewer, "incident:update") || !isVisible(viewer, incidentId)) return undefined;
  const isWaiting = found.acknowledgedAt === null && found.usedAt === null && isOpen(found);
  return { ...found, viewer, isWaiting };
}

/** Of some incidents those that nobody has acknowledged, by their ids. */
export function listUnacknowledged(incidentIds: readonly number[]): Set<number> {
  const rows = db()
    .select({ id: escalations.incidentId, acknowledgedAt: escalations.acknowledgedAt })
    .from(escalations)
    .where(inArray(escalations.incidentId, [...incidentIds]))
    .all();
  return new Set(rows.flatMap((row) => (row.acknowledgedAt === null ? [row.id] : [])));
}
