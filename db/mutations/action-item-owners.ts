import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { accountIdsOf } from "@/db/queries/members";
import { actionItems } from "@/db/schema";
import { actionAddress } from "@/lib/domain/chip";
import type { Viewer } from "@/lib/domain/viewer";
import { notify } from "./notify";

/** Lets whoever was given an action item hear of it; part of a larger write. */
export function tellOwner(viewer: Viewer, id: number, now: number): void {
  const { incidentId, title, owner, version } = actionItems;
  const item = db()
    .select({ incidentId, title, owner, version })
    .from(actionItems)
    .where(eq(actionItems.id, id))
    .get();
  if (!item?.owner) return;
  notify(
    {
      ...{ is: "action.assigned", incidentId: item.incidentId, by: viewer },
      mark: `${id}-${item.version}`,
      to: accountIdsOf(item.owner),
      text: `${item.owner} owns the action item “${item.title}”.`,
      link: actionAddress(id),
    },
    now,
  );
}
