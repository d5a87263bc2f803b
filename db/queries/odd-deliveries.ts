import { count, desc, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { alertDeliveries } from "@/db/schema";

/** Deliveries of which no alert came, though one may have been meant. */
const ODD = inArray(alertDeliveries.state, ["unknown", "refused"]);

/** What sources sent and nobody here understood or let in, the last first, without what it held. */
export function listOddDeliveries({ page, perPage }: { page: number; perPage: number }) {
  const { id, sourceId, receivedAt, lastReceivedAt, times, state, problem } = alertDeliveries;
  return db()
    .select({
      ...{ id, sourceId, receivedAt, lastReceivedAt, times, state, problem },
      alertCount: alertDeliveries.alertCount,
    })
    .from(alertDeliveries)
    .where(ODD)
    .orderBy(desc(lastReceivedAt), desc(id))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all();
}

export const countOddDeliveries = (): number =>
  db().select({ count: count() }).from(alertDeliveries).where(ODD).get()?.count ?? 0;
