import { bareAlert, type NewsStatus, type NormalAlert, type Normalised } from "./alert";
import {
  addressOf,
  isObject,
  keyOf,
  labelsOf,
  lineOf,
  meaningOf,
  textOf,
  timeOf,
  type Loose,
} from "./read";

const STATUSES: Record<string, NewsStatus> = {
  firing: "firing",
  acknowledged: "acknowledged",
  ack: "acknowledged",
  resolved: "resolved",
};

/** The portal's own plain shape: one alert, or `alerts` with several. */
export function readJson(body: Loose): Normalised {
  const sent = Array.isArray(body.alerts) ? body.alerts : [body];
  const alerts = sent.filter(isObject).flatMap((alert) => readAlert(alert) ?? []);
  return alerts.length > 0
    ? { is: "alerts", alerts }
    : { is: "unknown", why: "An alert needs a title or a dedupeKey, and a status that is known." };
}

function readAlert(alert: Loose): NormalAlert | undefined {
  const title = lineOf(alert.title);
  const service = lineOf(alert.service);
  const status = meaningOf(STATUSES, alert.status ?? "firing");
  const dedupeKey = keyOf(alert.dedupeKey) ?? keyOf([service, title].filter(Boolean).join(": "));
  if (dedupeKey === undefined || status === undefined) return undefined;
  return {
    ...bareAlert(dedupeKey, status),
    groupKey: keyOf(alert.groupKey),
    severity: lineOf(alert.severity),
    title,
    description: textOf(alert.description),
    service,
    labels: labelsOf(alert.labels),
    url: addressOf(alert.url),
    startsAt: timeOf(alert.startsAt),
    endsAt: status === "resolved" ? timeOf(alert.endsAt) : undefined,
    at: timeOf(alert.at),
  };
}
