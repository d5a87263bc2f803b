import { INCIDENT_STATUSES, type IncidentStatus } from "./incident";

/** Statuses with which an incident has ended. */
export const OVER_STATUSES: readonly string[] = ["resolved", "postmortem", "closed"];

/** True once an incident has ended, by its status or by its time of resolution. */
export function isOver(incident: { status: string; resolvedAt: number | null }): boolean {
  return incident.resolvedAt !== null || OVER_STATUSES.includes(incident.status);
}

/** True while people work on it: it has not ended, and it did not turn out to be another incident. */
export function isOpen(incident: {
  status: string;
  resolvedAt: number | null;
  mergedIntoId: number | null;
}): boolean {
  return !isOver(incident) && incident.mergedIntoId === null;
}

/**
 * The status to offer for the next public update: the present one until outsiders have been told of
 * it, then the one after it.
 */
export function nextStatus(status: string, lastTold: string | undefined): IncidentStatus {
  const present = INCIDENT_STATUSES.findIndex((known) => known === status);
  if (present === -1) return "investigating";
  const step = lastTold === status ? present + 1 : present;
  return INCIDENT_STATUSES[step] ?? "resolved";
}

/** The key after the highest of that year: INC-2026-0007. Keys of another form do not count. */
export function nextIncidentKey(year: number, keys: string[]): string {
  const form = new RegExp(`^INC-${year}-(\\d{4,})$`);
  let highest = 0n;
  for (const key of keys) {
    const number = BigInt(form.exec(key)?.[1] ?? 0);
    if (number > highest) highest = number;
  }
  return `INC-${year}-${String(highest + 1n).padStart(4, "0")}`;
}
