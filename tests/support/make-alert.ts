import { db } from "@/db/client";
import { alertRules, alerts, alertSources } from "@/db/schema";

type NewAlert = typeof alerts.$inferInsert;
type NewRule = typeof alertRules.$inferInsert;

/** Monday, 5 January 2026, ten o'clock: when made alerts fire. */
export const FIRED = Date.UTC(2026, 0, 5, 10);

let made = 0;

export function makeSource(overrides: Partial<typeof alertSources.$inferInsert> = {}) {
  made += 1;
  return db()
    .insert(alertSources)
    .values({
      kind: "alertmanager",
      name: `Source ${made}`,
      keyHash: `hash ${process.pid} ${made}`,
      keyEnding: "abcd",
      settings: {},
      createdBy: "Ada",
      ...overrides,
    })
    .returning()
    .get();
}

/** A firing alert that waits, of the source given or of one of its own. */
export function makeAlert(overrides: Partial<NewAlert> = {}) {
  made += 1;
  return db()
    .insert(alerts)
    .values({
      sourceId: overrides.sourceId ?? makeSource().id,
      dedupeKey: `key ${made}`,
      status: "firing",
      title: "Pool is saturated",
      labels: { alertname: "PoolSaturated" },
      startsAt: FIRED,
      firstSeenAt: FIRED,
      lastSeenAt: FIRED,
      ...overrides,
    })
    .returning()
    .get();
}

/** A rule for every alert that declares an incident, unless the test says otherwise. */
export function makeRule(overrides: Partial<NewRule> = {}) {
  made += 1;
  return db()
    .insert(alertRules)
    .values({
      position: made,
      name: `Rule ${made}`,
      deed: "declare",
      titleTemplate: "{title}",
      joins: "service",
      closes: "timeline",
      createdBy: "Ada",
      ...overrides,
      conditions: overrides.conditions ?? { sources: [], labels: [], services: [], severities: [] },
    })
    .returning()
    .get();
}
