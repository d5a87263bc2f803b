import { transaction } from "@/db/client";
import type { Audience } from "@/lib/domain/incident";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { rememberPeople } from "./directory";
import { appendEvent, requireWritable } from "./entries";
import { timeOfEvent } from "./event-rows";

export type NewEvent = {
  key: string;
  type: string;
  description: string;
  /** When it happened, in milliseconds; the present time when left out. */
  at?: number;
  /** Who may see the row, at most; people of the portal when left out. */
  audience?: Audience;
};

/** Adds to the timeline what someone saw or did, now or earlier, and answers the event's number. */
export function addEvent(viewer: Viewer, event: NewEvent, now = Date.now()): { seq: number } {
  return transaction(() => {
    const incident = requireWritable(viewer, event.key);
    const at = timeOfEvent(event.at ?? now, now);
    const { type, description, audience } = event;
    const seq = appendEvent(incident, {
      at,
      type,
      actor: viewer.name,
      description,
      recordedBy: viewer.userId,
      audience,
    });
    rememberPeople([viewer.name], { isPrivate: incident.isPrivate });
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
