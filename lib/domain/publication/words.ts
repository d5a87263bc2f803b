import type { PostmortemState } from "../postmortem";

export const STATE_WORDS: Record<PostmortemState, string> = {
  draft: "Draft",
  in_review: "In review",
  approved: "Approved",
  published: "Published",
  not_required: "Not required",
};

/** What to ask before a text goes out that nobody approved; `undefined` for one that somebody did. */
export function notApproved(
  state: PostmortemState,
  isEditedSinceApproval: boolean,
): string | undefined {
  if (state === "approved" && !isEditedSinceApproval) return undefined;
  if (state === "approved") {
    return "The text was edited after it was approved. Say that it goes out all the same.";
  }
  if (state === "published") {
    return "Nobody has approved the text since the last edition. Say that it goes out all the same.";
  }
  if (state === "not_required") {
    return "This postmortem is marked as not required. Say that it is published all the same.";
  }
  return "Nobody has approved this text yet. Say that it goes out without approval.";
}
