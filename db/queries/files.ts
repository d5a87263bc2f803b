import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { files, incidents } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

/** An attached picture at its address, if this person may know of its incident. */
export function findFile(viewer: Viewer, publicId: string) {
  const { name, mediaType, bytes } = files;
  return db()
    .select({ name, mediaType, bytes })
    .from(files)
    .innerJoin(incidents, eq(incidents.id, files.incidentId))
    .where(and(eq(files.publicId, publicId), visibleTo(viewer)))
    .get();
}
