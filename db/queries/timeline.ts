import { listCommunicationRows, listEventRows } from "@/db/queries/record";
import { isDecision, type OrderedEvent } from "@/lib/domain/events";
import { gapsOf } from "@/lib/domain/gaps";
import { MILESTONES, type Milestones } from "@/lib/domain/milestones";
import { phaseOpenedBy, type PhaseName } from "@/lib/domain/phases";
import { joinCommunications } from "@/lib/domain/timeline";

type EventRow = ReturnType<typeof listEventRows>[number];
type MessageRow = ReturnType<typeof listCommunicationRows>[number];

/** Where a row is kept that another incident brought along. */
export type MergedFrom = { key: string; seq: number };

export type TimelineEntry = ReturnType<typeof timelineOf>[number] & { mergedFrom?: MergedFrom };

type Sources = {
  ordered: OrderedEvent[];
  events: EventRow[];
  messages: MessageRow[];
  milestones: Milestones;
};

const WRITTEN_AT_ONCE = 5 * 60_000;

/** The events by time, each with what the portal knows about it and the message that it repeats. */
export function timelineOf({ ordered, events, messages, milestones }: Sources) {
  const joined = joinCommunications(events, messages);
  const silences = new Map(gapsOf(ordered).map(({ end, minutes }) => [end, minutes]));
  const phases = new Set<PhaseName>();
  return ordered.flatMap((entry, position) => {
    const row = events[entry.index];
    if (!row) return [];
    const { id, seq, type, actor, description, metadata, recordedAt, origin } = row;
    const { recordedBy, audience, isPinned, version, editedAt } = row;
    const opened = phaseOpenedBy(type);
    const phase = opened && !phases.has(opened) ? opened : undefined;
    if (phase) phases.add(phase);
    const message = messages[joined.get(entry.index) ?? -1];
    return {
      id,
      seq,
      at: entry.at,
      type,
      actor,
      description,
      metadata,
      recordedAt,
      origin,
      recordedBy,
      audience,
      isPinned,
      version,
      editedAt,
      wasBackdated: origin === "portal" && recordedAt - entry.at > WRITTEN_AT_ONCE,
      isDecision: isDecision(entry),
      milestones: MILESTONES.filter((name) => milestones[name]?.event === position),
      communication: message && {
        seq: message.seq,
        audience: message.audience,
        message: message.message,
      },
      /** The phase that begins here. */
      phase,
      /** The minutes of silence that this event ended. */
      gapBefore: ordered[position - 1]?.at === entry.at ? undefined : silences.get(entry.at),
    };
  });
}
