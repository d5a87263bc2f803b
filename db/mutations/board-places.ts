import { eq, sql, type SQL } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { visibleTo } from "@/db/queries/visibility";
import { actionItems, incidents } from "@/db/schema";
import { moveAmongAll, moveCard, settle, type Move } from "@/lib/domain/board";
import type { Viewer } from "@/lib/domain/viewer";

/** Closes the gaps that removed action items leave in the board's columns, and parts those that share a place. */
export function settlePositions(): void {
  transaction(() => {
    const before = boardRows();
    save(before, settle(before));
  });
}

/** Moves a card among all cards, inside the caller's transaction. Use `changeStatus` for another column. */
export function arrange(viewer: Viewer, move: Move): string | null {
  const before = boardRows();
  const all = settle(before);
  const after = moveCard(all, moveAmongAll(all, boardRows(visibleTo(viewer)), move));
  save(before, after);
  return after.find(({ id }) => id === move.id)?.status ?? null;
}

type BoardRow = ReturnType<typeof boardRows>[number];

function boardRows(which?: SQL) {
  const { id, status, position } = actionItems;
  return db()
    .select({ id, status, position })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, actionItems.incidentId))
    .where(which)
    .all();
}

function save(before: BoardRow[], after: BoardRow[]): void {
  const update = db()
    .update(actionItems)
    .set({
      status: sql`${sql.placeholder("status")}`,
      position: sql`${sql.placeholder("position")}`,
    })
    .where(eq(actionItems.id, sql.placeholder("id")))
    .prepare();
  for (const [i, row] of after.entries()) if (row !== before[i]) update.run(row);
}
