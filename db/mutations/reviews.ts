import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findText } from "@/db/queries/postmortem-updates";
import { markOf } from "@/db/queries/publication";
import { getReviewChecks } from "@/db/queries/review-checks";
import {
  findReviewer,
  getStanding,
  listPossibleReviewers,
  listReviewers,
  listWriters,
} from "@/db/queries/reviews";
import { postmortemReviewers, postmortems } from "@/db/schema";
import { incidentAddress } from "@/lib/domain/chip";
import { ConflictError, DomainError, NotFoundError, UnconfirmedError } from "@/lib/domain/error";
import type { Verdict } from "@/lib/domain/postmortem";
import { findingKey } from "@/lib/domain/public-check";
import { isApproved, ownApprovalProblem, reasonProblem, stateAfter } from "@/lib/domain/review";
import { reviewFindings } from "@/lib/domain/review-checklist";
import { toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireWritable, type IncidentRow } from "./entries";
import { notify } from "./notify";
import { keepRevision } from "./postmortem-revisions";
import { moveState, requireStep, type SeenState } from "./review-states";

export type AskedReview = SeenState & { key: string; reviewers: number[]; dueAt: number };

/** Asks people to review the text as it stands. Whoever has judged this very text is not asked again. */
export function askForReview(
  viewer: Viewer,
  { key, reviewers, dueAt, seenState }: AskedReview,
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    requireStep(incident, "ask", { seenState });
    if (dueAt <= now) throw new DomainError("Choose a time to come.", "dueAt");
    const asked = possibleReviewers(incident, reviewers);
    const text = keptText(viewer, key, now);
    for (const userId of asked) {
      const known = findReviewer(text.id, userId);
      const stands = known?.verdict === "approved" && known.version === text.version;
      const asking = {
        askedBy: viewer.name,
        askedAt: now,
        dueAt,
        ...(!stands && { verdict: null, note: null, version: null, decidedAt: null }),
      };
      db()
        .insert(postmortemReviewers)
        .values({ postmortemId: text.id, userId, ...asking })
        .onConflictDoUpdate({
          target: [postmortemReviewers.postmortemId, postmortemReviewers.userId],
          set: asking,
        })
        .run();
    }
    const isDone = isApproved(listReviewers(incident.id), text.version);
    moveState(viewer, incident, { state: isDone ? "approved" : "in_review" }, now);
    const detail = { version: text.version, reviewers: asked };
    recordAudit(viewer.name, "postmortem:ask-review", `incident ${key}`, detail, incident.id);
    notify(
      {
        ...{ is: "postmortem.review_requested", incidentId: incident.id, by: viewer, to: asked },
        mark: getStanding(incident.id).version,
        text: `${viewer.name} asks for a review until ${toUtc(dueAt).slice(0, 16).replace("T", " ")} UTC.`,
        link: `${incidentAddress(key)}/postmortem/review`,
      },
      now,
    );
  });
}

function possibleReviewers({ id }: IncidentRow, wanted: number[]): number[] {
  const possible = new Set(listPossibleReviewers(id).map(({ userId }) => userId));
  const asked = [...new Set(wanted)];
  if (asked.length === 0) throw new DomainError("Choose who should review it.", "reviewers");
  if (!asked.every((userId) => possible.has(userId))) {
    throw new DomainError("One of them cannot review this incident. Choose again.", "reviewers");
  }
  return asked;
}

/** The text as a revision of its own, as something can be said only of what stays as it is. */
function keptText(viewer: Viewer, key: string, now: number) {
  const kept = keepRevision(viewer, { key }, now);
  if (kept.body.trim() === "") throw new DomainError("Nothing is written yet.");
  return kept;
}

export type Judgement = SeenState & {
  key: string;
  verdict: Verdict;
  note?: string;
  /** The mark of the text that the reviewer read. */
  seen: string;
  /** What of the checklist the reviewer approves all the same, by key. */
  confirmed?: string[];
};

/** Keeps what a reviewer says of the text that they read. It counts for that version alone. */
export function judgeText(viewer: Viewer, judgement: Judgement, now = Date.now()): void {
  transaction(() => {
    const { key, verdict, note, seen, confirmed = [] } = judgement;
    const incident = requireWritable(viewer, key);
    requireStep(incident, "judge", judgement);
    const { id, body, version } = keptText(viewer, key, now);
    if (markOf(body) !== seen) {
      throw new ConflictError(
        "The text changed while you read it. Read what is new, then say what you think of it.",
        { version },
      );
    }
    if (verdict === "changes_requested" && !note)
      throw new DomainError("Say what should change.", "note");
    if (verdict === "approved") requireApprovable(viewer, incident, { version, confirmed });
    writeVerdict(viewer, id, { verdict, note: note ?? null, version, decidedAt: now });
    const state = stateAfter(verdict, listReviewers(incident.id), version);
    moveState(viewer, incident, { state }, now);
    const action = verdict === "approved" ? "postmortem:approve" : "postmortem:request-changes";
    recordAudit(viewer.name, action, `incident ${key}`, { version }, incident.id);
  });
}

