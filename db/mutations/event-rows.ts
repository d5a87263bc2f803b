import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import { EARLIEST, LATEST } from "@/lib/domain/time";
import { wholeSecond, type IncidentRow } from "./entries";

export type EventRow = typeof events.$inferSelect;

const CLOCKS_DIFFER_BY = 60_000;

/** The incident's event of this number. */
export function requireEvent({ id, key }: IncidentRow, seq: number): EventRow {
  const event = db()
    .select()
    .from(events)
    .where(and(eq(events.incidentId, id), eq(events.seq, seq)))
    .get();
  if (!event) throw new NotFoundError(`There is no event ${seq} in ${key}.`);
  return event;
}

/** The second at which something happened: one that has passed, within the years that a record knows. */
export function timeOfEvent(at: number, now: number): number {
  const second = wholeSecond(at);
  if (second < EARLIEST || second >= LATEST) {
    throw new DomainError("Choose a time between the years 1970 and 2100.", "at");
  }
  if (second > now + CLOCKS_DIFFER_BY) {
    throw new DomainError(
      "That time is yet to come. A timeline tells what has happened; keep a plan as an action.",
      "at",
    );
  }
  return second;
}
