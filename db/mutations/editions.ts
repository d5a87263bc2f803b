import { db, transaction } from "@/db/client";
import { getEdition } from "@/db/queries/editions";
import { nextEditionOf } from "@/db/queries/publication";
import { approvalQuestion } from "@/db/queries/approval";
import { postmortemEditions } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireIncident } from "./entries";
import { keepRevision } from "./postmortem-revisions";
import { moveState } from "./review-states";

export type Publishing = {
  key: string;
  /** The newest edition that the publisher saw; 0 for none. */
  edition: number;
  /** The mark of the text that the publisher saw. */
  seen: string;
  /** What changed since the edition before. */
  note?: string;
  withoutApproval?: boolean;
};

/**
 * Publishes the text to everyone who signs in, as an edition that stays as it is. Sending the same again
 * makes no other; whoever has not seen the newest edition, or the text as it stands, is told.
 */
export function publishEdition(
  viewer: Viewer,
  { key, edition, seen, note, withoutApproval = false }: Publishing,
  now = Date.now(),
): { number: number } {
  return transaction(() => {
    const incident = requireIncident(viewer, key);
    const newest = getEdition(incident.id);
    const { id: postmortemId, version } = keepRevision(viewer, { key }, now);
    const next = nextEditionOf(viewer, incident.id);
    if (!next) throw new NotFoundError(`Nobody has begun the postmortem of ${key}.`);
    if (newest && newest.number !== edition) {
      const isRepeated =
        newest.number === edition + 1 &&
        newest.publishedBy === viewer.name &&
        newest.body === next.text &&
        newest.note === (note ?? null);
      if (isRepeated) return { number: newest.number };
      throw new ConflictError(
        `${newest.publishedBy} published edition ${newest.number} meanwhile. Look at it, then publish another if it is still needed.`,
        { edition: newest.number },
      );
    }
    if (next.seen !== seen) {
      throw new ConflictError("The text changed after you looked at it. Look at it again.", {
        seen: next.seen,
      });
    }
    if (newest?.body === next.text) {
      throw new DomainError(`Edition ${newest.number} says this already. Nothing was published.`);
    }
    if (newest && !note) {
      throw new DomainError(`Say what changed since edition ${newest.number}.`, "note");
    }
    const refusal = approvalQuestion(incident.id);
    if (refusal && !withoutApproval) throw new DomainError(refusal, "withoutApproval");

    const number = (newest?.number ?? 0) + 1;
    db()
      .insert(postmortemEditions)
      .values({
        postmortemId,
        number,
        version,
        body: next.text,
        note: note ?? null,
        showsRoles: next.showsRoles,
        publishedBy: viewer.name,
        publishedAt: now,
      })
      .run();
    moveState(viewer, incident, { state: "published" }, now);
    const detail = { edition: number, version };
    recordAudit(viewer.name, "postmortem:publish", `incident ${key}`, detail, incident.id);
    return { number };
  });
}
