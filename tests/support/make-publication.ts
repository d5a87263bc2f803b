import { db } from "@/db/client";
import { communications, events, incidents } from "@/db/schema";
import type { Severity } from "@/lib/domain/incident";

let made = 0;

/** An incident's row without anything below it. */
export function makeIncidentRow(overrides: Partial<typeof incidents.$inferInsert> = {}) {
  made += 1;
  const severity: Severity = "SEV2";
  return db()
    .insert(incidents)
    .values({
      key: `INC-2026-${String(made).padStart(4, "0")}`,
      title: "Checkout is slow",
      severity,
      status: "investigating",
      declaredAt: Date.UTC(2026, 0, 5, 10),
      declaredAtText: "2026-01-05T10:00:00Z",
      origin: "portal",
      ...overrides,
    })
    .returning()
    .get();
}

/** A message for the public status page, unless the test says otherwise. */
export function makeCommunication(
  incidentId: number,
  overrides: Partial<typeof communications.$inferInsert> = {},
) {
  made += 1;
  const at = overrides.at ?? Date.UTC(2026, 0, 5, 10, made % 60);
  return db()
    .insert(communications)
    .values({
      incidentId,
      seq: made,
      ordinal: made,
      at,
      timestamp: new Date(at).toISOString(),
      channel: "status_page",
      audience: "external",
      message: "We are looking into it.",
      origin: "portal",
      ...overrides,
    })
    .returning()
    .get();
}

export function makeEventRow(
  incidentId: number,
  overrides: Partial<typeof events.$inferInsert> = {},
) {
  made += 1;
  const at = overrides.at ?? Date.UTC(2026, 0, 5, 10, made % 60);
  return db()
    .insert(events)
    .values({
      incidentId,
      seq: made,
      ordinal: made,
      at,
      timestamp: new Date(at).toISOString(),
      description: "Something happened.",
      origin: "portal",
      ...overrides,
    })
    .returning()
    .get();
}
