import { and, eq, gte } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { communications } from "@/db/schema";
import { ConflictError, DomainError } from "@/lib/domain/error";
import type { Audience, IncidentStatus } from "@/lib/domain/incident";
import { isOver } from "@/lib/domain/lifecycle";
import type { NextUpdateChoice } from "@/lib/domain/next-update";
import type { Viewer } from "@/lib/domain/viewer";
import type { ComponentStates } from "./component-states";
import { rememberPeople } from "./directory";
import { changeIncident, requireWritable, wholeSecond, type IncidentRow } from "./entries";
import { markResolved } from "./incidents";
import { removeDraft } from "./update-drafts";
import { preparePost, writePost } from "./update-post";

export type Update = NextUpdateChoice & {
  key: string;
  audience: Audience;
  message: string;
  /** The incident's new status; it stays as it is when left out. */
  status?: IncidentStatus;
  /** The status that the writer saw: a change that is built on an older one is refused. */
  seenStatus?: string;
  /** New states of components, for a public update, and the states that the writer saw. */
  components?: ComponentStates;
  seenComponents?: ComponentStates;
  /** From when on these states hold, where that is not the time of the update. */
  componentsAt?: number;
  /** What of the check the writer has seen and posts anyway, by key; without it nothing is checked. */
  confirmed?: string[];
  /** The draft that it was, which is one no longer. */
  draft?: number;
};

const SENT_TWICE_WITHIN = 60_000;

/**
 * Posts a message to an audience, with the incident's new status and, for outsiders, who read it at once,
 * its components' states. The same message to the same audience within a minute is one message.
 */
export function postUpdate(viewer: Viewer, update: Update, now = Date.now()): { seq: number } {
  return transaction(() => {
    const incident = requireWritable(viewer, update.key);
    const at = wholeSecond(now);
    const repeated = findSame(incident, update, at - SENT_TWICE_WITHIN);
    if (repeated) return repeated;

    changeStatus(viewer, incident, update, at);
    const posted = writePost(viewer, incident, preparePost(viewer, incident, update, at));
    if (update.draft !== undefined) removeDraft(incident.id, update.draft);
    rememberPeople([viewer.name], { isPrivate: incident.isPrivate });
    return posted;
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
      { status: incident.status, components: update.seenComponents ?? {} },
    );
  }
  if (isOver(incident) && status !== "resolved") {
    throw new DomainError(`${incident.key} is resolved. Reopen it first, and say why.`);
  }
  if (isOver(incident)) return;
  if (status === "resolved") markResolved(viewer, incident, at);
  else changeIncident(incident, { status });
}
