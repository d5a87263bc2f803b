import { and, eq, gte, inArray, isNull, min, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  incidents,
  postmortemEditions,
  postmortemReviewers,
  postmortemRevisions,
  postmortems,
  postmortemStates,
} from "@/db/schema";
import { CADENCES } from "@/lib/domain/cadence";
import { SEVERITIES } from "@/lib/domain/incident";
import { can } from "@/lib/domain/permissions";
import {
  nextReviewDate,
  reviewDates,
  type DueState,
  type DueStep,
} from "@/lib/domain/review-dates";
import type { Viewer } from "@/lib/domain/viewer";
import { nameOfUser } from "./roles";
import { visibleTo } from "./visibility";

/** Something about a postmortem that one person is to do. */
export type WaitingItem = {
  kind: "review" | DueStep;
  key: string;
  title: string;
  dueAt: number;
  isOverdue: boolean;
  /** Who asks for a review. */
  askedBy: string | undefined;
};

const DAY = 24 * 60 * 60_000;
/** Whatever was resolved longer ago than this is found in the library, and nags nobody. */
const REMINDED_FOR = 30 * DAY;
const REQUIRING = SEVERITIES.filter((severity) => CADENCES[severity].postmortemRequired);
const PRESSING: readonly DueState[] = ["at_risk", "overdue"];

/** The reviews that were asked of somebody, and the postmortems of incidents that they led, the next due first. */
export function listWaitingReviews(viewer: Viewer, now: number): WaitingItem[] {
  if (!can(viewer, "postmortem:review")) return [];
  return [...askedReviews(viewer, now), ...ownPostmortems(viewer, now)].toSorted(
    (a, b) => a.dueAt - b.dueAt,
  );
}

function askedReviews(viewer: Viewer, now: number): WaitingItem[] {
  const { dueAt, askedBy, userId, verdict, version } = postmortemReviewers;
  const isOpen = sql`(${verdict} is null or ${version} < ${postmortems.version})`;
  return db()
    .select({ key: incidents.key, title: incidents.title, dueAt, askedBy })
    .from(postmortemReviewers)
    .innerJoin(postmortems, eq(postmortems.id, postmortemReviewers.postmortemId))
    .innerJoin(incidents, eq(incidents.id, postmortems.incidentId))
    .innerJoin(postmortemStates, eq(postmortemStates.incidentId, incidents.id))
    .where(
      and(
        eq(userId, viewer.userId),
        eq(postmortemStates.state, "in_review"),
        isOpen,
        visibleTo(viewer),
      ),
    )
    .all()
    .map((row) => ({ ...row, kind: "review" as const, isOverdue: row.dueAt < now }));
}

function ownPostmortems(viewer: Viewer, now: number): WaitingItem[] {
  return ledIncidents(viewer, now).flatMap(({ key, title, state, ...incident }) => {
    const { draftedAt, publishedAt } = incident;
    const progress = { draftedAt, publishedAt, isDropped: state === "not_required" };
    const next = nextReviewDate(reviewDates(incident, progress, now));
    if (!next || (next.step === "review" && !PRESSING.includes(next.state))) return [];
    const isOverdue = next.state === "overdue";
    return { kind: next.step, key, title, dueAt: next.dueAt, isOverdue, askedBy: undefined };
  });
}

function ledIncidents(viewer: Viewer, now: number) {
  const { id, key, title, severity, isDrill, resolvedAt, mergedIntoId, commander } = incidents;
  const draftedAt = db()
    .select({ at: min(postmortemRevisions.createdAt) })
    .from(postmortemRevisions)
    .where(eq(postmortemRevisions.postmortemId, postmortems.id));
  const publishedAt = db()
    .select({ at: min(postmortemEditions.publishedAt) })
    .from(postmortemEditions)
    .where(eq(postmortemEditions.postmortemId, postmortems.id));
  return db()
    .select({
      key,
      title,
      severity,
      isDrill,
      resolvedAt,
      state: postmortemStates.state,
      draftedAt: sql<number | null>`(${draftedAt})`,
      publishedAt: sql<number | null>`(${publishedAt})`,
    })
    .from(incidents)
    .leftJoin(postmortems, eq(postmortems.incidentId, id))
    .leftJoin(postmortemStates, eq(postmortemStates.incidentId, id))
    .where(
      and(
        inArray(commander, [...new Set([viewer.name, nameOfUser(viewer)])]),
        inArray(severity, REQUIRING),
        eq(isDrill, false),
        isNull(mergedIntoId),
        gte(resolvedAt, now - REMINDED_FOR),
        visibleTo(viewer),
      ),
    )
    .all();
}
