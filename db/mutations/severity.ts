import { db, transaction } from "@/db/client";
import { listSeverityChanges } from "@/db/queries/severity";
import { severityChanges } from "@/db/schema";
import { ConflictError, DomainError } from "@/lib/domain/error";
import type { Severity } from "@/lib/domain/incident";
import { asksWhy, computedFrom, whyQuestion } from "@/lib/domain/severity-choice";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { refillDeadlines } from "./deadlines";
import {
  appendEvent,
  changeIncident,
  requireWritable,
  wholeSecond,
  type IncidentRow,
} from "./entries";

type Choice = Pick<IncidentRow, "id" | "severity" | "impact" | "signals"> & {
  before: Severity | null;
  reason: string | undefined;
};

/** Keeps which severity someone chose, with what was computed then; part of a larger write. */
export function keepSeverity(viewer: Viewer, choice: Choice, now: number): void {
  const { id: incidentId, before, severity: after, reason } = choice;
  const computed = computedFrom(choice);
  if (computed && asksWhy(after, computed) && !reason) {
    throw new DomainError(whyQuestion(after, computed), "reason");
  }
  db()
    .insert(severityChanges)
    .values({
      incidentId,
      before,
      after,
      computed: computed?.severity,
      score: computed?.score,
      reason,
      changedBy: viewer.name,
      changedAt: now,
    })
    .run();
}

export type SeverityChoice = {
  key: string;
  severity: Severity;
  reason?: string;
  /** The severity that the chooser saw: a change that is built on another one is refused. */
  seen: Severity;
};

/** Gives an incident another severity; against the computed one it needs a line of why. */
export function changeSeverity(viewer: Viewer, choice: SeverityChoice, now = Date.now()): void {
  const { key, severity, reason, seen } = choice;
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const before = incident.severity;
    if (seen !== before) {
      throw new ConflictError(
        `Someone else was faster: the severity is ${before} now, not ${seen}. Your choice is kept here: save again to put it in place.`,
        before,
      );
    }
    if (severity === before) throw new DomainError(`${key} is ${before} already.`, "severity");

    keepSeverity(viewer, { ...incident, severity, before, reason }, now);
    changeIncident(incident, { severity });
    refillDeadlines(viewer, incident, now);
    appendEvent(incident, {
      at: wholeSecond(now),
      type: "severity_change",
      actor: viewer.name,
      description: [`Severity changed from ${before} to ${severity}.`, reason]
        .filter(Boolean)
        .join(" "),
      metadata: { severity, severity_before: before },
    });
    const detail = { before: { severity: before }, after: { severity } };
    recordAudit(viewer.name, "incident:change-severity", `incident ${key}`, detail, incident.id);
  });
}

export type SeverityReason = { key: string; reason: string; seen: Severity };

/** Says why the present severity is another than the computed one, where nobody has said so yet. */
export function explainSeverity(viewer: Viewer, said: SeverityReason, now = Date.now()): void {
  const { key, reason, seen } = said;
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const { id, severity } = incident;
    if (seen !== severity) {
      throw new ConflictError(
        `While you wrote, the severity changed from ${seen} to ${severity}. Your text is kept here.`,
        severity,
      );
    }
    if (!asksWhy(severity, computedFrom(incident))) {
      throw new DomainError(`The answers speak for ${severity} now: there is nothing to explain.`);
    }
    const last = listSeverityChanges(id).at(-1);
    if (last?.after === severity && last.reason !== null) {
      throw new ConflictError(`${last.changedBy} has said why: ${last.reason}`, severity);
    }
    keepSeverity(viewer, { ...incident, before: severity, reason }, now);
    recordAudit(viewer.name, "incident:explain-severity", `incident ${key}`, { severity }, id);
  });
}
