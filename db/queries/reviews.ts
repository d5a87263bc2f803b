import { and, asc, eq, min } from "drizzle-orm";
import { db } from "@/db/client";
import {
  incidents,
  postmortemEditions,
  postmortemReviewers,
  postmortemRevisions,
  postmortems,
  postmortemStates,
  users,
} from "@/db/schema";
import { can } from "@/lib/domain/permissions";
import type { PostmortemState } from "@/lib/domain/postmortem";
import { writersOf } from "@/lib/domain/review";
import { reviewDates } from "@/lib/domain/review-dates";
import type { Viewer } from "@/lib/domain/viewer";
import { listAccounts } from "./members";
import { findText } from "./postmortem-updates";
import { isEditedSince, markOf } from "./publication";
import { findIncidentByKey } from "./record";
import { isVisible } from "./visibility";

/** Where a postmortem stands; `version` is 0 where nobody has moved it yet. */
export type Standing = {
  state: PostmortemState;
  reason: string | null;
  changedBy: string | null;
  changedAt: number | null;
  version: number;
};

const AT_FIRST: Standing = {
  state: "draft",
  reason: null,
  changedBy: null,
  changedAt: null,
  version: 0,
};

export function getStanding(incidentId: number): Standing {
  const { state, reason, changedBy, changedAt, version } = postmortemStates;
  const row = db()
    .select({ state, reason, changedBy, changedAt, version })
    .from(postmortemStates)
    .where(eq(postmortemStates.incidentId, incidentId))
    .get();
  return row ?? AT_FIRST;
}

export type Reviewer = ReturnType<typeof listReviewers>[number];

/** Who was asked to review an incident's postmortem, and what they said of it last. */
export function listReviewers(incidentId: number) {
  const { id, userId, askedBy, askedAt, dueAt, verdict, note, version, decidedAt } =
    postmortemReviewers;
  return db()
    .select({
      id,
      userId,
      name: users.name,
      askedBy,
      askedAt,
      dueAt,
      verdict,
      note,
      version,
      decidedAt,
    })
    .from(postmortemReviewers)
    .innerJoin(postmortems, eq(postmortems.id, postmortemReviewers.postmortemId))
    .innerJoin(users, eq(users.id, userId))
    .where(eq(postmortems.incidentId, incidentId))
    .orderBy(asc(askedAt), asc(id))
    .all();
}

/** The open accounts that may review an incident's postmortem. */
export function listPossibleReviewers(incidentId: number) {
  return listAccounts().filter(
    ({ userId, name, role }) =>
      can({ role }, "postmortem:review") &&
      isVisible({ userId, name, email: "", role }, incidentId),
  );
}

/** Who wrote an incident's postmortem. */
export function listWriters(incidentId: number): string[] {
  const { author, version } = postmortemRevisions;
  const rows = db()
    .select({ author })
    .from(postmortemRevisions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemRevisions.postmortemId))
    .where(eq(postmortems.incidentId, incidentId))
    .orderBy(asc(version))
    .all();
  return writersOf(rows.map((row) => row.author));
}

/** True where an approved text says something else than the version that was approved. */
export function isEditedSinceApproval(incidentId: number, reviewers: readonly Reviewer[]): boolean {
  const approved = reviewers.flatMap(({ verdict, version }) =>
    verdict === "approved" && version !== null ? version : [],
  );
  return approved.length > 0 && isEditedSince(incidentId, { version: Math.max(...approved) });
}

/** By when an incident's postmortem is due, and what was kept of it. */
export function getReviewDates(incidentId: number, now: number) {
  const { severity, isDrill, resolvedAt, mergedIntoId } = incidents;
  const incident = db()
    .select({ severity, isDrill, resolvedAt, mergedIntoId })
    .from(incidents)
    .where(eq(incidents.id, incidentId))
    .get();
  if (!incident) return [];
  const isDropped = getStanding(incidentId).state === "not_required";
  return reviewDates(incident, { ...getProgress(incidentId), isDropped }, now);
}

function getProgress(incidentId: number) {
  const ofIncident = eq(postmortems.incidentId, incidentId);
  const drafted = db()
    .select({ at: min(postmortemRevisions.createdAt) })
    .from(postmortemRevisions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemRevisions.postmortemId))
    .where(ofIncident)
    .get();
  const published = db()
    .select({ at: min(postmortemEditions.publishedAt) })
    .from(postmortemEditions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemEditions.postmortemId))
    .where(ofIncident)
    .get();
  return { draftedAt: drafted?.at ?? null, publishedAt: published?.at ?? null };
}

export type Review = NonNullable<ReturnType<typeof getReview>>;

/** Everything about the review of an incident's postmortem but its text and its checklist. */
export function getReview(viewer: Viewer, key: string, now: number) {
  const incident = findIncidentByKey(viewer, key);
  if (!incident) return undefined;
  const standing = getStanding(incident.id);
  const text = findText(incident.id);
  const reviewers = listReviewers(incident.id);
  return {
    incident,
    standing,
    text: text && {
      id: text.id,
      body: text.body,
      version: text.version,
      updatedBy: text.updatedBy,
      updatedAt: text.updatedAt,
      showsRoles: text.showsRoles,
      /** Tells the text that a reviewer reads from any other. */
      mark: markOf(text.body),
    },
    isEdited: standing.state === "approved" && isEditedSinceApproval(incident.id, reviewers),
    reviewers,
    writers: listWriters(incident.id),
    possible: listPossibleReviewers(incident.id),
    dates: getReviewDates(incident.id, now),
  };
}

/** The reviewer's row of one account. */
export function findReviewer(postmortemId: number, userId: number) {
  return db()
    .select()
    .from(postmortemReviewers)
    .where(
      and(
        eq(postmortemReviewers.postmortemId, postmortemId),
        eq(postmortemReviewers.userId, userId),
      ),
    )
    .get();
}
