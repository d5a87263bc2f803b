import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { mergeableOf } from "@/db/queries/merges";
import { incidents } from "@/db/schema";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { mergeProblem } from "@/lib/domain/merging";
import type { Viewer } from "@/lib/domain/viewer";
import { tellAbout } from "./between";
import { changeIncident, requireIncident, wholeSecond } from "./entries";
import { noteResponse } from "./escalations";
import { requireMeant } from "./incident-links";

export type Merging = {
  key: string;
  /** What it is a duplicate of: a key, a link to the incident's page, or words of its title. */
  other: string;
};

const SOMETHING = "another incident";

/** Merges an incident into the one that it is a duplicate of. Each keeps its own record. */
export function mergeIncident(viewer: Viewer, { key, other }: Merging, now = Date.now()): void {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    const target = requireMeant(viewer, other);
    if (incident.mergedIntoId === target.id) return;
    const problem = mergeProblem(mergeableOf(viewer, incident), mergeableOf(viewer, target));
    if (problem) throw new DomainError(problem, "other");

    const telling = { type: "merge", verb: "incident:merge", now } as const;
    tellAbout(viewer, [incident, target], {
      ...telling,
      text: (into = SOMETHING) => `Merged into ${into}, of which this is a duplicate.`,
    });
    tellAbout(viewer, [target, incident], {
      ...telling,
      text: (from = SOMETHING) => `A duplicate was merged into this incident: ${from}.`,
    });
    changeIncident(incident, {
      mergedIntoId: target.id,
      mergedAt: wholeSecond(now),
      mergedBy: viewer.name,
    });
    noteResponse(viewer, incident, { how: "a status", now });
  });
}

export type MergeUndoing = {
  key: string;
  /** When the merge was made, as the person saw it. */
  seenMergedAt: number;
};

/** Takes a merge back: both are as they were before it, and their timelines know of it. */
export function undoMerge(viewer: Viewer, undoing: MergeUndoing, now = Date.now()): void {
  transaction(() => {
    const { key, seenMergedAt } = undoing;
    const incident = requireIncident(viewer, key);
    const { mergedIntoId, mergedAt } = incident;
    if (mergedIntoId === null) return;
    if (mergedAt !== seenMergedAt) {
      throw new ConflictError(`${key} was merged anew meanwhile. Look at the page again.`, {
        mergedAt,
      });
    }

    changeIncident(incident, { mergedIntoId: null, mergedAt: null, mergedBy: null });
    const target = db().select().from(incidents).where(eq(incidents.id, mergedIntoId)).get();
    if (!target) return;
    const telling = { type: "merge", verb: "incident:undo-merge", now } as const;
    tellAbout(viewer, [incident, target], {
      ...telling,
      text: (into = SOMETHING) => `No longer merged into ${into}.`,
    });
    tellAbout(viewer, [target, incident], {
      ...telling,
      text: (from = SOMETHING) => `No longer merged into this incident: ${from}.`,
    });
  });
}
