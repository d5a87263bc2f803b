import type { Audience, IncidentStatus, Severity } from "./incident";
import { maskEmails } from "./mask";
import { maskMoney } from "./money";
import { splitStatus } from "./public-status";
import type { IncidentRecord, RecordEvent } from "./record";
import type { ShareChoice, ShareSection } from "./share-choice";
import { impactInWords } from "./shared-impact";
import { parseTime } from "./time";

/** Was it written after the reader's last visit? Left out where nothing is known of one. */
type News = { isNew?: boolean };

export type SharedMessage = News & {
  at: number;
  status: IncidentStatus | undefined;
  text: string;
  correctedAt: number | undefined;
};
export type SharedEvent = News & {
  at: number;
  type: string | undefined;
  actor: string | undefined;
  text: string;
};
export type SharedAction = News & {
  title: string;
  status: string | undefined;
  deadline: string | undefined;
};

/** What someone with a share link may read of one incident; a part that is not shared is empty. */
export type SharedIncident = {
  key: string;
  title: string;
  severity: Severity;
  status: string;
  milestones: { name: string; at: number }[];
  metrics: { name: string; minutes: number }[];
  phases: { name: string; at: number; minutes: number }[];
  impact: string[];
  messages: SharedMessage[];
  events: SharedEvent[];
  actionItems: SharedAction[];
};

/** The parts of an analysis that a shared page shows, and when each message was last corrected. */
type Derived = {
  corrections?: (number | null)[];
  milestones: Record<string, { at: string } | null>;
  metrics: Record<string, { minutes: number | null } | null>;
  phases: { name: string; start: string; minutes: number }[];
};

/** How the reader is told: what of it, in which words, and since when it is new to them. */
export type Telling = ShareChoice & {
  /** Puts roles in place of names, where they are wanted. */
  reword: (text: string) => string;
  since?: number | undefined;
  /** When each entry of the record's lists was written down. */
  written?: { events: number[]; communications: number[]; actionItems: number[] };
};

/**
 * The record as it may be shared: fields are named one by one, e-mail addresses are hidden in every
 * text, and of what was said only what was said to the outside remains. Metadata, signals, the
 * resolution, deployments, people on call and owners have no way in, and money only where it is asked for.
 */
export function sharedIncident(
  record: IncidentRecord,
  derived: Derived,
  telling: Telling,
): SharedIncident {
  const { incident } = record;
  const say = sayer(telling);
  const has = (section: ShareSection) => telling.sections.includes(section);
  const isSummarised = has("summary");
  return {
    key: incident.id,
    title: say(incident.title),
    severity: incident.severity,
    status: maskEmails(incident.status),
    milestones: isSummarised ? milestonesOf(derived) : [],
    metrics: isSummarised ? metricsOf(derived) : [],
    phases: isSummarised ? phasesOf(derived) : [],
    impact: isSummarised ? impactInWords(record, telling).map(say) : [],
    messages: has("updates") ? messagesOf(record, derived, telling) : [],
    events: has("timeline") ? eventsOf(record, telling) : [],
    actionItems: has("actions") ? actionsOf(record, telling) : [],
  };
}

const milestonesOf = ({ milestones }: Derived) =>
  Object.entries(milestones)
    .flatMap(([name, milestone]) => (milestone ? [{ name, at: msOf(milestone.at) }] : []))
    .toSorted(byTime);

const metricsOf = ({ metrics }: Derived) =>
  Object.entries(metrics).flatMap(([name, metric]) =>
    typeof metric?.minutes === "number" ? [{ name, minutes: metric.minutes }] : [],
  );

const phasesOf = ({ phases }: Derived) =>
  phases.map(({ name, start, minutes }) => ({ name, at: msOf(start), minutes }));

/** A text in the words that its readers are to be told it in. */
export function sayer({ reword, wording, showsMoney }: Telling): (text: string) => string {
  return (text) => {
    const worded = maskEmails(wording === "roles" ? reword(text) : text);
    return showsMoney ? worded : maskMoney(worded);
  };
}

const newsOf = (writtenAt: number | undefined, { since }: Telling): News =>
  since === undefined || writtenAt === undefined || writtenAt <= since ? {} : { isNew: true };

/**
 * May a row of the timeline be shared at all? What an imported record says may; what was written in the
 * portal only where its writer meant it for others too.
 */
export const mayBeShared = ({ origin, audience }: { origin: string; audience: Audience }) =>
  origin === "import" || audience !== "internal";

const msOf = (timestamp: string) => parseTime(timestamp) ?? 0;
const byTime = (a: { at: number }, b: { at: number }) => a.at - b.at;

/** What customers were told is repeated to the letter, but for addresses. */
function messagesOf(
  { communications }: IncidentRecord,
  { corrections = [] }: Derived,
  telling: Telling,
): SharedMessage[] {
  return (communications ?? [])
    .map((message, index) => ({ ...message, index, correctedAt: corrections[index] ?? undefined }))
    .filter(({ audience }) => audience === "external")
    .map(({ timestamp, message, correctedAt, index }) => {
      const { status, body } = splitStatus(message);
      const news = newsOf(correctedAt ?? telling.written?.communications[index], telling);
      return { at: msOf(timestamp), status, text: maskEmails(body), correctedAt, ...news };
    })
    .toSorted(byTime);
}

function eventsOf(record: IncidentRecord, telling: Telling): SharedEvent[] {
  const say = sayer(telling);
  const said = (text: string | null | undefined) => (text ? say(text) : undefined);
  const isLeftOut = leftOutEvents(record);
  return (record.events ?? [])
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => isLeftOut(event) === undefined)
    .map(({ event: { timestamp, type, actor, description }, index }) => ({
      at: msOf(timestamp),
      type: type ? maskEmails(type) : undefined,
      actor: said(actor),
      text: say(description),
      ...newsOf(telling.written?.events[index], telling),
    }))
    .toSorted(byTime);
}

/** Why an event of the record is not shared, whoever wrote it; `undefined` for one that may be. */
export function leftOutEvents({ communications }: IncidentRecord) {
  const internal = (communications ?? [])
    .filter(({ audience }) => audience !== "external")
    .map(({ message }) => squeeze(message));
  return (event: RecordEvent): string | undefined => {
    if (isCommunication(event)) return "It repeats a message.";
    return repeats(event.description, internal)
      ? "It says what an internal message says."
      : undefined;
  };
}

const actionsOf = ({ action_items: items }: IncidentRecord, telling: Telling): SharedAction[] =>
  (items ?? []).map(({ title, status, deadline }, index) => ({
    title: sayer(telling)(title),
    status: status ? maskEmails(status) : undefined,
    deadline: deadline ? maskEmails(deadline) : undefined,
    ...newsOf(telling.written?.actionItems[index], telling),
  }));

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
