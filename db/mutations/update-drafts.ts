import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listUpdateDrafts, type UpdateDraft } from "@/db/queries/update-drafts";
import { updateDrafts } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import type { Audience } from "@/lib/domain/incident";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireIncident, requireWritable } from "./entries";

const MOST_DRAFTS = 20;

/** Keeps a text for an update, which nobody reads but those who may post it. The same text is kept once. */
export function draftUpdate(
  viewer: Viewer,
  { key, audience, message }: { key: string; audience: Audience; message: string },
  now = Date.now(),
): UpdateDraft {
  return transaction(() => {
    const incident = requireWritable(viewer, key);
    const waiting = listUpdateDrafts(incident.id);
    const same = waiting.find((each) => each.audience === audience && each.message === message);
    if (same) return same;
    if (waiting.length >= MOST_DRAFTS) {
      throw new DomainError(`${MOST_DRAFTS} drafts wait already. Somebody has to look at them.`);
    }
    const draft = db()
      .insert(updateDrafts)
      .values({
        incidentId: incident.id,
        audience,
        message,
        draftedBy: viewer.name,
        createdAt: now,
      })
      .returning()
      .get();
    const detail = { draft: draft.id, audience };
    recordAudit(viewer.name, "incident:draft-update", `incident ${key}`, detail, incident.id);
    return draft;
  });
}

/** Throws a draft away. */
export function discardDraft(viewer: Viewer, { key, id }: { key: string; id: number }): void {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    if (!removeDraft(incident.id, id)) throw new NotFoundError("This draft is gone already.");
    const detail = { draft: id };
    recordAudit(viewer.name, "incident:discard-draft", `incident ${key}`, detail, incident.id);
  });
}

/** Takes out a draft that was posted or thrown away; false where it is not there. */
export function removeDraft(incidentId: number, id: number): boolean {
  const isIt = and(eq(updateDrafts.incidentId, incidentId), eq(updateDrafts.id, id));
  return db().delete(updateDrafts).where(isIt).run().changes > 0;
}
