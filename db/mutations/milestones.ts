import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { choicesOf, listEventRows, recordOf } from "@/db/queries/record";
import { milestonePicks } from "@/db/schema";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { orderProblem } from "@/lib/domain/milestone-order";
import { candidatesOf, milestonesOf, type Milestone } from "@/lib/domain/milestones";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireIncident } from "./entries";

export type MilestonePick = {
  key: string;
  milestone: Milestone;
  /** "event:<seq>", "declared_at", "resolved_at", "deployment:<index>", or "default" to take a pick back. */
  candidate: string;
  /** The stored pick that the writer saw, or "default": a pick on top of another one is refused. */
  seen?: string;
};

/** Chooses what a milestone is measured at, in place of what the record suggests. */
export function pickMilestone(viewer: Viewer, pick: MilestonePick, now = Date.now()): void {
  const { key, milestone, candidate, seen } = pick;
  transaction(() => {
    const { id: incidentId } = requireIncident(viewer, key);
    const chosen = and(
      eq(milestonePicks.incidentId, incidentId),
      eq(milestonePicks.milestone, milestone),
    );
    const standing = db().select().from(milestonePicks).where(chosen).get();
    if (seen !== undefined && seen !== (standing?.candidate ?? "default")) {
      throw new ConflictError(
        standing
          ? `${standing.pickedBy} picked where “${milestone}” is measured while you chose. Look again, then choose.`
          : `Someone took the pick of “${milestone}” back while you chose. Look again, then choose.`,
        standing?.candidate ?? "default",
      );
    }
    if (candidate !== "default") requirePossible(incidentId, pick);

    db().delete(milestonePicks).where(chosen).run();
    if (candidate !== "default") {
      db()
        .insert(milestonePicks)
        .values({ incidentId, milestone, candidate, pickedBy: viewer.name, pickedAt: now })
        .run();
    }
    recordAudit(
      viewer.name,
      "milestone:pick",
      `incident ${key}`,
      {
        ...{ milestone, candidate },
        ...{ before: standing?.candidate ?? "default", after: candidate },
      },
      incidentId,
    );
  });
}

function requirePossible(incidentId: number, { milestone, candidate }: MilestonePick): void {
  const offered = candidatesOf(recordOf(incidentId));
  const wanted = inRecord(incidentId, candidate);
  if (!offered[milestone].some(({ id }) => id === wanted)) {
    throw new DomainError("This is no longer there to choose. Look at the page again.");
  }

  const picks = { ...choicesOf(incidentId).milestones, [milestone]: wanted };
  const problem = orderProblem(milestonesOf(offered, picks), milestone);
  if (problem) throw new DomainError(problem);
}

/** A stored candidate names its event by number; the record's candidates by place in the array. */
function inRecord(incidentId: number, candidate: string): string {
  const seq = /^event:(\d+)$/.exec(candidate)?.[1];
  if (seq === undefined) return candidate;
  return `event:${listEventRows(incidentId).findIndex((event) => event.seq === Number(seq))}`;
}
