import { orderedEvents, type OrderedEvent } from "./events";
import type { IncidentRecord } from "./record";
import { parseTime } from "./time";

export const MILESTONES = ["started", "detected", "declared", "mitigated", "resolved"] as const;
export type Milestone = (typeof MILESTONES)[number];

/**
 * A time that a milestone may be taken from. `id` is `event:<index in the record>`, `declared_at`,
 * `resolved_at` or `deployment:<index>`; `event` is an index into the ordered events.
 */
export type Candidate = {
  id: string;
  at: number;
  event: number | null;
  label: string;
  isDefault: boolean;
};

export type Picks = Partial<Record<Milestone, string>>;
export type Milestones = Record<Milestone, Candidate | null>;

/** Every source that a person may pick for each milestone. Defaults do not depend on picks. */
export function candidatesOf(
  record: IncidentRecord,
  ordered: OrderedEvent[] = orderedEvents(record),
): Record<Milestone, Candidate[]> {
  const first = (type: string) => ordered.findIndex(({ event }) => event.type === type);
  const last = (type: string) => ordered.findLastIndex(({ event }) => event.type === type);
  const { declared_at: declaredAt, resolved_at: resolvedAt } = record.incident;

  const detected = fromEvent(ordered, first("detection"));
  const resolved = [
    ...fromField("resolved_at", resolvedAt, ordered, "resolution"),
    ...fromEvent(ordered, last("resolution")),
  ];
  return {
    started: firstIsDefault([
      ...fromEvent(ordered, Math.max(first("trigger"), 0)),
      ...deploymentsBefore(detected[0]?.at ?? -Infinity, record),
    ]),
    detected: firstIsDefault(detected),
    declared: firstIsDefault([
      ...fromField("declared_at", declaredAt, ordered, "declaration"),
      ...fromEvent(ordered, first("declaration")),
    ]),
    mitigated: mitigationsUntil(resolved[0]?.at ?? Infinity, ordered),
    resolved: firstIsDefault(resolved),
  };
}

/** The source of each milestone: the one picked, where it is still offered, else the default. */
export function milestonesOf(
  candidates: Record<Milestone, Candidate[]>,
  picks: Picks = {},
): Milestones {
  const chosen = (milestone: Milestone) =>
    candidates[milestone].find(({ id }) => id === picks[milestone]) ??
    candidates[milestone].find(({ isDefault }) => isDefault) ??
    null;
  return {
    started: chosen("started"),
    detected: chosen("detected"),
    declared: chosen("declared"),
    mitigated: chosen("mitigated"),
    resolved: chosen("resolved"),
  };
}

function fromEvent(ordered: OrderedEvent[], position: number): Candidate[] {
  const entry = ordered[position];
  if (!entry) return [];
  const { index, at, event } = entry;
  const label = `${event.type ?? "event"}: ${shortened(event.description)}`;
  return [{ id: `event:${index}`, at, event: position, label, isDefault: false }];
}

/** A field of the incident, and the event of that type that stands at the same moment, if any. */
function fromField(
  id: "declared_at" | "resolved_at",
  timestamp: string | null | undefined,
  ordered: OrderedEvent[],
  type: string,
): Candidate[] {
  const at = parseTime(timestamp ?? "");
  if (at === undefined) return [];
  const position = ordered.findIndex((entry) => entry.at === at && entry.event.type === type);
  const event = position === -1 ? null : position;
  return [{ id, at, event, label: `${id} of the record`, isDefault: false }];
}

function deploymentsBefore(detectedAt: number, { context }: IncidentRecord): Candidate[] {
  return (context?.recent_deployments ?? []).flatMap((deployment, index) => {
    const at = parseTime(deployment.deployed_at ?? "");
    if (at === undefined || at >= detectedAt) return [];
    const name = [deployment.service, deployment.version].filter(Boolean).join(" ");
    const label = name ? `deployment of ${shortened(name)}` : "deployment";
    return [{ id: `deployment:${index}`, at, event: null, label, isDefault: false }];
  });
}

function mitigationsUntil(resolvedAt: number, ordered: OrderedEvent[]): Candidate[] {
  const mitigations = ordered.flatMap(({ event }, position) =>
    event.type === "mitigation" ? fromEvent(ordered, position) : [],
  );
  const preferred = mitigations.findLast(({ at }) => at <= resolvedAt);
  return mitigations.map((candidate) => ({ ...candidate, isDefault: candidate === preferred }));
}

function firstIsDefault(candidates: Candidate[]): Candidate[] {
  return candidates.map((candidate, index) => ({ ...candidate, isDefault: index === 0 }));
}

const LONGEST_LABEL = 80;

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LONGEST_LABEL + 2));
  if (characters.length <= LONGEST_LABEL) return text;
  return `${characters
    .slice(0, LONGEST_LABEL - 1)
    .join("")
    .trimEnd()}…`;
}
