import { outsideSource } from "@/db/queries/publication";
import { findIncidentByKey } from "@/db/queries/record";
import { DomainError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { readMarkdown } from "@/lib/markdown/read";

/** A text that takes too long to be laid out in its thread would hold up everybody here. */
export async function requireLayable(viewer: Viewer, key: string): Promise<void> {
  const incident = findIncidentByKey(viewer, key);
  const source = incident && outsideSource(incident.id);
  const reading = source && (await readMarkdown(source.body));
  if (reading && "reason" in reading) {
    throw new DomainError(`This text can go to members only, because ${reading.reason}.`);
  }
}
