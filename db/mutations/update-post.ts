import { COMPONENT_STATUS_LABELS, type ComponentChange } from "@/lib/domain/component";
import { DomainError } from "@/lib/domain/error";
import { CHANNELS, type Audience } from "@/lib/domain/incident";
import { isOver } from "@/lib/domain/lifecycle";
import { nextUpdateDue, nextUpdateIn } from "@/lib/domain/next-update";
import { whyNotPublic } from "@/lib/domain/posting";
import { toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { changesOf, setComponentStates, sinceOf } from "./component-states";
import { appendCommunication, appendEvent, type IncidentRow } from "./entries";
import { announcement } from "./message-events";
import { noticeOf } from "./notices";
import { writePublicUpdate } from "./status-page";
import { tellOfPost } from "./told-posts";
import { requireConfirmed } from "./update-check";
import type { Update } from "./updates";

export type Post = {
  audience: Audience;
  message: string;
  status: string;
  at: number;
  dueAt: number | null;
  changes: ComponentChange[];
  /** From when on these hold. */
  since: number;
  /** What of the check its writer has seen, by key. */
  confirmed: string[];
};

/** What an update comes to, once nothing speaks against it. */
export function preparePost(
  viewer: Viewer,
  incident: IncidentRow,
  update: Update,
  at: number,
): Post {
  const { audience, message, status = incident.status } = update;
  const isLast = status === "resolved" || isOver(incident);
  const dueAt = isLast ? null : dueAtOf(incident, update, at);
  const post = { audience, message, status, at, dueAt, changes: [], since: at, confirmed: [] };
  if (audience !== "external") return post;

  const refusal = whyNotPublic(incident);
  if (refusal) throw new DomainError(refusal);
  const changes = changesOf(update.components ?? {}, update.seenComponents ?? {}, incident.status);
  const since = sinceOf(changes, update.componentsAt, at);
  if (update.confirmed === undefined) return { ...post, changes, since };

  const checked = {
    incidentId: incident.id,
    text: message,
    status: isLast ? "resolved" : status,
    at,
    dueAt: dueAt ?? nextUpdateIn(message, at),
    changed: changes.map(({ id }) => id),
  };
  return {
    ...post,
    changes,
    since,
    confirmed: requireConfirmed(viewer, checked, update.confirmed),
  };
}

function dueAtOf({ severity }: IncidentRow, update: Update, at: number): number | null {
  const { audience, message, nextUpdateAt } = update;
  if (nextUpdateAt !== undefined && nextUpdateAt <= at) {
    throw new DomainError("That time is over. Choose one to come.", "nextUpdateAt");
  }
  return nextUpdateDue(update, { audience, message, severity, at }) ?? null;
}

/** Writes the message, the timeline's row about it, its public update and one audit row. */
export function writePost(viewer: Viewer, incident: IncidentRow, post: Post): { seq: number } {
  const { audience, message, status, at, dueAt, changes, since, confirmed } = post;
  const channel = CHANNELS[audience];
  const entry = { at, channel, audience, message, nextUpdateDueAt: dueAt };
  const { id, seq } = appendCommunication(incident, entry);
  const components = inWords(changes);
  appendEvent(incident, {
    at,
    type: "communication",
    actor: viewer.name,
    description: `${announcement(audience, status)}${message}`,
    metadata: { channel, status, ...components },
  });

  const update = audience === "external" ? writePublicUpdate(viewer, id, status) : undefined;
  if (update) {
    const setting = {
      incidentId: incident.id,
      publicUpdateId: update.id,
      by: viewer.name,
      at: since,
    };
    setComponentStates(changes, setting);
    noticeOf({ kind: "incident_update", publicUpdateId: update.id }, at);
  }
  const detail = {
    seq,
    audience,
    status,
    ...(update && { update: update.publicId }),
    ...components,
    ...(since !== at && { since: toUtc(since) }),
    ...(confirmed.length > 0 && { confirmed }),
  };
  const object = `incident ${incident.key}`;
  recordAudit(viewer.name, "incident:post-update", object, detail, incident.id);
  const step = { before: incident.status, after: isOver(incident) ? incident.status : status };
  tellOfPost(viewer, incident, { ...post, seq, step, publicUpdateId: update?.id });
  return { seq };
}

function inWords(changes: ComponentChange[]) {
  if (changes.length === 0) return undefined;
  const labels = COMPONENT_STATUS_LABELS;
  return {
    components: Object.fromEntries(
      changes.map(({ name, before, after }) => [name, `${labels[before]} → ${labels[after]}`]),
    ),
  };
}
