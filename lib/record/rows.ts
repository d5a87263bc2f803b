import type {
  IncidentRecord,
  JsonObject,
  RecordActionItem,
  RecordCommunication,
  RecordContext,
  RecordEvent,
  RecordImpact,
  RecordParticipant,
  RecordResolution,
  RecordSignals,
} from "@/lib/domain/record";
import type { Severity } from "@/lib/domain/incident";
import { parseTime } from "@/lib/domain/time";
import { isObject } from "./path";

export const LISTS = ["events", "communications", "action_items", "participants"] as const;

type Sourced = { source: JsonObject | null };

export type IncidentColumns = Sourced & {
  key: string;
  title: string;
  severity: Severity;
  status: string;
  declaredAt: number;
  declaredAtText: string;
  resolvedAt: number | null;
  resolvedAtText: string | null;
  commander: string | null;
  service: string | null;
  affectedServices: string[] | null;
  impact: RecordImpact | null;
  signals: RecordSignals | null;
  context: RecordContext | null;
  resolution: RecordResolution | null;
};

export type EventColumns = Sourced & {
  at: number;
  timestamp: string;
  type: string | null;
  actor: string | null;
  description: string;
  metadata: JsonObject | null;
};

export type CommunicationColumns = Sourced & {
  at: number;
  timestamp: string;
  channel: string | null;
  audience: string | null;
  message: string;
};

export type ActionItemColumns = Sourced & {
  title: string;
  owner: string | null;
  priority: string | null;
  deadline: string | null;
  type: string | null;
  status: string | null;
};

export type ParticipantColumns = Sourced & { name: string; role: string | null };

/** What the tables hold of one incident, its lists in the record's order. */
export type RecordRows = {
  incident: IncidentColumns;
  events: EventColumns[];
  communications: CommunicationColumns[];
  actionItems: ActionItemColumns[];
  participants: ParticipantColumns[];
};

export function incidentColumns(record: IncidentRecord): IncidentColumns {
  const { incident } = record;
  return {
    key: incident.id,
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    declaredAt: instantOf(incident.declared_at),
    declaredAtText: incident.declared_at,
    resolvedAt: incident.resolved_at ? instantOf(incident.resolved_at) : null,
    resolvedAtText: incident.resolved_at ?? null,
    commander: incident.commander ?? null,
    service: incident.service ?? null,
    affectedServices: incident.affected_services ?? null,
    impact: record.impact ?? null,
    signals: record.signals ?? null,
    context: record.context ?? null,
    resolution: record.resolution ?? null,
    source: withoutLists(record),
  };
}

export const eventColumns = (event: RecordEvent): EventColumns => ({
  at: instantOf(event.timestamp),
  timestamp: event.timestamp,
  type: event.type ?? null,
  actor: event.actor ?? null,
  description: event.description,
  metadata: event.metadata ?? null,
  source: event,
});

export const communicationColumns = (message: RecordCommunication): CommunicationColumns => ({
  at: instantOf(message.timestamp),
  timestamp: message.timestamp,
  channel: message.channel ?? null,
  audience: message.audience ?? null,
  message: message.message,
  source: message,
});

export const actionItemColumns = (item: RecordActionItem): ActionItemColumns => ({
  title: item.title,
  owner: item.owner ?? null,
  priority: item.priority ?? null,
  deadline: item.deadline ?? null,
  type: item.type ?? null,
  status: item.status ?? null,
  source: item,
});

export const participantColumns = (participant: RecordParticipant): ParticipantColumns => ({
  name: participant.name,
  role: participant.role ?? null,
  source: participant,
});

/** The rows that a record becomes. */
export function rowsOf(record: IncidentRecord): RecordRows {
  return {
    incident: incidentColumns(record),
    events: (record.events ?? []).map(eventColumns),
    communications: (record.communications ?? []).map(communicationColumns),
    actionItems: (record.action_items ?? []).map(actionItemColumns),
    participants: (record.participants ?? []).map(participantColumns),
  };
}

export const eventOf = ({ source, ...row }: EventColumns): RecordEvent =>
  exported(source, {
    timestamp: row.timestamp,
    type: row.type,
    actor: row.actor,
    description: row.description,
    metadata: row.metadata,
  });

export const communicationOf = ({ source, ...row }: CommunicationColumns): RecordCommunication =>
  exported(source, {
    timestamp: row.timestamp,
    channel: row.channel,
    audience: row.audience,
    message: row.message,
  });

export const actionItemOf = ({ source, ...row }: ActionItemColumns): RecordActionItem =>
  exported(source, {
    title: row.title,
    owner: row.owner,
    priority: row.priority,
    deadline: row.deadline,
    type: row.type,
    status: row.status,
  });

export const participantOf = ({ source, ...row }: ParticipantColumns): RecordParticipant =>
  exported(source, { name: row.name, role: row.role });

/** The record that rows make: as it was imported, with what was edited since. */
export function recordFrom(rows: RecordRows): IncidentRecord {
  const { source, ...incident } = rows.incident;
  const listOf = <Item>(items: Item[], from: unknown) =>
    items.length > 0 || Array.isArray(from) ? items : undefined;

  return exported(source, {
    incident: exported(isObject(source?.incident) ? source.incident : null, {
      id: incident.key,
      title: incident.title,
      severity: incident.severity,
      status: incident.status,
      declared_at: incident.declaredAtText,
      resolved_at: incident.resolvedAtText,
      commander: incident.commander,
      service: incident.service,
      affected_services: incident.affectedServices,
    }),
    events: listOf(rows.events.map(eventOf), source?.events),
    communications: listOf(rows.communications.map(communicationOf), source?.communications),
    impact: incident.impact ?? undefined,
    signals: incident.signals ?? undefined,
    context: incident.context ?? undefined,
    resolution: incident.resolution ?? undefined,
    action_items: listOf(rows.actionItems.map(actionItemOf), source?.action_items),
    participants: listOf(rows.participants.map(participantOf), source?.participants),
  });
}

/** The source with each field as its column has it now; an empty column keeps the source's `null`. */
function exported<Fields extends JsonObject>(source: JsonObject | null, fields: Fields) {
  const result: JsonObject & Fields = { ...source, ...fields };
  for (const [field, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) continue;
    if (source?.[field] === null) Object.assign(result, { [field]: null });
    else Reflect.deleteProperty(result, field);
  }
  return result;
}

/** The document with its lists emptied: their entries are rows. */
export function withoutLists(record: IncidentRecord): JsonObject {
  const emptied = LISTS.flatMap((name) => (Array.isArray(record[name]) ? [[name, []]] : []));
  return { ...record, ...Object.fromEntries(emptied) };
}

function instantOf(timestamp: string): number {
  const at = parseTime(timestamp);
  if (at === undefined) throw new Error(`${timestamp} was not checked before it was stored.`);
  return Math.floor(at);
}
