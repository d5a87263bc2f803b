import { eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { countAlertsOf, type AlertRow } from "@/db/queries/alert-rows";
import { finalIncident } from "@/db/queries/alert-targets";
import { alerts, incidents } from "@/db/schema";
import { signalsWith } from "@/lib/domain/alerts/signals";
import { attachedText, firedText } from "@/lib/domain/alerts/words";
import type { Disposition } from "@/lib/domain/alerts/alert";
import { MONITORING } from "@/lib/domain/incident";
import { recordAudit } from "./audit";
import { changeIncident } from "./entries";
import { tellOfAlerts } from "./alert-news";

type Joined = {
  /** Who put them there: a person, or monitoring. */
  by: string;
};

/** Has an incident's timeline, its signals and the audit record tell of alerts that are on it now. */
export function tellOfJoined(
  incidentId: number,
  rows: AlertRow[],
  { by }: Joined,
  now: number,
): void {
  const incident = finalIncident(incidentId);
  if (!incident) return;
  fillSignals(incidentId, rows);
  const at = earliestOf(rows, now);
  tellOfAlerts(incident, {
    at,
    type: at <= incident.declaredAt ? "detection" : "alert",
    description: by === MONITORING ? firedText(rows) : attachedText(rows),
    alerts: rows.length,
    by,
  });
  const detail = { alerts: rows.length, first: rows[0]?.id ?? 0 };
  recordAudit(by, "alert:attach", `incident ${incident.key}`, detail, incident.id);
}

type Marking = Joined & { ruleId: number | null; disposition: Disposition };

export function markAttached(
  incidentId: number,
  rows: AlertRow[],
  { by, ruleId, disposition }: Marking,
): void {
  const decidedBy = by === MONITORING ? null : by;
  const ids = rows.map(({ id }) => id);
  const change = { incidentId, disposition, ruleId, decidedBy, reason: null, mutedUntil: null };
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    db()
      .update(alerts)
      .set(change)
      .where(inArray(alerts.id, ids.slice(from, from + AT_ONCE)))
      .run();
  }
}

const AT_ONCE = 500;

/** Counts an incident’s alerts in its record as they came or went, unless a person stated another number. */
export function fillSignals(incidentId: number, added: AlertRow[], change = added.length): void {
  const incident = db().select().from(incidents).where(eq(incidents.id, incidentId)).get();
  if (!incident) return;
  const after = countAlertsOf([incidentId]);
  const names = added.map(({ labels, title }) => labels.alertname || title);
  const counts = { before: after - change, after };
  changeIncident(incident, { signals: signalsWith(incident.signals, counts, names) });
}

const LONGEST_AGO = 7 * 24 * 3_600_000;

/** When the first of them began, as far as that can be believed. */
export function earliestOf(rows: AlertRow[], now: number): number {
  const first = Math.min(now, ...rows.map(({ startsAt }) => startsAt));
  return Math.max(first, now - LONGEST_AGO);
}
