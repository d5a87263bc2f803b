import { bareAlert, type AlertStatus, type NormalAlert, type Normalised } from "./alert";
import {
  addressOf,
  firstOf,
  isObject,
  keyOf,
  labelsOf,
  lineOf,
  listOf,
  meaningOf,
  membersOf,
  textOf,
  timeOf,
  type Loose,
} from "./read";

const STATUSES: Record<string, AlertStatus> = { firing: "firing", resolved: "resolved" };

/**
 * What Alertmanager and Grafana send: a group with its alerts, each with a status of its own. The group's status
 * says nothing: it fires as long as one alert does. Alerts that were cut from it are only counted.
 */
export function readGroup(body: Loose, addressOfAlert: (alert: Loose) => unknown): Normalised {
  const groupKey = keyOf(body.groupKey);
  const alerts = listOf(body.alerts)
    .filter(isObject)
    .flatMap((alert) => readAlert(alert, groupKey, addressOfAlert) ?? []);
  if (alerts.length === 0) return { is: "unknown", why: "None of its alerts could be read." };
  const missing = countOf(body.truncatedAlerts);
  const isCut = groupKey !== undefined;
  return { is: "alerts", alerts, ...(isCut && { cut: { groupKey, missing } }) };
}

const countOf = (sent: unknown): number =>
  typeof sent === "number" && Number.isSafeInteger(sent) && sent > 0 ? sent : 0;

function readAlert(
  alert: Loose,
  groupKey: string | undefined,
  addressOfAlert: (alert: Loose) => unknown,
): NormalAlert | undefined {
  const status = meaningOf(STATUSES, alert.status);
  const labels = labelsOf(alert.labels);
  const dedupeKey = keyOf(alert.fingerprint) ?? keyOfLabels(alert.labels);
  if (status === undefined || dedupeKey === undefined) return undefined;
  const annotations = membersOf(alert.annotations);
  return {
    ...bareAlert(dedupeKey, status),
    groupKey,
    severity: firstOf(lineOf(labels.severity), lineOf(labels.priority)),
    title: firstOf(lineOf(annotations.summary), lineOf(labels.alertname)),
    description: firstOf(textOf(annotations.description), textOf(annotations.message)),
    service: firstOf(lineOf(labels.service), lineOf(labels.app)),
    labels,
    url: addressOf(addressOfAlert(alert)),
    startsAt: timeOf(alert.startsAt),
    endsAt: status === "resolved" ? timeOf(alert.endsAt) : undefined,
  };
}

/** What tells an alert without a fingerprint from others: its labels, in one order. */
function keyOfLabels(labels: unknown): string | undefined {
  const named = Object.entries(membersOf(labels)).map(([name, value]) => [
    name,
    JSON.stringify(value),
  ]);
  return named.length === 0 ? undefined : JSON.stringify(named.toSorted());
}
