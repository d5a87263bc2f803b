import { and, eq, max, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { alertDeliveries, alertSources } from "@/db/schema";
import type { Delivery } from "@/lib/alerts/delivery";
import type { AlertChange, Normalised } from "@/lib/domain/alerts/alert";
import type { DeliveryState } from "@/lib/domain/alerts/source";
import { applyAlertRules } from "./alert-rules";
import { markGroup, takeAlerts } from "./alerts";
import { recordAudit } from "./audit";

type Source = { id: number; serviceId: number | null };
type Kept = { id: number };
export type Taken = { state: DeliveryState; changes: AlertChange[] };

/** Who tells of alerts in the audit record. */
const MONITORING = "monitoring";

/**
 * Takes in what a source sent: the delivery as it came, the alerts in it, and what the rules make of them. One that
 * came before, by its number or because it changes nothing, is only counted.
 */
export function takeDelivery(
  source: Source,
  delivery: Delivery,
  read: Normalised,
  now: number,
): Taken {
  return transaction(() => {
    db().update(alertSources).set({ lastSeenAt: now }).where(eq(alertSources.id, source.id)).run();
    const before = findDelivery(source.id, delivery.id);
    const isDone = before && (delivery.isNumbered || read.is !== "alerts");
    if (isDone) return countRepeat(before, now);
    const id = insertDelivery(source.id, before ? numbered(delivery) : delivery, now);
    const taken = takeRead(source, id, read, now);
    if (!before || taken.changes.length > 0) return taken;
    db().delete(alertDeliveries).where(eq(alertDeliveries.id, id)).run();
    return countRepeat(before, now);
  });
}

/** Counts a delivery that was refused, without what it held: whoever sent it may be anybody. */
export function refuseDelivery(
  sourceId: number,
  { headers }: Pick<Delivery, "headers">,
  problem: string,
  now: number,
): void {
  transaction(() => {
    const id = `refused ${problem}`;
    const before = findDelivery(sourceId, id);
    if (before) countRepeat(before, now);
    else {
      const made = insertDelivery(sourceId, { id, headers, body: null }, now);
      settle(made, { state: "refused", problem, alertCount: 0 });
    }
  });
}

/** Takes in the alerts of a delivery that is kept: when it came, or once more. */
export function takeRead(source: Source, id: number, read: Normalised, now: number): Taken {
  if (read.is !== "alerts") {
    const state = read.is === "unknown" ? "unknown" : "ignored";
    settle(id, { state, problem: read.why, alertCount: 0 });
    if (state === "unknown") {
      recordAudit(MONITORING, "alert:unknown", `alert source ${source.id}`, { why: read.why });
    }
    return { state, changes: [] };
  }
  const changes = takeAlerts(source, id, read.alerts, now);
  const { groupKey, missing = 0 } = read.cut ?? {};
  if (groupKey !== undefined) markGroup(source.id, groupKey, missing > 0);
  const state = changes.length > 0 ? "taken" : "repeated";
  const problem = missing > 0 ? cutWords(missing) : null;
  settle(id, { state, problem, alertCount: read.alerts.length });
  if (changes.length > 0) applyAlertRules(changes, now);
  return { state, changes };
}

const cutWords = (missing: number) =>
  missing === 1
    ? "One alert of this group was cut from it."
    : `${missing} alerts of this group were cut from it.`;

const findDelivery = (sourceId: number, deliveryId: string): Kept | undefined =>
  db()
    .select({ id: alertDeliveries.id })
    .from(alertDeliveries)
    .where(and(eq(alertDeliveries.sourceId, sourceId), eq(alertDeliveries.deliveryId, deliveryId)))
    .get();

function insertDelivery(
  sourceId: number,
  { id, body, headers }: { id: string; body: Buffer | null; headers: Record<string, string> },
  now: number,
): number {
  const row = { sourceId, deliveryId: id, body, headers, state: "taken" } as const;
  return db()
    .insert(alertDeliveries)
    .values({ ...row, receivedAt: now, lastReceivedAt: now })
    .returning({ id: alertDeliveries.id })
    .get().id;
}

/** The same content once more, which means something else than the first time. */
function numbered(delivery: Delivery): Delivery {
  const last = db()
    .select({ id: max(alertDeliveries.id) })
    .from(alertDeliveries)
    .get();
  return { ...delivery, id: `${delivery.id} ${(last?.id ?? 0) + 1}` };
}

function countRepeat({ id }: Kept, now: number): Taken {
  db()
    .update(alertDeliveries)
    .set({ times: sql`${alertDeliveries.times} + 1`, lastReceivedAt: now })
    .where(eq(alertDeliveries.id, id))
    .run();
  return { state: "repeated", changes: [] };
}

type Settled = { state: DeliveryState; problem: string | null; alertCount: number };

function settle(id: number, settled: Settled): void {
  db().update(alertDeliveries).set(settled).where(eq(alertDeliveries.id, id)).run();
}
