import { transaction } from "@/db/client";
import { ConflictError, DomainError } from "@/lib/domain/error";
import type { IncidentStatus } from "@/lib/domain/incident";
import { isOver } from "@/lib/domain/lifecycle";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { appendEvent, changeIncident, requireWritable, wholeSecond } from "./entries";

export type StatusStep = {
  key: string;
  status: Exclude<IncidentStatus, "resolved">;
  /** The status that the writer saw: a step from another one is refused. */
  seenStatus: string;
};

/** Moves an open incident to another status, without a message to anyone. Its end has a form of its own. */
export function changeStatus(viewer: Viewer, step: StatusStep, now = Date.now()): void {
  const { key, status, seenStatus } = step;
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const before = incident.status;
    if (seenStatus !== before) {
      throw new ConflictError(
        `Someone else was faster: ${key} is ${before} now, not ${seenStatus}. Look again, then choose.`,
        { status: before },
      );
    }
    if (isOver(incident)) {
      throw new DomainError(`${key} is resolved. Reopen it first, and say why.`);
    }
    if (status === before) return;

    changeIncident(incident, { status });
    appendEvent(incident, {
      at: wholeSecond(now),
      type: "status_change",
      actor: viewer.name,
      description: `Status changed from ${before} to ${status}.`,
      metadata: { status, status_before: before },
    });
    const detail = { before: { status: before }, after: { status } };
    recordAudit(viewer.name, "incident:change-status", `incident ${key}`, detail, incident.id);
  });
}
