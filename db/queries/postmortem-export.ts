import type { IncidentRecord, JsonObject } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";
import { postmortemFile } from "@/lib/domain/postmortem-file";
import { toJson } from "@/lib/record/json";
import { getEdition, listEditions } from "./editions";
import { getPostmortem } from "./postmortems";
import { findIncidentByKey, recordOf } from "./record";
import { getStanding } from "./reviews";

/** The incident's record with its postmortem in it, under a key that an import keeps. */
export function exportWithPostmortem(viewer: Viewer, key: string): string | undefined {
  const incident = findIncidentByKey(viewer, key);
  if (!incident) return undefined;
  const record: IncidentRecord = recordOf(incident.id);
  const postmortem = postmortemOf(incident.id);
  return `${toJson(postmortem ? { ...record, postmortem } : record, { indent: 2 })}\n`;
}

function postmortemOf(incidentId: number): JsonObject | undefined {
  const stored = getPostmortem(incidentId);
  if (!stored) return undefined;
  return {
    state: getStanding(incidentId).state,
    body: stored.body,
    version: stored.version,
    updated_by: stored.updatedBy,
    updated_at: new Date(stored.updatedAt).toISOString(),
    editions: listEditions(incidentId).flatMap(({ number }) => {
      const edition = getEdition(incidentId, number);
      if (!edition) return [];
      return {
        number,
        version: edition.version,
        body: edition.body,
        note: edition.note,
        published_by: edition.publishedBy,
        published_at: new Date(edition.publishedAt).toISOString(),
      };
    }),
  };
}

/** A text as a Markdown file: an edition, or the text as it stands. */
export function exportMarkdown(
  viewer: Viewer,
  { key, edition: asked }: { key: string; edition: number | undefined },
): string | undefined {
  const incident = findIncidentByKey(viewer, key);
  if (!incident) return undefined;
  const about = { title: incident.title, key };
  if (asked !== undefined) {
    const edition = getEdition(incident.id, asked);
    return (
      edition &&
      postmortemFile(
        {
          ...about,
          edition: edition.number,
          published: new Date(edition.publishedAt).toISOString(),
        },
        edition.body,
      )
    );
  }
  const stored = getPostmortem(incident.id);
  const standing = stored && {
    ...about,
    version: stored.version,
    state: getStanding(incident.id).state,
  };
  return standing && postmortemFile(standing, stored.body);
}
