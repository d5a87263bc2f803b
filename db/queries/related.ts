import { rankDeployments } from "@/lib/domain/deployments";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import { listEarlier } from "./earlier-incidents";
import type { IncidentDetail } from "./incident-detail";
import { listLinks, listOngoing } from "./incident-links";
import { findMerge, listDuplicates } from "./merges";
import { listOthers } from "./named-incidents";

export type Related = ReturnType<typeof getRelated>;

/** What an incident has to do with others, and what was deployed around it. */
export function getRelated(viewer: Viewer, { incident, record, milestones }: IncidentDetail) {
  const { id } = incident;
  const find = (name: string) => milestones.find((milestone) => milestone.name === name);
  const detectedAt = find("detected")?.source?.at;
  const reference =
    detectedAt === undefined
      ? ({ at: incident.declaredAt, word: "declaration" } as const)
      : ({ at: detectedAt, word: "detection" } as const);
  return {
    merge: findMerge(viewer, id),
    duplicates: listDuplicates(viewer, id),
    links: listLinks(viewer, id),
    ongoing: listOngoing(viewer, record.context),
    earlier: listEarlier(viewer, { ...incident, resolution: record.resolution }),
    deployments: {
      ...rankDeployments(record, reference),
      reference,
      /** What was picked as the start: `deployment:0`. */
      picked: find("started")?.pick?.candidate,
    },
    others: can(viewer, "incident:link") ? listOthers(viewer, id) : [],
  };
}
