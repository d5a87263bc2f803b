import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { applyAlertRules } from "@/db/mutations/alert-rules";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { countIncidentAlerts, listIncidentAlerts } from "@/db/queries/alerts";
import { alerts, incidents } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { FIRED, makeRule, makeSource } from "../support/make-alert";

freshDatabase();

const grace = makeViewer();
const BATCH = 250;

/** A delivery of many alerts of one group, as one transaction takes them. */
function deliver(sourceId: number, number: number): void {
  const at = FIRED + number * 1000;
  const values = Array.from({ length: BATCH }, (_, place) => ({
    sourceId,
    dedupeKey: `instance ${number} ${place}`,
    groupKey: "pool",
    status: "firing" as const,
    title: `Pool of instance ${number * BATCH + place} is full`,
    labels: { alertname: "PoolFull", instance: `db-${number}-${place}` },
    startsAt: at,
    firstSeenAt: at,
    lastSeenAt: at,
  }));
  const rows = db().insert(alerts).values(values).returning({ id: alerts.id }).all();
  applyAlertRules(
    rows.map(({ id }) => ({ alertId: id, change: "new" })),
    at,
  );
}

describe("5,000 alerts of one group", () => {
  test("are one incident with a short timeline and pages of alerts", { timeout: 120_000 }, () => {
    makeRule({ joins: "group" });
    const { id: sourceId } = makeSource();
    for (let number = 0; number < 20; number += 1) {
      db()
        .$client.transaction(() => deliver(sourceId, number))
        .immediate();
    }

    const [incident, ...others] = db().select().from(incidents).all();
    expect(others).toEqual([]);
    expect(incident?.signals).toMatchObject({ alert_count: 5000, alert_names: ["PoolFull"] });
    const detail = getIncidentDetail(grace, incident?.key ?? "");
    expect(detail?.timeline.length).toBeLessThan(30);
    expect(detail?.record.events?.at(-1)?.metadata).toEqual({ alerts: 250, more: 1 });
    const id = incident?.id ?? 0;
    expect(countIncidentAlerts(grace, id)).toEqual({ open: 5000, resolved: 0, all: 5000 });
    expect(listIncidentAlerts(grace, id, { page: 250, perPage: 20 })).toHaveLength(20);
  });
});
