import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findDrafts } from "@/db/queries/postmortem-drafts";
import { findTemplate } from "@/db/queries/postmortem-templates";
import { draftOf, getPostmortem } from "@/db/queries/postmortems";
import { postmortems } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { redraft, type RedraftChoice } from "@/lib/domain/redraft";
import type { Viewer } from "@/lib/domain/viewer";
import { canonical } from "@/lib/markdown/canonical";
import { requireIncident } from "./entries";
import { followText } from "./postmortem-revisions";
import { keepTemplate } from "./postmortem-templates";
import { createPostmortem, writeText } from "./postmortems";

/**
 * Begins an incident's postmortem with what the record gives a template. Where somebody has begun it
 * already, their text stays and is written on.
 */
export function startPostmortem(
  viewer: Viewer,
  { key, template: name }: { key: string; template: string },
  now = Date.now(),
): { isNew: boolean } {
  return transaction(() => {
    const incident = requireIncident(viewer, key);
    if (getPostmortem(incident.id)) return { isNew: false };
    const template = findTemplate(name);
    if (!template) {
      throw new DomainError("This template is not there any more. Choose another.", "template");
    }
    const templateId = keepTemplate(viewer, template, now);
    const body = canonical(draftOf(incident.id, template));
    const note = `Drafted from the record, template ${name}`;
    createPostmortem(viewer, { key, body, templateId, note }, now);
    keepDraft(incident.id, body);
    return { isNew: true };
  });
}

export type Redrafting = RedraftChoice & {
  key: string;
  /** The name of the draft that the choice was made of. */
  seen: string;
};

/** Takes what was chosen from the record into the text. What people wrote stays. */
export function redraftPostmortem(
  viewer: Viewer,
  { key, seen, ...choice }: Redrafting,
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    const stored = getPostmortem(incident.id);
    if (stored) followText(stored.id);
    const drafts = findDrafts(incident.id);
    if (!drafts) throw new NotFoundError(`Nobody has begun the postmortem of ${key}.`);
    if (drafts.seen !== seen) {
      throw new ConflictError(
        "The record changed while you chose. Nothing was written: look at what it gives now, then choose again.",
        { seen: drafts.seen },
      );
    }
    const { text, drafted } = redraft(drafts, choice);
    if (text !== drafts.mine) writeText(viewer, { key, text, note: "Drafted again" }, now);
    keepDraft(incident.id, drafted);
  });
}

function keepDraft(incidentId: number, drafted: string): void {
  db().update(postmortems).set({ drafted }).where(eq(postmortems.incidentId, incidentId)).run();
}
