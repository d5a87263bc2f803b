import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { milestonePicks } from "@/db/schema";
import type { Severity } from "@/lib/domain/incident";
import { METRICS, metricsOf, TARGETED_METRICS } from "@/lib/domain/metrics";
import {
  MILESTONES,
  type Candidate,
  type Milestone,
  type Milestones,
} from "@/lib/domain/milestones";

export type MilestoneView = ReturnType<typeof listMilestones>[number];
export type CandidateView = MilestoneView["candidates"][number];

type Sources = {
  incidentId: number;
  severity: Severity;
  candidates: Record<Milestone, Candidate[]>;
  milestones: Milestones;
  /** The number of the event at a place in the order of time. */
  seqAt: (position: number | null) => number | null;
};

const OFFERED_AT_MOST = 30;

/** Each milestone with its source, who picked it, and what the other sources would make of the metrics. */
export function listMilestones(sources: Sources) {
  const { incidentId, candidates, milestones, seqAt } = sources;
  const { milestone, pickedBy, pickedAt, candidate } = milestonePicks;
  const picks = db()
    .select({ milestone, pickedBy, pickedAt, candidate })
    .from(milestonePicks)
    .where(eq(milestonePicks.incidentId, incidentId))
    .all();

  return MILESTONES.map((name) => {
    const source = milestones[name];
    const views = candidates[name].map((each) => candidateView(sources, name, each));
    const offered = views.slice(-OFFERED_AT_MOST);
    return {
      name,
      source: source && { at: source.at, label: source.label, seq: seqAt(source.event) },
      pick: picks.find((pick) => pick.milestone === name) ?? null,
      candidates: [...views.filter((view) => view.isChosen && !offered.includes(view)), ...offered],
      left: views.length - offered.length,
    };
  });
}

function candidateView(sources: Sources, name: Milestone, candidate: Candidate) {
  const { milestones, severity, seqAt } = sources;
  const { id, at, label, event, isDefault } = candidate;
  const seq = seqAt(event);
  const metrics = metricsOf({ ...milestones, [name]: candidate }, severity);
  return {
    value: id.startsWith("event:") ? `event:${seq}` : id,
    at,
    label,
    seq,
    isDefault,
    isChosen: milestones[name]?.id === id,
    outcomes: TARGETED_METRICS.flatMap((metric) => {
      const { from, to } = METRICS[metric];
      const measured = metrics[metric];
      return measured && (from === name || to === name) ? [{ metric, ...measured }] : [];
    }),
  };
}
