import type { Analysis } from "../analysis";
import type { Choices } from "../choices";
import { citation } from "../citation";
import { coverageOf, type CoveredFactor } from "../coverage";
import { orderedEvents, type OrderedEvent } from "../events";
import { candidatesOf, type Candidate, type Milestone } from "../milestones";
import { audienceOf } from "../promises";
import type { IncidentRecord } from "../record";
import { parseTime, toUtc } from "../time";
import { field, type Source } from "./text";

/** The numbers in links of the record's events and communications, by their index in the record. */
export type Numbers = { events: number[]; communications: number[] };

/** An action of an earlier incident that should have prevented this one. */
export type PreventingAction = { id: number; title: string; incidentKey: string };

/** What somebody outside asked through a share link and nobody answered. */
export type OutsideQuestion = { id: number; text: string; label: string; askedAt: number };

/** What a draft is made of. */
export type Facts = {
  record: IncidentRecord;
  analysis: Analysis;
  ordered: OrderedEvent[];
  candidates: Record<Milestone, Candidate[]>;
  numbers: Numbers;
  choices: Choices;
  coverage: CoveredFactor[];
  prevented: PreventingAction[];
  asked: OutsideQuestion[];
};

type Sources = {
  record: IncidentRecord;
  analysis: Analysis;
  numbers?: Numbers;
  choices?: Choices;
  prevented?: PreventingAction[];
  asked?: OutsideQuestion[];
};

export function factsOf({
  record,
  analysis,
  numbers = NO_NUMBERS,
  choices = {},
  prevented = [],
  asked = [],
}: Sources): Facts {
  const ordered = orderedEvents(record);
  const candidates = candidatesOf(record, ordered);
  const coverage = coverageOf(record, choices);
  return { record, analysis, ordered, candidates, numbers, choices, coverage, prevented, asked };
}

const NO_NUMBERS: Numbers = { events: [], communications: [] };

/** A link to an event by its place in the order of time: `[14:40](/incidents/INC-2024-0142#e-9)`. */
export function eventSource(facts: Facts, place: number): Source {
  const entry = facts.ordered[place];
  if (!entry) return field("events");
  return link(facts, entry.at, `e-${facts.numbers.events[entry.index] ?? entry.index + 1}`);
}

/** A link to the first event at a time that the analysis names. */
export function sourceAt(facts: Facts, time: string): Source {
  const at = parseTime(time);
  return eventSource(
    facts,
    facts.ordered.findIndex((entry) => entry.at === at),
  );
}

/** A link to the message to an audience at a time that the analysis names. */
export function messageSource(facts: Facts, time: string, audience: string): Source {
  const at = parseTime(time) ?? 0;
  const index = (facts.record.communications ?? []).findIndex(
    (message) => parseTime(message.timestamp) === at && audienceOf(message.audience) === audience,
  );
  return link(facts, at, `c-${facts.numbers.communications[index] ?? index + 1}`);
}

/** A link to what somebody outside asked. */
export const askedSource = (facts: Facts, { id, askedAt }: OutsideQuestion): Source =>
  link(facts, askedAt, `asked-${id}`);

/** Where a milestone was taken from: its event, else the field that holds its time. */
export function milestoneSource(facts: Facts, milestone: Milestone): Source {
  const moment = facts.analysis.milestones[milestone];
  if (moment && moment.event !== null) return eventSource(facts, moment.event);
  const candidate = facts.candidates[milestone].find(
    ({ at, event }) => event === null && moment !== null && toUtc(at) === moment.at,
  );
  const [name, index] = candidate?.id.split(":") ?? [];
  return index === undefined
    ? field(`incident.${name ?? milestone}`)
    : field(`context.recent_deployments[${index}].deployed_at`);
}

/** Which of the parts that a severity is computed from the record has. */
export const ratedFields = ({ impact, signals }: IncidentRecord): Source[] => [
  ...(impact ? [field("impact")] : []),
  ...(signals ? [field("signals")] : []),
];

/** `2024-01-15 14:23 UTC`. */
export const clock = (time: string | number): string => {
  const text = typeof time === "number" ? toUtc(time) : time;
  return `${text.slice(0, 16).replace("T", " ")} UTC`;
};

function link({ record, ordered }: Facts, at: number, anchor: string): Source {
  return citation({ key: record.incident.id, anchor, at, firstAt: ordered[0]?.at ?? at });
}
