import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { listNextUpdates } from "@/db/queries/next-updates";
import { incidents } from "@/db/schema";
import { SEVERITIES } from "@/lib/domain/incident";
import { toUtc } from "@/lib/domain/time";
import { notify } from "./notify";

const MINUTE = 60_000;
const SOON = 5 * MINUTE;
/** What was promised for longer ago is no news: the portal stood still, or the incident came from elsewhere. */
const STALE = 60 * MINUTE;

/** Lets people and channels hear of open incidents whose next update is due soon or late, each promise once. */
export function tellOfPromises(now: number): void {
  const { id, key, title, severity, status, declaredAt, resolvedAt, mergedIntoId } = incidents;
  const open = db()
    .select({ id, key, title, severity, status, declaredAt, resolvedAt, mergedIntoId })
    .from(incidents)
    .where(and(inArray(incidents.urgency, [...SEVERITIES]), eq(incidents.isDemo, false)))
    .all();
  for (const [incidentId, dueAt] of listNextUpdates(open)) {
    if (dueAt - SOON > now || dueAt + STALE < now) continue;
    const time = `${toUtc(dueAt).slice(11, 16)} UTC`;
    const news =
      dueAt > now
        ? ({ is: "promise.due_soon", text: `The next update is due at ${time}.` } as const)
        : ({ is: "promise.missed", text: `The next update was due at ${time}.` } as const);
    notify({ ...news, incidentId, mark: dueAt, by: { name: "system" } }, now);
  }
}
