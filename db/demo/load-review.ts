import { addComment, replyToComment, resolveThread } from "@/db/mutations/postmortem-comments";
import { askForReview, judgeText } from "@/db/mutations/reviews";
import { listDemoAccounts } from "@/db/queries/auth/users";
import { getReviewChecks } from "@/db/queries/review-checks";
import { getReview } from "@/db/queries/reviews";
import { findingKey } from "@/lib/domain/public-check";
import { reviewFindings } from "@/lib/domain/review-checklist";
import type { Viewer } from "@/lib/domain/viewer";
import type { Review } from "./story";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

export const responder = (name: string, userId = 0): Viewer => ({
  userId,
  name,
  email: "",
  role: "responder",
});

/** Says what was said in a review, and asks the demo's accounts for theirs. Nothing is said in the name of others. */
export function loadReview(
  writer: Viewer,
  key: string,
  { isApproved, remarks }: Review,
  at: number,
) {
  for (const { by, answer, ...about } of remarks) {
    const said = { key, prefix: "", suffix: "", ...about };
    const { id: thread } = addComment(responder(by), said, at + HOUR);
    if (!answer) continue;
    replyToComment(responder(answer.by), { key, thread, body: answer.body }, at + 2 * HOUR);
    resolveThread(responder(answer.by), { key, thread }, at + 2 * HOUR);
  }
  const demo = new Set(listDemoAccounts().map(({ name }) => name));
  const reviewers = getReview(writer, key, at)?.possible.filter(({ name }) => demo.has(name)) ?? [];
  if (reviewers.length === 0) return;
  const asked = reviewers.map(({ userId }) => userId);
  const seenState = getReview(writer, key, at)?.standing.version ?? 0;
  askForReview(writer, { key, reviewers: asked, dueAt: at + 6 * DAY, seenState }, at);
  if (!isApproved) return;
  for (const { name, userId } of reviewers) approve(responder(name, userId), key, at + DAY);
}

function approve(reviewer: Viewer, key: string, at: number): void {
  const review = getReview(reviewer, key, at);
  if (!review?.text) return;
  judgeText(
    reviewer,
    {
      key,
      verdict: "approved",
      seen: review.text.mark,
      seenState: review.standing.version,
      confirmed: reviewFindings(getReviewChecks(review.incident.id) ?? []).map(findingKey),
    },
    at,
  );
}
