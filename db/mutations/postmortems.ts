import { db, transaction } from "@/db/client";
import { getPostmortem, getRevision } from "@/db/queries/postmortems";
import { postmortemRevisions, postmortems } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { fitsPostmortem } from "@/lib/domain/postmortem";
import type { Viewer } from "@/lib/domain/viewer";
import { textProblem } from "@/lib/record/text";
import { recordAudit } from "./audit";
import { requireIncident } from "./entries";

export type PostmortemEdit = {
  key: string;
  body: string;
  /** The version that the writer started from; 0 where nothing was saved yet. */
  baseVersion: number;
};

type Stored = NonNullable<ReturnType<typeof getPostmortem>>;

/**
 * Saves a text as the next version and keeps it as a revision. A text that stands there already stays
 * the version that it is. When someone saved since `baseVersion`, nothing changes and the ConflictError
 * carries what stands there now.
 */
export function savePostmortem(
  viewer: Viewer,
  { key, body, baseVersion }: PostmortemEdit,
  now = Date.now(),
): Omit<Stored, "id"> {
  const text = storable(body);
  return transaction(() => {
    const incident = requireIncident(viewer, key);
    const stored = getPostmortem(incident.id);
    if (stored?.body === text) return stored;
    if ((stored?.version ?? 0) !== baseVersion) {
      throw new ConflictError(
        stored
          ? `${stored.updatedBy} saved this postmortem while you were writing.`
          : "This postmortem was removed while you were writing.",
        stored,
      );
    }

    const saved = {
      body: text,
      version: baseVersion + 1,
      updatedBy: viewer.name,
      updatedAt: now,
    };
    const { id } = db()
      .insert(postmortems)
      .values({ incidentId: incident.id, ...saved })
      .onConflictDoUpdate({ target: postmortems.incidentId, set: saved })
      .returning({ id: postmortems.id })
      .get();
    db()
      .insert(postmortemRevisions)
      .values({
        postmortemId: id,
        version: saved.version,
        body: text,
        author: viewer.name,
        createdAt: now,
      })
      .run();
    recordAudit(
      viewer.name,
      "postmortem:edit",
      `incident ${key}`,
      { version: saved.version },
      incident.id,
    );
    return saved;
  });
}

/** Saves the text of an earlier version anew; nothing of the versions since is lost. */
export function restoreRevision(
  viewer: Viewer,
  { key, version, baseVersion }: { key: string; version: number; baseVersion: number },
) {
  return transaction(() => {
    const revision = getRevision(requireIncident(viewer, key).id, version);
    if (!revision) throw new NotFoundError("This version is not there.");
    return savePostmortem(viewer, { key, body: revision.body, baseVersion });
  });
}

function storable(body: string): string {
  const text = body.replace(/\r\n?/g, "\n");
  if (!fitsPostmortem(text)) {
    throw new DomainError(
      "The text is longer than 256 KB. Shorten it, or link to what it repeats.",
    );
  }
  const problem = textProblem(text);
  if (problem) throw new DomainError(`The text ${problem}.`);
  return text;
}
