import { bareAlert, type NewsStatus, type NormalAlert, type Normalised } from "./alert";
import {
  firstOf,
  isObject,
  keyOf,
  labelled,
  lineOf,
  listOf,
  meaningOf,
  membersOf,
  textOf,
  timeOf,
  type Loose,
} from "./read";

const STATUSES: Record<string, NewsStatus> = {
  Create: "firing",
  UnAcknowledge: "unacknowledged",
  Acknowledge: "acknowledged",
  Close: "resolved",
  Delete: "resolved",
};

/** Opsgenie's webhook. Its actions are an open set: of those that are not known here only the alert counts. */
export function readOpsgenie(body: Loose): Normalised {
  const action = lineOf(body.action);
  const alert = membersOf(body.alert);
  const dedupeKey = keyOf(alert.alias) ?? keyOf(alert.alertId);
  if (action === undefined || dedupeKey === undefined) {
    return { is: "unknown", why: "This is no webhook of Opsgenie’s alerts." };
  }
  return {
    is: "alerts",
    alerts: [readAlert(alert, dedupeKey, meaningOf(STATUSES, action) ?? "unchanged")],
  };
}

function readAlert(alert: Loose, dedupeKey: string, status: NewsStatus): NormalAlert {
  const details = membersOf(alert.details);
  const at = timeOf(alert.updatedAt);
  return {
    ...bareAlert(dedupeKey, status),
    groupKey: dedupeKey,
    severity: lineOf(alert.priority),
    title: lineOf(alert.message),
    description: textOf(alert.description),
    service: firstOf(lineOf(details.service), lineOf(alert.entity)),
    labels: labelled({
      ...details,
      entity: alert.entity,
      priority: alert.priority,
      source: alert.source,
      number: alert.tinyId,
      tags: listOf(alert.tags)
        .map((tag) => lineOf(tag))
        .join(", "),
      teams: listOf(alert.responders)
        .filter(isObject)
        .map(({ name }) => lineOf(name))
        .join(", "),
    }),
    startsAt: timeOf(alert.createdAt),
    endsAt: status === "resolved" ? at : undefined,
    at,
  };
}
