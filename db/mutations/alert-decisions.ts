import { and, eq, inArray, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listAlertRows, type AlertRow } from "@/db/queries/alert-rows";
import { alertVisibleTo } from "@/db/queries/alert-visibility";
import { keyFor } from "@/db/queries/named-incidents";
import { alerts } from "@/db/schema";
import type { Disposition } from "@/lib/domain/alerts/alert";
import { firedText } from "@/lib/domain/alerts/words";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { earliestOf, fillSignals, markAttached, tellOfJoined } from "./alert-attachments";
import { recordAudit } from "./audit";
import { requireIncident, requireWritable } from "./entries";
import { requireMeant } from "./incident-links";
import { declareIncident, type Declaration } from "./incidents";

export type Attaching = {
  ids: number[];
  /** A key, a link to the incident's page, or words of its title. */
  other: string;
};

/** Puts alerts on an incident. Those that are on it stay as they are. */
export function attachAlerts(viewer: Viewer, { ids, other }: Attaching, now = Date.now()) {
  return transaction(() => {
    const incident = requireWritable(viewer, requireMeant(viewer, other).key);
    const rows = requireAlerts(viewer, ids).filter(({ incidentId }) => incidentId !== incident.id);
    for (const alert of rows) requireFree(viewer, alert);
    if (rows.length > 0) {
      markAttached(incident.id, rows, { by: viewer.name, ruleId: null, disposition: "attached" });
      tellOfJoined(incident.id, rows, { by: viewer.name }, now);
      for (const { id } of rows) tellLists(viewer, "alert:attach", id);
    }
    return { key: incident.key };
  });
}

export type DeclarationAbout = Declaration & { alert?: number | undefined };

/** Declares an incident, of which an alert was the first sign. */
export function declareAbout(
  viewer: Viewer,
  { alert: id, ...declaration }: DeclarationAbout,
  now = Date.now(),
): { key: string } {
  if (id === undefined) return declareIncident(viewer, declaration, now);
  return transaction(() => {
    const alert = requireAlert(viewer, id);
    const before = alert.incidentId === null ? undefined : keyFor(viewer, alert.incidentId);
    const isRepeated =
      before !== undefined &&
      requireIncident(viewer, before).submissionKey === declaration.submissionKey;
    if (isRepeated) return { key: before };
    requireFree(viewer, alert);
    const detection = {
      at: earliestOf([alert], now),
      description: firedText([alert]),
      metadata: { alerts: 1 },
    };
    const { key } = declareIncident(viewer, { ...declaration, detection }, now);
    const incident = requireIncident(viewer, key);
    markAttached(incident.id, [alert], { by: viewer.name, ruleId: null, disposition: "declared" });
    fillSignals(incident.id, [alert]);
    tellLists(viewer, "alert:attach", id);
    return { key };
  });
}

export type Deciding = {
  id: number;
  /** Where the alert stood as the person saw it. */
  seen: Disposition;
};

/** Lets an alert be, and the same one too that may come within so many hours. */
export function dropAlert(
  viewer: Viewer,
  { id, seen, hours }: Deciding & { hours?: number | undefined },
  now = Date.now(),
): void {
  transaction(() => {
    const alert = requireAlert(viewer, id);
    requireSeen(alert, seen);
    requireFree(viewer, alert);
    const mutedUntil = hours === undefined ? null : now + hours * 3_600_000;
    const muted = mutedUntil === null ? "" : ` and muted until ${toUtc(mutedUntil)}`;
    const reason = `Dropped by ${viewer.name}${muted}.`;
    decide(viewer, id, { disposition: "dropped", reason, mutedUntil, incidentId: null });
    tellLists(viewer, "alert:drop", id);
  });
}

/** Lets waiting alerts be; others stay as they are. Answers how many these were. */
export function dropAlerts(viewer: Viewer, { ids }: { ids: number[] }, now = Date.now()): number {
  return transaction(() => {
    const rows = requireAlerts(viewer, ids).filter(({ disposition }) => disposition === "waiting");
    for (const { id, disposition: seen } of rows) dropAlert(viewer, { id, seen }, now);
    return rows.length;
  });
}

/** Takes an alert off its incident, or out of what was dropped: it waits for a person. */
export function releaseAlert(viewer: Viewer, { id, seen }: Deciding): void {
  transaction(() => {
    const alert = requireAlert(viewer, id);
    requireSeen(alert, seen);
    const key = alert.incidentId === null ? undefined : keyFor(viewer, alert.incidentId);
    if (key !== undefined) requireWritable(viewer, key);
    const reason = `${viewer.name} let it wait again.`;
    decide(viewer, id, { disposition: "waiting", reason, mutedUntil: null, incidentId: null });
    tellLists(viewer, "alert:release", id);
    if (key !== undefined && alert.incidentId !== null) {
      fillSignals(alert.incidentId, [], -1);
      recordAudit(viewer.name, "alert:release", `incident ${key}`, { alert: id }, alert.incidentId);
    }
  });
}

/** Says that somebody looks at an alert. */
export function acknowledgeAlert(viewer: Viewer, { id }: { id: number }): void {
  transaction(() => {
    const { status } = requireAlert(viewer, id);
    if (status === "resolved") throw new DomainError("This alert is resolved already.");
    if (status === "acknowledged") return;
    db()
      .update(alerts)
      .set({ status: "acknowledged", acknowledgedBy: viewer.name, version: next })
      .where(eq(alerts.id, id))
      .run();
    tellLists(viewer, "alert:acknowledge", id);
  });
}

const next = sql`${alerts.version} + 1`;

type Decision = Pick<AlertRow, "disposition" | "reason" | "mutedUntil" | "incidentId">;

function decide({ name }: Viewer, id: number, decision: Decision): void {
  db()
    .update(alerts)
    .set({ ...decision, ruleId: null, decidedBy: name, version: next })
    .where(eq(alerts.id, id))
    .run();
}

/** Lists show it to everybody, so that this entry belongs to no incident and names none. */
const tellLists = (viewer: Viewer, verb: string, id: number) =>
  recordAudit(viewer.name, verb, `alert ${id}`);

function requireAlert(viewer: Viewer, id: number): AlertRow {
  const [alert] = requireAlerts(viewer, [id]);
  if (!alert) throw new NotFoundError(`There is no alert ${id}.`);
  return alert;
}

/** More than any page shows. */
const MOST_CHOSEN = 500;

function requireAlerts(viewer: Viewer, ids: number[]): AlertRow[] {
  if (ids.length > MOST_CHOSEN) throw new DomainError(`Choose at most ${MOST_CHOSEN} alerts.`);
  const visible = db()
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(inArray(alerts.id, ids), alertVisibleTo(viewer)))
    .all();
  const missing = ids.find((id) => visible.every((alert) => alert.id !== id));
  if (missing !== undefined) throw new NotFoundError(`There is no alert ${missing}.`);
  return listAlertRows(ids);
}

function requireFree(viewer: Viewer, { id, incidentId }: AlertRow): void {
  const key = incidentId === null ? undefined : keyFor(viewer, incidentId);
  if (key === undefined) return;
  throw new DomainError(`Alert ${id} is on ${key} already. Take it off there first.`);
}

function requireSeen({ disposition }: AlertRow, seen: Disposition): void {
  if (disposition === seen) return;
  throw new ConflictError("Somebody else was faster. Look at the alert again, then choose.", {
    disposition,
  });
}
