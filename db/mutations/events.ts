import { transaction } from "@/db/client";
import { DomainError } from "@/lib/domain/error";
import { EARLIEST, LATEST } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { rememberPeople } from "./directory";
import { appendEvent, requireIncident, wholeSecond } from "./entries";

export type NewEvent = {
  key: string;
  type: string;
  description: string;
  /** When it happened, in milliseconds; the present time when left out. */
  at?: number;
};

const CLOCKS_DIFFER_BY = 60_000;

/** Adds to the timeline what someone saw or did, now or earlier, and answers the event's number. */
export function addEvent(viewer: Viewer, event: NewEvent, now = Date.now()): { seq: number } {
  return transaction(() => {
    const incident = requireIncident(viewer, event.key);
    const at = wholeSecond(event.at ?? now);
    if (at < EARLIEST || at >= LATEST) {
      throw new DomainError("Choose a time between the years 1970 and 2100.");
    }
    if (at > now + CLOCKS_DIFFER_BY) {
      throw new DomainError(
        "That time is yet to come. A timeline tells what has happened; keep a plan as an action.",
      );
    }

    const { type, description } = event;
    const seq = appendEvent(incident, {
      at,
      type,
      actor: viewer.name,
      description,
      recordedBy: viewer.userId,
    });
    rememberPeople([viewer.name]);
    recordAudit(
      viewer.name,
      "incident:add-event",
      `incident ${incident.key}`,
      { seq, type },
      incident.id,
    );
    return { seq };
  });
}
