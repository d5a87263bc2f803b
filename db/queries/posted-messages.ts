import { audienceOf } from "@/lib/domain/promises";
import { listCommunicationRows } from "./record";
import { listPublishable } from "./status-page";

/** An incident's messages by time, each with what it is on the public page. */
export function listPostedMessages(incidentId: number) {
  const published = new Map(
    listPublishable(incidentId).map(({ seq, updateId, status }) => [seq, { updateId, status }]),
  );
  return listCommunicationRows(incidentId)
    .map(({ seq, at, audience, message, nextUpdateDueAt, editedAt, version }) => {
      const page = published.get(seq);
      return {
        seq,
        at,
        audience: audienceOf(audience),
        message,
        nextUpdateDueAt,
        correctedAt: editedAt,
        version,
        publicId: page?.updateId ?? null,
        publicStatus: page?.updateId ? page.status : null,
      };
    })
    .toSorted((a, b) => a.at - b.at);
}
