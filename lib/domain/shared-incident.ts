import type { Audience, IncidentStatus, Severity } from "./incident";
import { maskEmails } from "./mask";
import { splitStatus } from "./public-status";
import type { IncidentRecord, RecordEvent, RecordImpact } from "./record";
import { parseTime } from "./time";

/** What someone with a share link may read of one incident. */
export type SharedIncident = {
  key: string;
  title: string;
  severity: Severity;
  status: string;
  milestones: { name: string; at: number }[];
  metrics: { name: string; minutes: number }[];
  phases: { name: string; at: number; minutes: number }[];
  impact: string[];
  messages: {
    at: number;
    status: IncidentStatus | undefined;
    text: string;
    correctedAt: number | undefined;
  }[];
  events: { at: number; type: string | undefined; actor: string | undefined; text: string }[];
  actionItems: { title: string; status: string | undefined; deadline: string | undefined }[];
};

/** The parts of an analysis that a shared page shows, and when each message was last corrected. */
type Derived = {
  corrections?: (number | null)[];
  milestones: Record<string, { at: string } | null>;
  metrics: Record<string, { minutes: number | null } | null>;
  phases: { name: string; start: string; minutes: number }[];
};

/**
 * The record as it may be shared: fields are named one by one, e-mail addresses are hidden in every
 * text, and of what was said only what was said to the outside remains. Metadata, signals, the
 * resolution, money, deployments, people on call and owners have no way in.
 */
export function sharedIncident(record: IncidentRecord, derived: Derived): SharedIncident {
  const { incident } = record;
  return {
    key: incident.id,
    title: maskEmails(incident.title),
    severity: incident.severity,
    status: maskEmails(incident.status),
    milestones: Object.entries(derived.milestones)
      .flatMap(([name, milestone]) => (milestone ? [{ name, at: msOf(milestone.at) }] : []))
      .toSorted((a, b) => a.at - b.at),
    metrics: Object.entries(derived.metrics).flatMap(([name, metric]) =>
      typeof metric?.minutes === "number" ? [{ name, minutes: metric.minutes }] : [],
    ),
    phases: derived.phases.map(({ name, start, minutes }) => ({ name, at: msOf(start), minutes })),
    impact: impactInWords(record.impact ?? {}),
    messages: messagesOf(record, derived.corrections),
    events: eventsOf(record),
    actionItems: (record.action_items ?? []).map(({ title, status, deadline }) => ({
      title: maskEmails(title),
      status: masked(status),
      deadline: masked(deadline),
    })),
  };
}

/**
 * May a row of the timeline be shared at all? What an imported record says may; what was written in the
 * portal only where its writer meant it for others too.
 */
export const mayBeShared = ({ origin, audience }: { origin: string; audience: Audience }) =>
  origin === "import" || audience !== "internal";

const msOf = (timestamp: string) => parseTime(timestamp) ?? 0;
const masked = (text: string | null | undefined) => (text ? maskEmails(text) : undefined);
const byTime = (a: { at: number }, b: { at: number }) => a.at - b.at;

function impactInWords(impact: RecordImpact): string[] {
  const { affected_users_percentage: users, affected_regions: regions } = impact;
  const { degradation_type: degradation, workaround_available: workaround } = impact;
  const words = [
    impact.customer_facing === true && "Customers were affected",
    typeof users === "number" && `${users}% of users affected`,
    degradation && `Degradation: ${degradation}`,
    regions && regions.length > 0 && `Regions: ${regions.join(", ")}`,
    workaround === true && "A workaround was available",
    workaround === false && "No workaround was available",
  ];
  return words.flatMap((sentence) => (sentence ? [maskEmails(sentence)] : []));
}

function messagesOf(
  { communications }: IncidentRecord,
  corrections: (number | null)[] = [],
): SharedIncident["messages"] {
  return (communications ?? [])
    .map((message, index) => ({ ...message, correctedAt: corrections[index] ?? undefined }))
    .filter(({ audience }) => audience === "external")
    .map(({ timestamp, message, correctedAt }) => {
      const { status, body } = splitStatus(message);
      return { at: msOf(timestamp), status, text: maskEmails(body), correctedAt };
    })
    .toSorted(byTime);
}

function eventsOf({ events, communications }: IncidentRecord): SharedIncident["events"] {
  const internal = (communications ?? [])
    .filter(({ audience }) => audience !== "external")
    .map(({ message }) => squeeze(message));
  return (events ?? [])
    .filter((event) => !isCommunication(event) && !repeats(event.description, internal))
    .map(({ timestamp, type, actor, description }) => ({
      at: msOf(timestamp),
      type: masked(type),
      actor: masked(actor),
      text: maskEmails(description),
    }))
    .toSorted(byTime);
}

const isCommunication = ({ type }: RecordEvent) => type?.trim().toLowerCase() === "communication";

/** Shorter words than this meet by chance. */
const TELLING_LENGTH = 16;

/** Does the text say what one of the squeezed messages says, or the other way round? */
function repeats(text: string, messages: string[]): boolean {
  const own = squeeze(text);
  return messages.some((message) => {
    if (own === message) return true;
    const [short, long] = own.length < message.length ? [own, message] : [message, own];
    return short.length >= TELLING_LENGTH && long.includes(short);
  });
}

const squeeze = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