type Approvable = { version: number; confirmed: string[] };

function requireApprovable(
  { name, userId }: Viewer,
  { id }: IncidentRow,
  { version, confirmed }: Approvable,
): void {
  const problem = ownApprovalProblem({
    approver: name,
    writers: listWriters(id),
    opinions: listReviewers(id),
    version,
    others: listPossibleReviewers(id).filter((each) => each.userId !== userId).length,
  });
  if (problem) throw new DomainError(problem);
  const findings = reviewFindings(getReviewChecks(id) ?? []);
  if (findings.some((finding) => !confirmed.includes(findingKey(finding)))) {
    throw new UnconfirmedError("Some points are open. Approve it all the same?", findings);
  }
}

type Said = Pick<
  typeof postmortemReviewers.$inferSelect,
  "verdict" | "note" | "version" | "decidedAt"
> & { decidedAt: number };

/** A person who was not asked becomes a reviewer by what they say. */
function writeVerdict({ userId, name }: Viewer, postmortemId: number, said: Said): void {
  const { decidedAt } = said;
  db()
    .insert(postmortemReviewers)
    .values({ postmortemId, userId, askedBy: name, askedAt: decidedAt, dueAt: decidedAt, ...said })
    .onConflictDoUpdate({
      target: [postmortemReviewers.postmortemId, postmortemReviewers.userId],
      set: said,
    })
    .run();
}

/** Takes the text back to a draft. What the reviewers said stays beside the versions they read. */
export function withdrawReview(
  viewer: Viewer,
  { key, seenState }: SeenState & { key: string },
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    requireStep(incident, "withdraw", { seenState });
    moveState(viewer, incident, { state: "draft" }, now);
    recordAudit(viewer.name, "postmortem:withdraw-review", `incident ${key}`, {}, incident.id);
  });
}

/** Asks somebody no longer. A text that all others have approved is approved then. */
export function takeReviewerOff(
  viewer: Viewer,
  { key, userId }: { key: string; userId: number },
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const text = findText(incident.id);
    if (!text || !findReviewer(text.id, userId)) {
      throw new NotFoundError("This person is not asked any more.");
    }
    db()
      .delete(postmortemReviewers)
      .where(
        and(eq(postmortemReviewers.postmortemId, text.id), eq(postmortemReviewers.userId, userId)),
      )
      .run();
    const { state } = getStanding(incident.id);
    const isDone = isApproved(listReviewers(incident.id), keptText(viewer, key, now).version);
    if (state === "in_review" && isDone) moveState(viewer, incident, { state: "approved" }, now);
    const detail = { user: userId };
    recordAudit(viewer.name, "postmortem:remove-reviewer", `incident ${key}`, detail, incident.id);
  });
}

/** Says that an incident needs no postmortem, and why. */
export function dropPostmortem(
  viewer: Viewer,
  { key, reason, seenState }: SeenState & { key: string; reason: string },
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    requireStep(incident, "drop", { seenState });
    const problem = reasonProblem(incident.severity, reason);
    if (problem) throw new DomainError(problem, "reason");
    moveState(viewer, incident, { state: "not_required", reason: reason.trim() }, now);
    recordAudit(viewer.name, "postmortem:drop", `incident ${key}`, { reason }, incident.id);
  });
}

/** Takes back that no postmortem is needed. */
export function requirePostmortem(
  viewer: Viewer,
  { key, seenState }: SeenState & { key: string },
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    requireStep(incident, "require", { seenState });
    moveState(viewer, incident, { state: "draft" }, now);
    recordAudit(viewer.name, "postmortem:require", `incident ${key}`, {}, incident.id);
  });
}

/** Shows readers roles in place of names, or the names again. */
export function showRoles(
  viewer: Viewer,
  { key, showsRoles }: { key: string; showsRoles: boolean },
): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const text = findText(incident.id);
    if (!text) throw new NotFoundError(`Nobody has begun the postmortem of ${key}.`);
    if (text.showsRoles === showsRoles) return;
    db().update(postmortems).set({ showsRoles }).where(eq(postmortems.id, text.id)).run();
    const action = showsRoles ? "postmortem:show-roles" : "postmortem:show-names";
    recordAudit(viewer.name, action, `incident ${key}`, {}, incident.id);
  });
}
