import { and, count, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { eventLinks, events, files } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { addressProblem } from "@/lib/domain/web-address";
import { recordAudit } from "./audit";
import { requireWritable, type IncidentRow } from "./entries";
import { requireEvent } from "./event-rows";
import { keepPicture, type PictureFile } from "./pictures";

const MOST_LINKS = 20;

export type NewLink = { key: string; seq: number; url: string; title: string };

/** Attaches an address elsewhere to a row of the timeline. */
export function linkEvent(viewer: Viewer, { key, seq, url, title }: NewLink): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const problem = addressProblem(url);
    if (problem) throw new DomainError(problem, "url");
    attach(viewer, incident, seq, { url, title });
  });
}

export type NewPicture = PictureFile & {
  key: string;
  seq: number;
  /** What it shows, in words; empty for one that says nothing of its own. */
  alt: string;
};

/** Attaches a picture, which is what its content says and not its name. */
export function attachPicture(viewer: Viewer, picture: NewPicture): void {
  const { key, seq, name, bytes, alt } = picture;
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const { id: fileId } = keepPicture(viewer, incident, { name, bytes });
    attach(viewer, incident, seq, { fileId, title: alt });
  });
}

type Attached = Pick<typeof eventLinks.$inferInsert, "url" | "fileId" | "title">;

function attach(viewer: Viewer, incident: IncidentRow, seq: number, link: Attached): void {
  const { id: eventId } = requireEvent(incident, seq);
  const held = db()
    .select({ count: count() })
    .from(eventLinks)
    .where(eq(eventLinks.eventId, eventId))
    .get();
  if ((held?.count ?? 0) >= MOST_LINKS) {
    throw new DomainError(`A row holds ${MOST_LINKS} links and pictures at most.`);
  }
  db()
    .insert(eventLinks)
    .values({ ...link, eventId, addedBy: viewer.name })
    .run();
  recordAudit(
    viewer.name,
    "incident:attach",
    `incident ${incident.key}`,
    { seq, as: link.url ? "link" : "picture" },
    incident.id,
  );
}

/** Takes away what this person attached; admins take away anything. A picture is gone with it. */
export function removeLink(viewer: Viewer, { key, id }: { key: string; id: number }): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const link = db()
      .select({
        seq: events.seq,
        fileId: eventLinks.fileId,
        addedBy: eventLinks.addedBy,
      })
      .from(eventLinks)
      .innerJoin(events, eq(events.id, eventLinks.eventId))
      .where(and(eq(eventLinks.id, id), eq(events.incidentId, incident.id)))
      .get();
    if (!link) throw new NotFoundError("This attachment is gone already.");
    if (link.addedBy !== viewer.name && viewer.role !== "admin") {
      throw new DomainError(`${link.addedBy} attached this. Only they or an admin can remove it.`);
    }
    db().delete(eventLinks).where(eq(eventLinks.id, id)).run();
    if (link.fileId !== null) db().delete(files).where(eq(files.id, link.fileId)).run();
    recordAudit(
      viewer.name,
      "incident:remove-attachment",
      `incident ${key}`,
      { seq: link.seq },
      incident.id,
    );
  });
}
