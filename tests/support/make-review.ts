import { createPostmortem } from "@/db/mutations/postmortems";
import { askForReview, judgeText, type Judgement } from "@/db/mutations/reviews";
import { markOf } from "@/db/queries/publication";
import { getReviewChecks } from "@/db/queries/review-checks";
import { getStanding } from "@/db/queries/reviews";
import { findText } from "@/db/queries/postmortem-updates";
import { findIncidentByKey } from "@/db/queries/record";
import { findingKey } from "@/lib/domain/public-check";
import { reviewFindings } from "@/lib/domain/review-checklist";
import type { Viewer } from "@/lib/domain/viewer";
import { makeViewer } from "./make";
import { makeIncident, NOON } from "./make-incident";
import { makeUser } from "./make-user";

export const DAY = 24 * 60 * 60_000;

/** The account of somebody who asks. */
export async function makePerson(name: string, overrides: Partial<Viewer> = {}): Promise<Viewer> {
  const { role = "responder" } = overrides;
  const email = `${name.toLowerCase()}@example.com`;
  return makeViewer({ userId: await makeUser({ name, email, role }), name, email, role });
}

/** An incident whose postmortem this person wrote; answers its key. */
export function makePostmortem(
  writer: Viewer,
  body = "## Summary\n\nThe pool was full.\n",
): string {
  const key = makeIncident();
  createPostmortem(writer, { key, body }, NOON);
  return key;
}

export const incidentIdOf = (key: string) =>
  findIncidentByKey(makeViewer({ role: "admin" }), key)?.id ?? 0;

/** What the page of a review sends along. */
export function seenNow(key: string) {
  const id = incidentIdOf(key);
  return {
    key,
    seenState: getStanding(id).version,
    seen: markOf(findText(id)?.body ?? ""),
    confirmed: reviewFindings(getReviewChecks(id) ?? []).map(findingKey),
  };
}

export function askFor(viewer: Viewer, key: string, reviewers: Viewer[], now = NOON): void {
  const { seenState } = seenNow(key);
  const userIds = reviewers.map(({ userId }) => userId);
  askForReview(viewer, { key, reviewers: userIds, dueAt: now + DAY, seenState }, now);
}

export function judge(viewer: Viewer, key: string, said: Partial<Judgement> = {}): void {
  judgeText(viewer, { ...seenNow(key), verdict: "approved", ...said }, NOON);
}
