import { bareAlert, type NewsStatus, type Normalised } from "./alert";
import {
  addressOf,
  firstOf,
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

const METRIC_STATUSES: Record<string, NewsStatus> = {
  critical: "firing",
  warning: "firing",
  open: "firing",
  resolved: "resolved",
};
const ISSUE_STATUSES: Record<string, NewsStatus> = {
  resolved: "resolved",
  archived: "resolved",
  ignored: "resolved",
};

/** What Sentry's integrations send: a metric that passed a line, a rule that an event met, and news of its issue. */
export function readSentry(body: Loose, resource: string | undefined): Normalised {
  const sent = membersOf(body.data);
  const action = lineOf(body.action) ?? "";
  if (resource === "metric_alert" || sent.metric_alert !== undefined) {
    return readMetric(sent, action);
  }
  if (resource === "event_alert" || sent.event !== undefined) return readRule(sent, action);
  if (resource === "issue" || sent.issue !== undefined) return readIssue(sent, action);
  if (resource === "installation" || body.installation !== undefined) {
    return { is: "nothing", why: "This says nothing of an alert." };
  }
  return { is: "unknown", why: "This is no webhook of Sentry’s alerts." };
}

function readMetric(sent: Loose, action: string): Normalised {
  const metric = membersOf(sent.metric_alert);
  const rule = membersOf(metric.alert_rule);
  const id = keyOf(rule.id);
  const status = meaningOf(METRIC_STATUSES, action);
  if (id === undefined || status === undefined) return UNREADABLE;
  const alert = {
    ...bareAlert(`metric ${id}`, status),
    groupKey: `metric ${id}`,
    severity: status === "firing" ? action : undefined,
    title: firstOf(lineOf(rule.name), lineOf(sent.description_title)),
    description: textOf(sent.description_text),
    labels: labelled({ rule: rule.name, environment: rule.environment, dataset: rule.dataset }),
    url: addressOf(sent.web_url),
    startsAt: timeOf(metric.date_started),
    endsAt: status === "resolved" ? timeOf(metric.date_closed) : undefined,
  };
  return { is: "alerts", alerts: [alert] };
}

function readRule(sent: Loose, action: string): Normalised {
  const event = membersOf(sent.event);
  const id = keyOf(event.issue_id);
  if (id === undefined || action !== "triggered") return UNREADABLE;
  const tags = tagsOf(event.tags);
  const alert = {
    ...bareAlert(`issue ${id}`, "firing"),
    groupKey: `issue ${id}`,
    severity: lineOf(event.level),
    title: firstOf(lineOf(event.title), lineOf(event.message)),
    description: firstOf(textOf(event.culprit), textOf(event.message)),
    service: firstOf(lineOf(tags.service), lineOf(tags.server_name)),
    labels: labelled({ ...tags, rule: sent.triggered_rule, platform: event.platform }),
    url: firstOf(addressOf(event.web_url), addressOf(event.issue_url)),
    startsAt: timeOf(event.datetime),
  };
  return { is: "alerts", alerts: [alert] };
}

function readIssue(sent: Loose, action: string): Normalised {
  const issue = membersOf(sent.issue);
  const id = keyOf(issue.id);
  if (id === undefined) return UNREADABLE;
  const alert = {
    ...bareAlert(`issue ${id}`, meaningOf(ISSUE_STATUSES, action) ?? "unchanged"),
    title: lineOf(issue.title),
    severity: lineOf(issue.level),
    url: addressOf(issue.web_url),
  };
  return { is: "alerts", alerts: [alert] };
}

const UNREADABLE: Normalised = { is: "unknown", why: "This alert of Sentry’s could not be read." };

/** Sentry's tags are pairs, `[["service", "gateway"], …]`. */
const tagsOf = (tags: unknown): Record<string, unknown> =>
  Object.fromEntries(
    listOf(tags).flatMap((pair): [string, unknown][] =>
      Array.isArray(pair) && typeof pair[0] === "string" ? [[pair[0], pair[1]]] : [],
    ),
  );
