import { and, count, eq, inArray, notInArray } from "drizzle-orm";
import { db } from "@/db/client";
import { findRule } from "@/db/queries/alert-rules";
import { countAlertsOf, countOpenAlertsOf, type AlertRow } from "@/db/queries/alert-rows";
import { byIncident, familyOf, type FinalIncident } from "@/db/queries/alert-targets";
import { alerts, auditLog } from "@/db/schema";
import { endingOf } from "@/lib/domain/alerts/closing";
import type { Closes } from "@/lib/domain/alerts/rule";
import { allResolvedText } from "@/lib/domain/alerts/words";
import { MACHINE_ACTORS, MONITORING } from "@/lib/domain/incident";
import { isOver } from "@/lib/domain/lifecycle";
import { operator } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { tellOfAlerts } from "./alert-news";
import { resolveIncident } from "./incidents";
import { changeStatus } from "./status";

/** Looks at incidents of which alerts were resolved: where none goes on, the rule says what follows. */
export function endAlertsOf(resolved: AlertRow[], now: number): void {
  for (const { incident, rows } of byIncident(resolved)) endOf(incident, rows, now);
}

function endOf(incident: FinalIncident, rows: AlertRow[], now: number): void {
  const { id, key, status } = incident;
  recordAudit(MONITORING, "alert:change", `incident ${key}`, { resolved: rows.length }, id);
  const family = familyOf(id);
  if (countOpenAlertsOf(family) > 0 || isOver(incident)) return;

  const isCut = hasCutGroup(family);
  const isTouched = countDeeds(id) > 0;
  const ending = endingOf({ ...ruleOf(id, rows), isTouched, isCut, status });
  const said = allResolvedText(countAlertsOf(family), isCut);
  if (ending === "nothing") return;
  if (ending === "resolve") {
    resolveIncident(operator(MONITORING), { key, description: said }, now);
    return;
  }
  tellOfAlerts(incident, { at: now, type: "alert", description: said });
  if (ending === "monitoring") {
    changeStatus(operator(MONITORING), { key, status: "monitoring", seenStatus: status }, now);
  }
}

/** What follows: as the rule says that declared the incident, else the one that put the last alert there. */
function ruleOf(incidentId: number, rows: AlertRow[]) {
  const declaring = db()
    .select({ ruleId: alerts.ruleId })
    .from(alerts)
    .where(and(eq(alerts.incidentId, incidentId), eq(alerts.disposition, "declared")))
    .get();
  const ruleId = declaring?.ruleId ?? rows.at(-1)?.ruleId ?? null;
  const rule = ruleId === null ? undefined : findRule(ruleId);
  const wasDeclaredByRule = declaring !== undefined && declaring.ruleId !== null;
  const closes: Closes = rule?.closes ?? "timeline";
  return { closes, wasDeclaredByRule };
}

const hasCutGroup = (incidentIds: number[]): boolean =>
  db()
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(inArray(alerts.incidentId, incidentIds), eq(alerts.truncated, true)))
    .limit(1)
    .get() !== undefined;

/** How often somebody did something to the incident. */
const countDeeds = (incidentId: number): number =>
  db()
    .select({ deeds: count() })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.incidentId, incidentId),
        eq(auditLog.kind, "change"),
        notInArray(auditLog.actor, [...MACHINE_ACTORS]),
      ),
    )
    .get()?.deeds ?? 0;
