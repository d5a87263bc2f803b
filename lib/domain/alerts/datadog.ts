import { bareAlert, type NewsStatus, type NormalAlert, type Normalised } from "./alert";
import {
  addressOf,
  firstOf,
  keyOf,
  labelled,
  lineOf,
  meaningOf,
  textOf,
  timeOf,
  type Loose,
} from "./read";
import { WARNS } from "./severity";

const TRANSITIONS: Record<string, NewsStatus> = {
  triggered: "firing",
  "re-triggered": "firing",
  "no data": "firing",
  "re-no data": "firing",
  warn: "firing",
  "re-warn": "firing",
  renotify: "firing",
  recovered: "resolved",
};
const TYPES: Record<string, NewsStatus> = {
  error: "firing",
  warning: "firing",
  success: "resolved",
};
const STATUS_IN_TITLE = /^\[(?:(?:re-)?(?:triggered|no data|warn)|renotify|recovered)[^\]]*\]\s*/i;

/**
 * What Datadog sends: whatever its user wrote into the webhook's template. The portal prints one, and the one that
 * Datadog proposes is understood as well.
 */
export function readDatadog(sent: Loose): Normalised {
  const body = withoutVariables(sent);
  const isOurs = lineOf(sent._source)?.toLowerCase() === "datadog";
  if (!isOurs && !(sent.event_type !== undefined && sent.title !== undefined)) {
    return {
      is: "unknown",
      why: "This is neither the template below nor the one Datadog proposes.",
    };
  }
  const dedupeKey = keyOfMonitor(body);
  const transition = lineOf(body.transition)?.toLowerCase();
  const type = lineOf(body.alert_type)?.toLowerCase();
  const status =
    transition === undefined
      ? meaningOf(TYPES, type ?? statusInTitle(body))
      : meaningOf(TRANSITIONS, transition);
  if (dedupeKey === undefined) {
    return {
      is: "unknown",
      why: "It names no monitor: $ALERT_CYCLE_KEY, $ALERT_ID or $AGGREG_KEY.",
    };
  }
  if (status === undefined) return { is: "nothing", why: "It says nothing of an alert’s status." };
  return { is: "alerts", alerts: [readMonitor(body, dedupeKey, status)] };
}

/** A variable that Datadog had no value for arrives as its name. */
const withoutVariables = (body: Loose): Loose =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([, value]) => !(typeof value === "string" && /^\$[A-Z]/.test(value)),
    ),
  );

function keyOfMonitor(body: Loose): string | undefined {
  const alert = keyOf(body.alert_id);
  const scope = keyOf(body.scope);
  const ofAlert = alert === undefined ? undefined : [alert, scope ?? ""].join(" ").trim();
  return firstOf(keyOf(body.cycle_key), ofAlert, keyOf(body.aggreg_key), keyOf(body.id));
}

/** The status that the proposed template has in its title alone. */
const statusInTitle = ({ title }: Loose) =>
  /^\[recovered/i.test(lineOf(title) ?? "")
    ? "success"
    : STATUS_IN_TITLE.test(lineOf(title) ?? "")
      ? "error"
      : "";

function readMonitor(body: Loose, dedupeKey: string, status: NewsStatus): NormalAlert {
  const tags = tagsOf(`${lineOf(body.scope) ?? ""},${lineOf(body.tags, 5000) ?? ""}`);
  const at = firstOf(timeOf(body.date), timeOf(body.last_updated));
  return {
    ...bareAlert(dedupeKey, status),
    groupKey: keyOf(body.alert_id) ?? dedupeKey,
    severity: severityOf(body),
    title: lineOf((lineOf(body.title) ?? "").replace(STATUS_IN_TITLE, "")),
    description: firstOf(textOf(body.message), textOf(body.body)),
    service: lineOf(tags.service),
    labels: labelled({
      ...tags,
      host: tags.host ?? body.host,
      metric: body.metric,
      query: body.query,
    }),
    url: addressOf(body.link),
    startsAt: status === "firing" ? at : undefined,
    endsAt: status === "resolved" ? at : undefined,
    at,
  };
}

function severityOf(body: Loose): string | undefined {
  const said = firstOf(lineOf(body.priority), lineOf(body.alert_type));
  const isWarning = /^(?:re-)?warn$/i.test(lineOf(body.transition) ?? "");
  return isWarning && said !== undefined && /^p\d/i.test(said) ? `${said} ${WARNS}` : said;
}

/** `env:prod,service:gateway,urgent` by name; tags without a value share one. */
function tagsOf(text: string): Record<string, string> {
  const tags = text.split(",").map((tag) => tag.trim());
  const named = tags.flatMap((tag): [string, string][] => {
    const [, name, value] = /^([^:]+):(.+)$/.exec(tag) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  const plain = tags.filter((tag) => tag !== "" && !/^[^:]+:./.test(tag));
  return { ...Object.fromEntries(named), ...(plain.length > 0 && { tags: plain.join(", ") }) };
}
