import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { countedText } from "@/lib/domain/alerts/words";
import { MONITORING } from "@/lib/domain/incident";
import type { JsonObject } from "@/lib/domain/record";
import { appendEvent, MOST_EVENTS, wholeSecond, type IncidentRow } from "./entries";

/** So many rows of alerts an incident's timeline has at most; one more row counts the rest. */
const MOST_ROWS = 20;

export type AlertNews = {
  at: number;
  type: "detection" | "alert";
  description: string;
  /** How many alerts it tells of; none where they are known already. */
  alerts?: number;
  by?: string;
};

/**
 * Writes on the timeline what became of alerts, or counts it in the row that stands for the rest. What a person
 * did always has a row of its own.
 */
export function tellOfAlerts(incident: Pick<IncidentRow, "id">, news: AlertNews): void {
  if (news.by !== undefined && news.by !== MONITORING) return append(incident, news);
  const rows = listRows(incident.id);
  if (rows.length < MOST_ROWS) return append(incident, news);
  const last = rows.at(-1);
  const counted = last?.metadata?.more;
  if (last && typeof counted === "number") countOn(last, counted + 1, news);
  else append(incident, news, { more: 1 });
}

function append(incident: Pick<IncidentRow, "id">, news: AlertNews, counting: JsonObject = {}) {
  if (isFull(incident.id)) return;
  const { at, type, description, alerts, by = MONITORING } = news;
  const metadata = { ...(alerts !== undefined && { alerts }), ...counting };
  appendEvent(incident, { at: wholeSecond(at), type, actor: by, description, metadata });
}

type CountedRow = ReturnType<typeof listRows>[number];

function countOn({ id, metadata }: CountedRow, more: number, news: AlertNews): void {
  const before = typeof metadata?.alerts === "number" ? metadata.alerts : 0;
  db()
    .update(events)
    .set({
      description: countedText(more, news.description),
      metadata: { alerts: before + (news.alerts ?? 0), more },
      version: sql`${events.version} + 1`,
      source: null,
    })
    .where(eq(events.id, id))
    .run();
}

/** The rows that the portal wrote about alerts, in the order of their writing. */
function listRows(incidentId: number) {
  const { id, metadata } = events;
  return db()
    .select({ id, metadata })
    .from(events)
    .where(
      and(
        eq(events.incidentId, incidentId),
        inArray(events.type, ["detection", "alert"]),
        eq(events.origin, "system"),
        eq(events.actor, MONITORING),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(MOST_ROWS + 1)
    .all();
}

/** True for a timeline that takes no more rows: what alerts do is then only on their page. */
const isFull = (incidentId: number) =>
  (db().select({ rows: count() }).from(events).where(eq(events.incidentId, incidentId)).get()
    ?.rows ?? 0) >= MOST_EVENTS;
