import { transaction } from "@/db/client";
import { templateOf } from "@/db/queries/postmortem-templates";
import { findDrafts } from "@/db/queries/postmortem-drafts";
import { getPostmortem } from "@/db/queries/postmortems";
import { NotFoundError } from "@/lib/domain/error";
import { withSectionDraft, type SectionDraft } from "@/lib/domain/section-draft";
import type { Viewer } from "@/lib/domain/viewer";
import { requireIncident } from "./entries";
import { followText } from "./postmortem-revisions";
import { startPostmortem } from "./postmortem-drafts";
import { writeText, type SavedText } from "./postmortems";

/** Drafts one section of an incident's postmortem, which is begun where nobody has begun it. */
export function draftSection(
  viewer: Viewer,
  { key, ...draft }: SectionDraft & { key: string },
  now = Date.now(),
): SavedText {
  return transaction(() => {
    const { id } = requireIncident(viewer, key);
    startPostmortem(viewer, { key, template: templateOf(undefined).name }, now);
    const stored = getPostmortem(id);
    const stands = stored && followText(stored.id);
    if (!stands) throw new NotFoundError(`Nobody has begun the postmortem of ${key}.`);
    const text = withSectionDraft(stands.body, findDrafts(id)?.base ?? "", draft);
    const note = `A program drafted “${draft.title}”`;
    return writeText(viewer, { key, text, note }, now);
  });
}
