import { toUtc } from "@/lib/domain/time";

/** The calendar day it is now in UTC, `2026-05-01`. */
export function utcToday(): string {
  return toUtc(Date.now()).slice(0, 10);
}

/** The moment it is now, in UTC milliseconds. */
export function utcNow(): number {
  return Date.now();
}
