import { count, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { files } from "@/db/schema";
import { DomainError } from "@/lib/domain/error";
import { LARGEST_PICTURE, pictureNameOf, pictureTypeOf } from "@/lib/domain/picture";
import type { Viewer } from "@/lib/domain/viewer";
import { makeToken } from "@/lib/token";
import { recordAudit } from "./audit";
import { requireWritable, type IncidentRow } from "./entries";

const MOST_PICTURES = 1000;

export type PictureFile = { name: string; bytes: Uint8Array };

/** Keeps a picture for an incident's postmortem and answers its address. */
export function addPicture(
  viewer: Viewer,
  { key, ...picture }: PictureFile & { key: string },
): { publicId: string } {
  return transaction(() => {
    const incident = requireWritable(viewer, key);
    const { publicId } = keepPicture(viewer, incident, picture);
    recordAudit(
      viewer.name,
      "postmortem:add-picture",
      `incident ${key}`,
      { file: publicId },
      incident.id,
    );
    return { publicId };
  });
}

/** Stores a picture, which is what its content says and not its name. */
export function keepPicture(viewer: Viewer, incident: IncidentRow, { name, bytes }: PictureFile) {
  if (bytes.length > LARGEST_PICTURE) {
    throw new DomainError("This picture has more than 5 MB. Attach a smaller one.", "file");
  }
  const mediaType = pictureTypeOf(bytes);
  if (!mediaType) {
    throw new DomainError(
      "Only PNG, JPEG, GIF and WebP pictures can be attached. For anything else attach its address.",
      "file",
    );
  }
  if (countPictures(incident) >= MOST_PICTURES) {
    throw new DomainError(`An incident holds ${MOST_PICTURES} pictures at most.`, "file");
  }
  return db()
    .insert(files)
    .values({
      incidentId: incident.id,
      publicId: makeToken(),
      name: pictureNameOf(name, mediaType),
      mediaType,
      bytes: Buffer.from(bytes),
      uploadedBy: viewer.name,
    })
    .returning({ id: files.id, publicId: files.publicId })
    .get();
}

function countPictures({ id }: IncidentRow): number {
  const held = db().select({ count: count() }).from(files).where(eq(files.incidentId, id)).get();
  return held?.count ?? 0;
}
