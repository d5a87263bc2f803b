import { ne } from "drizzle-orm";
import { db } from "@/db/client";
import { pageZone } from "@/db/queries/maintenances";
import { maintenances } from "@/db/schema";
import type { ComponentStatus } from "@/lib/domain/component";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { overlapping, windowProblem, type Window } from "@/lib/domain/maintenance";
import { momentText } from "@/lib/status-page/moment-text";

/** When work is planned, and what of it the portal does by itself. */
export type Planned = Window & {
  title: string;
  startsItself: boolean;
  endsItself: boolean;
  /** Minutes before it begins. */
  remindBefore: number | null;
};

export type Plan = Planned & {
  /** How each component is meanwhile, by its id. */
  components: Partial<Record<string, ComponentStatus>>;
  /** Other work at the same time that the writer was told of, by public id. */
  seenOverlaps: string[];
};

export function requireWindow(window: Window, now: number): void {
  const problem = windowProblem(window, now);
  if (problem) throw new DomainError(problem, "until");
}

/** Other work at the same time is told of once, and done anyway when it is sent again. */
export function requireNoNewOverlap(window: Window, seen: string[], version?: number): void {
  const { publicId: id, title, scheduledFor, scheduledUntil, status } = maintenances;
  const others = db()
    .select({ id, title, scheduledFor, scheduledUntil })
    .from(maintenances)
    .where(ne(status, "completed"))
    .all();
  const found = overlapping(window, others);
  const unseen = found.filter((other) => !seen.includes(other.id));
  if (unseen.length === 0) return;
  const zone = pageZone();
  const named = unseen.map(
    (other) => `“${other.title}” from ${momentText(other.scheduledFor, zone)}`,
  );
  throw new ConflictError(
    `At the same time there is ${named.join(" and ")}. Send this again to have both.`,
    { version, overlaps: [...new Set([...seen, ...found.map((other) => other.id)])] },
  );
}

/** What an edit changes, as it was and as it is. */
export function changedIn(work: Planned, plan: Planned) {
  const keys = [
    "title",
    "scheduledFor",
    "scheduledUntil",
    "startsItself",
    "endsItself",
    "remindBefore",
  ] as const;
  const changed = keys.filter((key) => work[key] !== plan[key]);
  return {
    before: Object.fromEntries(changed.map((key) => [key, work[key]])),
    after: Object.fromEntries(changed.map((key) => [key, plan[key]])),
  };
}
