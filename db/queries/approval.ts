import { notApproved } from "@/lib/domain/publication/words";
import { getStanding, isEditedSinceApproval, listReviewers } from "./reviews";

/** What to ask before the text is published; `undefined` where it is approved as it stands. */
export function approvalQuestion(incidentId: number): string | undefined {
  const { state } = getStanding(incidentId);
  return notApproved(state, isEditedSinceApproval(incidentId, listReviewers(incidentId)));
}
