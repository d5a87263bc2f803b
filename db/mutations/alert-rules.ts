import { and, countDistinct, eq, gt, inArray, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { listActiveRules, type AlertRule } from "@/db/queries/alert-rules";
import { listAlertRows, type AlertRow } from "@/db/queries/alert-rows";
import {
  byIncident,
  finalIncident,
  findLike,
  findSame,
  likenessOf,
} from "@/db/queries/alert-targets";
import { alerts, incidents } from "@/db/schema";
import type { AlertChange } from "@/lib/domain/alerts/alert";
import { ruleFor, severityFrom, STORM, titleFrom } from "@/lib/domain/alerts/rule";
import { firedAgainText, firedText } from "@/lib/domain/alerts/words";
import { MONITORING } from "@/lib/domain/incident";
import { isOpen } from "@/lib/domain/lifecycle";
import { operator } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { earliestOf, fillSignals, markAttached, tellOfJoined } from "./alert-attachments";
import { endAlertsOf } from "./alert-endings";
import { tellOfAlerts } from "./alert-news";
import { tellOfWaiting } from "./alert-waiting";
import { requireIncident } from "./entries";
import { declareIncident } from "./incidents";

/** Decides what becomes of alerts that changed, within the transaction that took them in. */
export function applyAlertRules(changes: AlertChange[], now: number): void {
  const rows = new Map(
    listAlertRows(changes.map(({ alertId }) => alertId)).map((row) => [row.id, row]),
  );
  const of = (...kinds: AlertChange["change"][]) =>
    changes.flatMap(({ alertId, change }) =>
      kinds.includes(change) ? (rows.get(alertId) ?? []) : [],
    );

  const undecided = of("new", "reopened", "severity").filter(isUndecided);
  if (undecided.length > 0) {
    decide(undecided, now);
    tellOfWaiting(undecided, now);
  }
  tellOfReopened(
    of("reopened").filter((alert) => !isUndecided(alert)),
    now,
  );
  endAlertsOf(of("resolved"), now);
  if (rows.size > 0) recordAudit(MONITORING, "alert:change", "alerts", { alerts: rows.size });
}

/** True for what goes on, belongs to no incident that does, and about which no person decided. */
function isUndecided({ status, incidentId, decidedBy }: AlertRow): boolean {
  if (status === "resolved") return false;
  if (incidentId === null) return decidedBy === null;
  const incident = finalIncident(incidentId);
  return incident === undefined || !isOpen(incident);
}

/** Lets the rules decide, one alert after the other: what one declares, the next ones join. */
function decide(undecided: AlertRow[], now: number): void {
  const rules = listActiveRules();
  const muted = listMuted(undecided, now);
  const joining: Joining = { joined: new Map(), likes: new Map(), now };
  for (const alert of undecided) {
    const mutedUntil = muted.get(nameOf(alert));
    const rule = ruleFor(rules, alert);
    if (mutedUntil !== undefined) {
      setAside(alert, { disposition: "dropped", reason: "It is muted.", ruleId: null, mutedUntil });
    } else if (!rule) {
      setAside(alert, { disposition: "waiting", reason: null, ruleId: null });
    } else follow(rule, alert, joining);
  }
  for (const [incidentId, groups] of joining.joined) {
    for (const [ruleId, rows] of groups) {
      markAttached(incidentId, rows, { by: MONITORING, ruleId, disposition: "attached" });
    }
    tellOfJoined(incidentId, [...groups.values()].flat(), { by: MONITORING }, now);
  }
}

type Joining = {
  /** The alerts that join each incident, by the rule that says so. */
  joined: Map<number, Map<number, AlertRow[]>>;
  /** Incidents that were found already, by what alerts have in common with them. */
  likes: Map<string, number>;
  now: number;
};

/** Does with an alert what the rule says. */
function follow(rule: AlertRule, alert: AlertRow, joining: Joining): void {
  const { id: ruleId, deed, name } = rule;
  if (deed === "drop" || deed === "wait") {
    const disposition = deed === "drop" ? "dropped" : "waiting";
    setAside(alert, { disposition, reason: `So says the rule “${name}”.`, ruleId });
    return;
  }
  const incidentId = targetOf(rule, alert, joining);
  if (incidentId !== undefined) {
    const groups = joining.joined.get(incidentId) ?? new Map<number, AlertRow[]>();
    groups.set(ruleId, [...(groups.get(ruleId) ?? []), alert]);
    joining.joined.set(incidentId, groups);
    return;
  }
  const hold = (reason: string) => setAside(alert, { disposition: "waiting", reason, ruleId });
  if (deed === "attach") hold(`No open incident fits the rule “${name}”.`);
  else if (isStorm(joining.now)) {
    hold(
      `The rule “${name}” would have declared an incident, but rules declared ${STORM.incidents} within ${STORM.minutes} minutes.`,
    );
  } else declareFor(rule, alert, joining.now);
}

/** The incident that an alert joins. The first of those that are alike is marked at once, for others to find. */
function targetOf(rule: AlertRule, alert: AlertRow, { likes, now }: Joining): number | undefined {
  const same = findSame(alert, rule, now);
  if (same) return same.id;
  const likeness = `${rule.id} ${likenessOf(alert)}`;
  const known = likes.get(likeness);
  if (known !== undefined) return known;
  const found = findLike(alert, rule, now);
  if (!found) return undefined;
  likes.set(likeness, found.id);
  markAttached(found.id, [alert], { by: MONITORING, ruleId: rule.id, disposition: "attached" });
  return found.id;
}

function declareFor(rule: AlertRule, alert: AlertRow, now: number): void {
  const { key } = declareIncident(
    operator(MONITORING),
    {
      title: titleFrom(rule.titleTemplate, alert),
      severity: severityFrom(rule.severity, alert),
      service: alert.service ?? undefined,
      detection: {
        at: earliestOf([alert], now),
        description: firedText([alert]),
        metadata: { alerts: 1 },
      },
      submissionKey: `alert-${alert.id}-${alert.version}-${now}`,
    },
    now,
  );
  const incident = requireIncident(operator(MONITORING), key);
  markAttached(incident.id, [alert], {
    by: MONITORING,
    ruleId: rule.id,
    disposition: "declared",
  });
  fillSignals(incident.id, [alert]);
}

type Aside = Pick<AlertRow, "disposition" | "reason" | "ruleId"> & { mutedUntil?: number };

function setAside({ id }: AlertRow, aside: Aside): void {
  db()
    .update(alerts)
    .set({ ...aside, incidentId: null, decidedBy: null })
    .where(eq(alerts.id, id))
    .run();
}

/** True once rules have declared so many incidents that a person has to look first. */
function isStorm(now: number): boolean {
  const declared = db()
    .select({ count: countDistinct(incidents.id) })
    .from(alerts)
    .innerJoin(incidents, eq(incidents.id, alerts.incidentId))
    .where(
      and(
        eq(alerts.disposition, "declared"),
        isNotNull(alerts.ruleId),
        gt(incidents.declaredAt, now - STORM.minutes * 60_000),
      ),
    )
    .get();
  return (declared?.count ?? 0) >= STORM.incidents;
}

const nameOf = ({ sourceId, dedupeKey }: Pick<AlertRow, "sourceId" | "dedupeKey">) =>
  `${sourceId} ${dedupeKey}`;

/** Until when alerts of these sources are muted, by their names. */
function listMuted(rows: AlertRow[], now: number): Map<string, number> {
  const sourceIds = [...new Set(rows.map(({ sourceId }) => sourceId))];
  const { sourceId, dedupeKey, mutedUntil } = alerts;
  const muted = db()
    .select({ sourceId, dedupeKey, mutedUntil })
    .from(alerts)
    .where(and(inArray(sourceId, sourceIds), gt(mutedUntil, now)))
    .all();
  return new Map(muted.map((alert) => [nameOf(alert), alert.mutedUntil ?? 0]));
}

/** Tells the incidents that their alerts fire again. */
function tellOfReopened(reopened: AlertRow[], now: number): void {
  for (const { incident, rows } of byIncident(reopened)) {
    const description = firedAgainText(rows);
    tellOfAlerts(incident, { at: now, type: "alert", description });
    const detail = { firing: rows.length };
    recordAudit(MONITORING, "alert:change", `incident ${incident.key}`, detail, incident.id);
  }
}
