import { qualityOf } from "./action-quality";
import type { ActionItemType } from "./board";
import type { Choices } from "./choices";
import { coverageOf, gapsIn, type FactorCategory } from "./coverage";
import { decisionPointsOf, orderedEvents } from "./events";
import { gapsOf } from "./gaps";
import type { Audience, Severity } from "./incident";
import { metricsOf, type Metrics } from "./metrics";
import { candidatesOf, milestonesOf, type Candidate, type Milestone } from "./milestones";
import { phasesOf, type PhaseName } from "./phases";
import { promisesOf, type PromiseState } from "./promises";
import type { IncidentRecord } from "./record";
import { severityOf, type Dimension, type Floor } from "./severity";
import { parseTime, toUtc } from "./time";
import { warningsOf } from "./warnings";

type Moment = { at: string; event: number | null };

/** What follows from a record. Times are UTC texts; events are indexes into the ordered events. */
export type Analysis = {
  severity: {
    declared: Severity;
    computed: Severity;
    score: number;
    dimensions: Record<Dimension, number>;
    floors: Floor[];
    reasons: string[];
  };
  milestones: Record<Milestone, Moment | null>;
  metrics: Metrics;
  phases: { name: PhaseName; start: string; end: string; minutes: number; events: number }[];
  gaps: { start: string; end: string; minutes: number }[];
  decision_points: number[];
  promises: {
    made_at: string;
    audience: Audience;
    due_at: string;
    state: PromiseState;
    late_minutes: number | null;
  }[];
  coverage: {
    gaps: { factor: number; category: FactorCategory; expected_type: ActionItemType }[];
  };
  action_quality: number[];
  warnings: string[];
};

/** Everything that the portal derives from a record and from what people chose about it. */
export function analyze(record: IncidentRecord, choices: Choices = {}): Analysis {
  const { incident, impact, signals } = record;
  const picks = choices.milestones ?? {};
  const ordered = orderedEvents(record);
  const milestones = milestonesOf(candidatesOf(record, ordered), picks);
  const { severity: computed, ...rating } = severityOf(impact, signals);

  return {
    severity: { declared: incident.severity, computed, ...rating },
    milestones: {
      started: moment(milestones.started),
      detected: moment(milestones.detected),
      declared: moment(milestones.declared),
      mitigated: moment(milestones.mitigated),
      resolved: moment(milestones.resolved),
    },
    metrics: metricsOf(milestones, incident.severity),
    phases: phasesOf(ordered, parseTime(incident.resolved_at ?? "")).map(
      ({ name, start, end, minutes, events }) => ({
        name,
        start: toUtc(start),
        end: toUtc(end),
        minutes,
        events,
      }),
    ),
    gaps: gapsOf(ordered).map(({ start, end, minutes }) => ({
      start: toUtc(start),
      end: toUtc(end),
      minutes,
    })),
    decision_points: decisionPointsOf(ordered),
    promises: promisesOf(record, choices).map(
      ({ madeAt, audience, dueAt, state, lateMinutes }) => ({
        made_at: toUtc(madeAt),
        audience,
        due_at: toUtc(dueAt),
        state,
        late_minutes: lateMinutes,
      }),
    ),
    coverage: {
      gaps: gapsIn(coverageOf(record, choices)).map(({ factor, category, expectedType }) => ({
        factor,
        category,
        expected_type: expectedType,
      })),
    },
    action_quality: (record.action_items ?? []).map((item) => qualityOf(item).score),
    warnings: warningsOf(record, { ordered, milestones, picks }),
  };
}

function moment(source: Candidate | null): Moment | null {
  return source && { at: toUtc(source.at), event: source.event };
}
