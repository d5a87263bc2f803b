import { count } from "drizzle-orm";
import { db } from "@/db/client";
import { alertDeliveries, alerts } from "@/db/schema";

/** How many deliveries of alerts there are of each state, and how many alerts of each status. */
export function alertNumbers() {
  const { state } = alertDeliveries;
  const { status } = alerts;
  return {
    deliveries: db()
      .select({ of: state, count: count() })
      .from(alertDeliveries)
      .groupBy(state)
      .all(),
    alerts: db().select({ of: status, count: count() }).from(alerts).groupBy(status).all(),
  };
}
