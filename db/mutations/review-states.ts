import { db } from "@/db/client";
import { getStanding, type Standing } from "@/db/queries/reviews";
import { postmortemStates } from "@/db/schema";
import { ConflictError, DomainError } from "@/lib/domain/error";
import type { PostmortemState } from "@/lib/domain/postmortem";
import { STATE_WORDS } from "@/lib/domain/publication/words";
import { stepProblem, type ReviewStep } from "@/lib/domain/review";
import type { Viewer } from "@/lib/domain/viewer";
import type { IncidentRow } from "./entries";

export type SeenState = {
  /** The version of the state that the person saw; 0 where nobody had moved it. */
  seenState: number;
};

/** Where the postmortem stands, if it is as the person saw it and the step can be taken from there. */
export function requireStep(
  { id }: IncidentRow,
  step: ReviewStep,
  { seenState }: SeenState,
): Standing {
  const standing = getStanding(id);
  if (standing.version !== seenState) {
    const word = STATE_WORDS[standing.state].toLowerCase();
    throw new ConflictError(
      `${standing.changedBy} moved this postmortem meanwhile: it is ${word} now. Look again, then repeat it.`,
      standing,
    );
  }
  const problem = stepProblem(step, standing.state);
  if (problem) throw new DomainError(problem);
  return standing;
}

type Move = { state: PostmortemState; reason?: string };

/** Moves a postmortem on; part of a larger write. */
export function moveState(
  viewer: Viewer,
  { id: incidentId }: IncidentRow,
  { state, reason }: Move,
  now: number,
): void {
  const version = getStanding(incidentId).version + 1;
  const moved = {
    state,
    reason: reason ?? null,
    changedBy: viewer.name,
    changedAt: now,
    version,
  };
  db()
    .insert(postmortemStates)
    .values({ incidentId, ...moved })
    .onConflictDoUpdate({ target: postmortemStates.incidentId, set: moved })
    .run();
}
