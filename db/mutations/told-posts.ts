import type { Happening } from "@/lib/domain/happenings";
import type { Audience } from "@/lib/domain/incident";
import type { Viewer } from "@/lib/domain/viewer";
import { notify } from "./notify";

const KINDS = {
  internal: "update.posted_internal",
  stakeholders: "update.posted_stakeholders",
  external: "update.posted_public",
} as const satisfies Record<Audience, Happening>;

const SENTENCES: Record<Audience, string> = {
  internal: "An internal note was posted.",
  stakeholders: "Stakeholders were told.",
  external: "The public page was updated.",
};

type Post = {
  audience: Audience;
  message: string;
  at: number;
  seq: number;
  /** The incident's status before it and with it. */
  step: { before: string; after: string };
  publicUpdateId: number | undefined;
};

/** Lets people and channels hear of an update, and of the status that came with it, once; part of a larger write. */
export function tellOfPost(viewer: Viewer, { id }: { id: number }, post: Post): void {
  const { audience, message, at, seq, step, publicUpdateId } = post;
  const isMoved = step.before !== step.after;
  const moved = step.after === "resolved" ? "incident.resolved" : "incident.status_changed";
  notify(
    {
      ...{ is: KINDS[audience], incidentId: id, mark: seq, by: viewer, message },
      text: isMoved
        ? `${SENTENCES[audience]} Status changed from ${step.before} to ${step.after}.`
        : SENTENCES[audience],
      ...(isMoved && { also: [moved] }),
      ...(publicUpdateId !== undefined && { publicUpdateId }),
    },
    at,
  );
}
