import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { savedViews } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";

export type SavedView = ReturnType<typeof listSavedViews>[number];

/** The views of the list that this person saved, by name. */
export function listSavedViews({ userId }: Viewer) {
  const { id, name, query } = savedViews;
  return db()
    .select({ id, name, query })
    .from(savedViews)
    .where(eq(savedViews.userId, userId))
    .orderBy(asc(name))
    .all();
}
