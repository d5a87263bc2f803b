import { getEdition } from "@/db/queries/editions";
import { findLiveText } from "@/db/queries/postmortem-updates";
import { markOf } from "@/db/queries/publication";
import { getStanding, listReviewers } from "@/db/queries/reviews";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "./find-incident";

/** The text of an incident's postmortem as it reads now, with where it stands and who reviews it. */
export function requirePostmortemOf(viewer: Viewer, key: string) {
  const { id, title } = requireSeen(viewer, key);
  const text = findLiveText(id);
  if (!text) throw new NotFoundError(`Nobody has begun the postmortem of ${key}.`);
  const { state, reason } = getStanding(id);
  return {
    ...text,
    key,
    title,
    mark: markOf(text.body),
    state,
    reason,
    edition: getEdition(id)?.number ?? null,
    reviewers: listReviewers(id),
  };
}
