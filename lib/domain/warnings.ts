import { isActivity } from "./activity";
import type { OrderedEvent } from "./events";
import { METRICS } from "./metrics";
import { MILESTONES, type Candidate, type Milestones, type Picks } from "./milestones";
import { audienceOf } from "./promises";
import type { IncidentRecord, RecordEvent } from "./record";
import { minutesBetween, parseTime, toUtc } from "./time";

type Derived = { ordered: OrderedEvent[]; milestones: Milestones; picks: Picks };

/** What looks wrong in a record, or cannot be, in sentences for the people who keep it. */
export function warningsOf(record: IncidentRecord, derived: Derived): string[] {
  return [
    ...impossibleOrders(derived.milestones),
    ...lostPicks(derived),
    ...eventsAfterResolution(record, derived.ordered),
    ...differingServices(record),
    ...latePublicResolution(record),
    ...missingAlerts(record, derived.ordered),
  ];
}

function impossibleOrders(milestones: Milestones): string[] {
  return Object.entries(METRICS).flatMap(([metric, { from, to }]) => {
    const [start, end] = [milestones[from], milestones[to]];
    if (!start || !end || start.at <= end.at) return [];
    const name = metric.replaceAll("_", " ");
    return [`${named(to, end)} comes before ${named(from, start)}, so ${name} cannot be measured.`];
  });
}

const named = (milestone: string, { at }: Candidate) => `“${milestone}” (${clock(at)})`;

function lostPicks({ milestones, picks }: Derived): string[] {
  return MILESTONES.filter((name) => picks[name] && milestones[name]?.id !== picks[name]).map(
    (name) => `What was picked as “${name}” is no longer in the record; the default is used.`,
  );
}

/** What the portal itself tells of, such as a link, may come at any time. */
function eventsAfterResolution(record: IncidentRecord, ordered: OrderedEvent[]): string[] {
  const resolvedAt = parseTime(record.incident.resolved_at ?? "");
  if (resolvedAt === undefined) return [];
  const later = ordered.filter(
    ({ at, event }) => at > resolvedAt && !isActivity(event.type ?? null),
  );
  const number = later.length;
  if (number === 0) return [];
  const come = number === 1 ? "1 event comes" : `${number} events come`;
  return [`${come} after the resolution at ${clock(resolvedAt)}.`];
}

function differingServices({ incident, signals }: IncidentRecord): string[] {
  const affected = incident.affected_services;
  const dependent = signals?.dependent_services;
  if (!affected || !dependent) return [];
  const [inIncident, inSignals] = [new Set(affected), new Set(dependent)];
  const onlySignals = [...inSignals].filter((service) => !inIncident.has(service));
  const onlyIncident = [...inIncident].filter((service) => !inSignals.has(service));
  const differences = [
    onlySignals.length > 0 && `${onlySignals.join(", ")} only in the signals`,
    onlyIncident.length > 0 && `${onlyIncident.join(", ")} only in the incident`,
  ].filter(Boolean);
  return differences.length === 0
    ? []
    : [`Affected and dependent services differ: ${differences.join("; ")}.`];
}

function latePublicResolution({ incident, communications }: IncidentRecord): string[] {
  const resolvedAt = parseTime(incident.resolved_at ?? "");
  const announced = (communications ?? [])
    .filter(
      ({ audience, message }) =>
        audienceOf(audience) === "external" && /^\s*resolved\b/i.test(message),
    )
    .flatMap(({ timestamp }) => parseTime(timestamp) ?? [])
    .reduce((first, at) => Math.min(first, at), Infinity);
  if (resolvedAt === undefined || announced === Infinity || announced <= resolvedAt) return [];
  const late = minutesBetween(resolvedAt, announced);
  return [`The public “resolved” came ${late} min after the internal one, at ${clock(announced)}.`];
}

function missingAlerts({ signals }: IncidentRecord, ordered: OrderedEvent[]): string[] {
  const counted = signals?.alert_count ?? 0;
  const alerts = ordered.reduce((sum, { event }) => sum + alertsTold(event), 0);
  if (alerts >= counted) return [];
  return [`The signals count ${counted} alerts, the timeline has ${alerts} of them.`];
}

/** How many alerts an event tells of; the portal’s own rows say it. */
function alertsTold({ type, metadata }: RecordEvent): number {
  if (type !== "detection" && type !== "alert") return 0;
  return typeof metadata?.alerts === "number" ? metadata.alerts : Number(type === "detection");
}

const clock = (ms: number) => `${toUtc(ms).slice(0, 16).replace("T", " ")} UTC`;
