import { asc, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { communications } from "@/db/schema";
import { isOpen } from "@/lib/domain/lifecycle";
import { promisesOf } from "@/lib/domain/promises";
import { toUtc } from "@/lib/domain/time";
import type { ListedIncident } from "./incidents";

type Running = Pick<
  ListedIncident,
  "id" | "key" | "title" | "severity" | "status" | "declaredAt" | "resolvedAt" | "mergedIntoId"
>;

/** When the next update of each open incident is due, by incident id; absent where none is promised. */
export function listNextUpdates(incidents: Running[]): ReadonlyMap<number, number> {
  const open = incidents.filter(isOpen);
  if (open.length === 0) return new Map();
  const messages = listMessages(open.map(({ id }) => id));
  return new Map(
    open.flatMap((incident): [number, number][] => {
      const own = messages.filter(({ incidentId }) => incidentId === incident.id);
      const dueAt = nextUpdateOf(incident, own);
      return dueAt === undefined ? [] : [[incident.id, dueAt]];
    }),
  );
}

type Message = ReturnType<typeof listMessages>[number];

function listMessages(incidentIds: number[]) {
  const { incidentId, timestamp, channel, audience, message, nextUpdateDueAt } = communications;
  return db()
    .select({ incidentId, timestamp, channel, audience, message, nextUpdateDueAt })
    .from(communications)
    .where(inArray(incidentId, incidentIds))
    .orderBy(asc(communications.ordinal), asc(communications.id))
    .all();
}

/** The earliest due time among the promises that still wait for their message. */
function nextUpdateOf(incident: Running, messages: Message[]): number | undefined {
  const { key, title, severity, status, declaredAt } = incident;
  const record = {
    incident: { id: key, title, severity, status, declared_at: toUtc(declaredAt) },
    communications: messages.map(({ timestamp, channel, audience, message }) => ({
      timestamp,
      channel,
      audience,
      message,
    })),
  };
  const nextUpdateDueAt = Object.fromEntries(
    messages.flatMap(({ nextUpdateDueAt: due }, index) => (due === null ? [] : [[index, due]])),
  );
  const waiting = promisesOf(record, { nextUpdateDueAt }).filter(
    ({ kind, state }) => kind === "update" && state === "open",
  );
  return waiting.length > 0 ? Math.min(...waiting.map(({ dueAt }) => dueAt)) : undefined;
}
