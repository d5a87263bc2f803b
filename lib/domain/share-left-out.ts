import type { IncidentRecord, RecordCommunication, RecordEvent } from "./record";
import type { ShareChoice } from "./share-choice";
import {
  leftOutEvents,
  type SharedEvent,
  type SharedIncident,
  type SharedMessage,
} from "./shared-incident";
import { parseTime } from "./time";

type Highlighted = { leftOut?: string };
/** An event of the record, and whether its row may be shared. */
export type Row = { event: RecordEvent; isShareable: boolean };

/** What a preview shows: what the reader sees, with what they do not see among it, as members read it. */
export type Preview = Omit<SharedIncident, "messages" | "events"> & {
  messages: (SharedMessage & Highlighted)[];
  events: (SharedEvent & Highlighted)[];
};

const NOT_CHOSEN = "This part is not shared.";

export function withLeftOut(
  shown: SharedIncident,
  { rows, record, choice }: { rows: Row[]; record: IncidentRecord; choice: ShareChoice },
): Preview {
  const hasTimeline = choice.sections.includes("timeline");
  const hasUpdates = choice.sections.includes("updates");
  const whyNot = leftOutEvents(record);
  const events = rows.flatMap(({ event, isShareable }) => {
    const why = !hasTimeline
      ? NOT_CHOSEN
      : isShareable
        ? whyNot(event)
        : "Its writer meant it for members.";
    return why === undefined ? [] : [{ ...eventOf(event), leftOut: why }];
  });
  const messages = (record.communications ?? []).flatMap((message) => {
    const why =
      message.audience === "external"
        ? hasUpdates
          ? undefined
          : NOT_CHOSEN
        : "It was said inside.";
    return why === undefined ? [] : [{ ...messageOf(message), leftOut: why }];
  });
  return {
    ...shown,
    events: [...shown.events, ...events].toSorted(byTime),
    messages: [...shown.messages, ...messages].toSorted(byTime),
  };
}

const eventOf = ({ timestamp, type, actor, description }: RecordEvent): SharedEvent => ({
  at: msOf(timestamp),
  type: type ?? undefined,
  actor: actor ?? undefined,
  text: description,
});

const messageOf = ({ timestamp, message }: RecordCommunication): SharedMessage => ({
  at: msOf(timestamp),
  status: undefined,
  text: message,
  correctedAt: undefined,
});

const msOf = (timestamp: string) => parseTime(timestamp) ?? 0;
const byTime = (a: { at: number }, b: { at: number }) => a.at - b.at;

/** What else the record holds that no link shows, or that this one does not, in a line each. */
export function leftOutFacts(record: IncidentRecord, choice: ShareChoice): string[] {
  const { resolution, signals, context, participants, incident, action_items: items } = record;
  const hasMoney =
    Boolean(record.impact?.revenue_impact) ||
    typeof resolution?.customer_impact?.revenue_impact_usd === "number";
  const lines = [
    !choice.sections.includes("summary") && "The summary: times, numbers, phases and impact",
    !choice.sections.includes("actions") && items?.length && `${items.length} action items`,
    resolution && "Root cause, contributing factors and the resolution",
    hasMoney && !choice.showsMoney && "What it cost; amounts of money in texts are hidden",
    signals && "Signals: error rate, latency, alerts, endpoints",
    context?.recent_deployments?.length && "Recent deployments",
    context?.on_call && "Who was on call",
    (participants?.length || incident.commander) && "Who took part, and who led",
    items?.some(({ owner }) => owner) && "Who owns the action items",
    choice.wording === "roles" && "Names of people: roles stand in their place",
    "E-mail addresses, and metadata of events",
  ];
  return lines.flatMap((line) => (line ? [line] : []));
}
