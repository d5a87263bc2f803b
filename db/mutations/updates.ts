import { and, eq, gte } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { communications } from "@/db/schema";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { CHANNELS, type Audience, type IncidentStatus } from "@/lib/domain/incident";
import { isOver } from "@/lib/domain/lifecycle";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { rememberPeople } from "./directory";
import {
  appendCommunication,
  appendEvent,
  changeIncident,
  requireWritable,
  wholeSecond,
  type IncidentRow,
} from "./entries";
import { markResolved } from "./incidents";
import { publishCommunication } from "./status-page";

export type Update = {
  key: string;
  audience: Audience;
  message: string;
  /** The incident's new status; it stays as it is when left out. */
  status?: IncidentStatus;
  /** The status that the writer saw: a change that is built on an older one is refused. */
  seenStatus?: string;
  /** The minutes within which the writer promises the next update. */
  nextUpdateMinutes?: number;
};

const SENT_TWICE_WITHIN = 60_000;

/**
 * Posts a message to an audience, with the incident's new status. Outsiders read it at once when it is
 * meant for them. The same message to the same audience within a minute is one message.
 */
export function postUpdate(viewer: Viewer, update: Update, now = Date.now()): { seq: number } {
  return transaction(() => {
    const incident = requireWritable(viewer, update.key);
    const at = wholeSecond(now);
    const repeated = findSame(incident, update, at - SENT_TWICE_WITHIN);
    if (repeated) return repeated;

    changeStatus(viewer, incident, update, at);
    const status = update.status ?? incident.status;
    const { audience, message } = update;
    const channel = CHANNELS[audience];
    const promised = status === "resolved" ? undefined : update.nextUpdateMinutes;
    const { id, seq } = appendCommunication(incident, {
      at,
      channel,
      audience,
      message,
      nextUpdateDueAt: promised === undefined ? null : at + promised * 60_000,
    });
    appendEvent(incident, {
      at,
      type: "communication",
      actor: viewer.name,
      description: `${announcement(audience, status)}${message}`,
      metadata: { channel, status },
    });
    rememberPeople([viewer.name], { isPrivate: incident.isPrivate });
    if (audience === "external") publishCommunication(viewer, id, status);
    recordAudit(
      viewer.name,
      "incident:post-update",
      `incident ${incident.key}`,
      {
        seq,
        audience,
        status,
      },
      incident.id,
    );
    return { seq };
  });
}

function findSame({ id }: IncidentRow, { audience, message }: Update, since: number) {
  return db()
    .select({ seq: communications.seq })
    .from(communications)
    .where(
      and(
        eq(communications.incidentId, id),
        eq(communications.audience, audience),
        eq(communications.message, message),
        eq(communications.origin, "portal"),
        gte(communications.at, since),
      ),
    )
    .get();
}

function changeStatus(viewer: Viewer, incident: IncidentRow, update: Update, at: number): void {
  const { status, seenStatus } = update;
  if (status === undefined || status === incident.status) return;
  if (seenStatus !== undefined && seenStatus !== incident.status) {
    throw new ConflictError(
      `While you wrote, the status changed from ${seenStatus} to ${incident.status}. Your text is kept here: check it and post again.`,
      { status: incident.status },
    );
  }
  if (isOver(incident) && status !== "resolved") {
    throw new DomainError(`${incident.key} is resolved. Reopen it first, and say why.`);
  }
  if (isOver(incident)) return;
  if (status === "resolved") markResolved(viewer, incident, at);
  else changeIncident(incident, { status });
}

function announcement(audience: Audience, status: string): string {
  const capital = status.charAt(0).toUpperCase() + status.slice(1);
  if (audience === "external") return `Status page updated: ${capital} - `;
  return audience === "stakeholders" ? "Stakeholders told: " : "Internal note: ";
}
