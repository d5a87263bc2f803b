import { errorRateIn } from "../error-rate";
import { MACHINE_ACTORS } from "../incident";
import { candidatesOf, milestonesOf, type Picks } from "../milestones";
import type { IncidentRecord } from "../record";
import type { KnownFacts } from "./finding";

const INTERNAL_NAME = /[\p{L}\p{N}][-_.][\p{L}\p{N}]/u;

/** What the portal knows beyond the record. */
export type Surroundings = Pick<KnownFacts, "otherServices" | "components" | "earlierPosts"> & {
  picks?: Picks;
};

/** What a record says that a text for everyone can contradict or give away. */
export function knownFacts(record: IncidentRecord, around: Surroundings): KnownFacts {
  const { incident, impact, signals, context, resolution } = record;
  const services = distinct([incident.service, ...(incident.affected_services ?? [])]);
  const related = distinct([
    ...(signals?.dependent_services ?? []),
    ...(context?.recent_deployments ?? []).map(({ service }) => service),
  ]);
  const { otherServices, components, earlierPosts, picks } = around;

  return {
    key: incident.id,
    severity: incident.severity,
    impact: impact ?? {},
    errorRates: errorRatesOf(record),
    affectedUsers: resolution?.customer_impact?.affected_users ?? undefined,
    dataLoss: resolution?.customer_impact?.data_loss === true,
    starts: startsOf(record, picks),
    services,
    otherServices: distinct([...related, ...otherServices]).filter(
      (name) => !services.includes(name),
    ),
    components,
    internalNames: distinct([...services, ...related, ...otherServices]).filter((name) =>
      INTERNAL_NAME.test(name),
    ),
    people: peopleOf(record),
    earlierPosts,
  };
}

function errorRatesOf({ signals, events }: IncidentRecord): number[] {
  const measured = (events ?? []).flatMap(({ metadata }) => {
    const rate = errorRateIn(metadata ?? null);
    return [rate?.before, rate?.after];
  });
  return [signals?.error_rate_percentage, ...measured].flatMap((rate) => rate ?? []);
}

/** Where it is measured from, first; then the other moments that people mean when they say "since". */
function startsOf(record: IncidentRecord, picks: Picks | undefined): number[] {
  const candidates = candidatesOf(record);
  const { started, detected, declared } = milestonesOf(candidates, picks);
  return [started, detected, declared, ...candidates.started].flatMap((each) => each?.at ?? []);
}

function peopleOf({ incident, events, participants }: IncidentRecord): string[] {
  return distinct([
    incident.commander,
    ...(participants ?? []).map(({ name }) => name),
    ...(events ?? []).map(({ actor }) => actor),
  ]).filter((name) => !MACHINE_ACTORS.includes(name));
}

const distinct = (names: (string | null | undefined)[]) => [
  ...new Set(names.flatMap((name) => name?.trim() || [])),
];
