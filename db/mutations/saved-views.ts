import { and, count, eq, ne } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { savedViews } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { incidentFilterQuery, parseIncidentFilters } from "@/lib/domain/incident-filters";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

const MOST_VIEWS = 30;

/** Keeps a list's filters under a name; the same name again means other filters. Answers their query. */
export function saveView(
  viewer: Viewer,
  { name, query: asked }: { name: string; query: string },
): { query: string } {
  const params = Object.fromEntries(new URLSearchParams(asked));
  const query = incidentFilterQuery({ ...parseIncidentFilters(params), page: 1 });
  const { userId } = viewer;
  return transaction(() => {
    const others = db()
      .select({ n: count() })
      .from(savedViews)
      .where(and(eq(savedViews.userId, userId), ne(savedViews.name, name)))
      .get();
    if ((others?.n ?? 0) >= MOST_VIEWS) {
      throw new DomainError(`You have ${MOST_VIEWS} saved views. Delete one first.`);
    }
    db()
      .insert(savedViews)
      .values({ userId, name, query })
      .onConflictDoUpdate({ target: [savedViews.userId, savedViews.name], set: { query } })
      .run();
    recordAudit(viewer.name, "view:save", `view ${name}`, { query });
    return { query };
  });
}

/** Forgets one of this person's views. */
export function deleteView(viewer: Viewer, { id }: { id: number }): void {
  transaction(() => {
    const deleted = db()
      .delete(savedViews)
      .where(and(eq(savedViews.id, id), eq(savedViews.userId, viewer.userId)))
      .returning({ name: savedViews.name })
      .get();
    if (!deleted) throw new NotFoundError("This view is not there any more.");
    recordAudit(viewer.name, "view:delete", `view ${deleted.name}`);
  });
}
