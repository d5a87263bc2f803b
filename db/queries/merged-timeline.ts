import { orderedEvents } from "@/lib/domain/events";
import { interleave } from "@/lib/domain/merging";
import type { Viewer } from "@/lib/domain/viewer";
import { recordFrom } from "@/lib/record/rows";
import { listDuplicates } from "./merges";
import { listRows } from "./record";
import { timelineOf, type TimelineEntry } from "./timeline";

const UNMEASURED = {
  started: null,
  detected: null,
  declared: null,
  mitigated: null,
  resolved: null,
};

/**
 * The timeline with the rows of what was merged into the incident, by time. They are only shown: they
 * open no phase, end no silence and are kept where they came from.
 */
export function withDuplicates(
  viewer: Viewer,
  incidentId: number,
  own: TimelineEntry[],
): TimelineEntry[] {
  return interleave(
    own,
    listDuplicates(viewer, incidentId).flatMap(({ id, key }) => entriesOf(id, key)),
  );
}

function entriesOf(incidentId: number, key: string): TimelineEntry[] {
  const rows = listRows(incidentId);
  const entries = timelineOf({
    ordered: orderedEvents(recordFrom(rows)),
    events: rows.events,
    messages: rows.communications,
    milestones: UNMEASURED,
  });
  return entries.map((entry) => ({
    ...entry,
    seq: -entry.id, // numbers of its own incident would meet those of this one
    mergedFrom: { key, seq: entry.seq },
    isDecision: false,
    isPinned: false,
    editedAt: null,
    phase: undefined,
    gapBefore: undefined,
  }));
}
