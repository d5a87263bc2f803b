import { handoverBrief } from "@/lib/domain/handover-brief";
import type { Viewer } from "@/lib/domain/viewer";
import { listActionItemsOf } from "./action-items";
import { listQuestions } from "./gap-questions";
import { getIncidentDetail } from "./incident-detail";
import { getRoles } from "./roles";

/** What whoever takes over command has to know of an incident; `undefined` where there is none. */
export function getHandover(viewer: Viewer, key: string, now = Date.now()) {
  const detail = getIncidentDetail(viewer, key);
  if (!detail) return undefined;
  const { incident, record, timeline, milestones, messages } = detail;
  const { roles } = getRoles(incident);
  const promises = messages.flatMap(({ seq, promises }) =>
    promises.filter(({ state }) => state === "open").map((promise) => ({ ...promise, seq })),
  );
  return {
    incident,
    roles,
    at: now,
    brief: handoverBrief(
      {
        incident,
        impact: record.impact ?? null,
        timeline,
        milestones,
        questions: listQuestions(incident.id),
        actionItems: listActionItemsOf(incident.id).map(({ person, owner, ...item }) => ({
          ...item,
          owner: person ?? owner,
        })),
        roles,
        promises,
      },
      now,
    ),
  };
}
