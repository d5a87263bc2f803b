import { readAlertmanager } from "./alertmanager";
import type { Normalised } from "./alert";
import { readDatadog } from "./datadog";
import { readEvent } from "./events";
import { readGrafana } from "./grafana";
import { readJson } from "./json";
import { readOpsgenie } from "./opsgenie";
import { readPagerDuty } from "./pagerduty";
import { isObject, type Loose } from "./read";
import { readSentry } from "./sentry";
import type { SourceKind } from "./source";

type Headers = Record<string, string>;

const READERS: Record<SourceKind, (body: Loose, headers: Headers) => Normalised> = {
  alertmanager: readAlertmanager,
  grafana: readGrafana,
  pagerduty: readPagerDuty,
  events: readEvent,
  datadog: readDatadog,
  opsgenie: readOpsgenie,
  sentry: (body, headers) => readSentry(body, headers["sentry-hook-resource"]),
  json: readJson,
};

/** As many alerts of one delivery are taken; of what is beyond them only the number is kept. */
export const MOST_ALERTS = 1000;

/** What a delivery says, whatever it holds: any value that JSON can have gives an answer. */
export function normalise(kind: SourceKind, body: unknown, headers: Headers): Normalised {
  if (!isObject(body)) return { is: "unknown", why: "It is no JSON object." };
  const read = READERS[kind](body, headers);
  if (read.is !== "alerts" || read.alerts.length <= MOST_ALERTS) return read;
  const [first] = read.alerts;
  const groupKey = read.cut?.groupKey ?? first?.groupKey;
  const missing = (read.cut?.missing ?? 0) + read.alerts.length - MOST_ALERTS;
  const alerts = read.alerts.slice(0, MOST_ALERTS);
  return { is: "alerts", alerts, ...(groupKey !== undefined && { cut: { groupKey, missing } }) };
}
