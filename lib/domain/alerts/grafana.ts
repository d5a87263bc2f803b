import { bareAlert, type NewsStatus, type NormalAlert, type Normalised } from "./alert";
import { readGroup } from "./group";
import { addressOf, firstOf, keyOf, labelsOf, lineOf, meaningOf, textOf, type Loose } from "./read";

const OLD_STATES: Record<string, NewsStatus> = {
  alerting: "firing",
  no_data: "firing",
  ok: "resolved",
  paused: "unchanged",
  pending: "unchanged",
};

/** Grafana's webhook, as its alerting has sent it since version 9, and as it was before. */
export function readGrafana(body: Loose): Normalised {
  if (body.version === "1" && Array.isArray(body.alerts) && body.orgId !== undefined) {
    return readGroup(body, (alert) => addressOf(alert.panelURL) ?? alert.generatorURL);
  }
  const status = meaningOf(OLD_STATES, body.state);
  const rule = keyOf(body.ruleId);
  if (status === undefined || rule === undefined) {
    return { is: "unknown", why: "This is no webhook of Grafana’s alerting." };
  }
  return { is: "alerts", alerts: [readOldRule(body, `rule ${rule}`, status)] };
}

function readOldRule(body: Loose, dedupeKey: string, status: NewsStatus): NormalAlert {
  const labels = labelsOf(body.tags);
  return {
    ...bareAlert(dedupeKey, status),
    groupKey: dedupeKey,
    severity: lineOf(labels.severity),
    title: firstOf(lineOf(body.ruleName), lineOf(body.title)),
    description: textOf(body.message),
    service: firstOf(lineOf(labels.service), lineOf(labels.app)),
    labels,
    url: addressOf(body.ruleUrl),
  };
}
