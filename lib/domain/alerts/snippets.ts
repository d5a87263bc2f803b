import { GRAFANA_SIGNATURE, type Proof, type SourceKind, type SourceSettings } from "./source";

export type Snippet = {
  /** Where it is to be put, or what is to be done there. */
  where: string;
  text: string;
};

type Shown = { kind: SourceKind; url: string; proof: Proof; settings: SourceSettings };

/** Datadog sends what its user wrote: this. */
export const DATADOG_TEMPLATE = {
  _source: "datadog",
  id: "$ID",
  alert_id: "$ALERT_ID",
  cycle_key: "$ALERT_CYCLE_KEY",
  aggreg_key: "$AGGREG_KEY",
  transition: "$ALERT_TRANSITION",
  alert_type: "$ALERT_TYPE",
  priority: "$ALERT_PRIORITY",
  title: "$EVENT_TITLE",
  message: "$TEXT_ONLY_MSG",
  scope: "$ALERT_SCOPE",
  query: "$ALERT_QUERY",
  metric: "$ALERT_METRIC",
  tags: "$TAGS",
  host: "$HOSTNAME",
  date: "$DATE",
  last_updated: "$LAST_UPDATED",
  link: "$LINK",
  snapshot: "$SNAPSHOT",
  org: { id: "$ORG_ID", name: "$ORG_NAME" },
  incident: {
    public_id: "$INCIDENT_PUBLIC_ID",
    severity: "$INCIDENT_SEVERITY",
    status: "$INCIDENT_STATUS",
    url: "$INCIDENT_URL",
  },
} as const;

const SECRET = "THE-SECRET";

/** What is set up at the other side, ready to be copied; a secret stands there as a word to be replaced. */
export const snippetFor = (shown: Shown): Snippet => SNIPPETS[shown.kind](shown);

const SNIPPETS: Record<SourceKind, (shown: Shown) => Snippet> = {
  alertmanager: (shown) => ({
    where:
      "In alertmanager.yml. With larger groups than max_alerts allows, the rest is only counted.",
    text: [
      "route:",
      "  receiver: muster",
      "  group_by: [alertname, service]",
      "receivers:",
      "  - name: muster",
      "    webhook_configs:",
      `      - url: ${shown.url}`,
      "        send_resolved: true",
      "        max_alerts: 200",
      ...httpConfig(shown).map((line) => `        ${line}`),
    ].join("\n"),
  }),
  grafana: (shown) => ({
    where: "In Grafana’s provisioning/alerting, or the same by hand as a contact point “Webhook”.",
    text: [
      "apiVersion: 1",
      "contactPoints:",
      "  - name: muster",
      "    receivers:",
      "      - uid: muster",
      "        type: webhook",
      "        settings:",
      `          url: ${shown.url}`,
      "          httpMethod: POST",
      "          maxAlerts: 200",
      ...grafanaProof(shown).map((line) => `          ${line}`),
    ].join("\n"),
  }),
  pagerduty: (shown) => ({
    where: "In PagerDuty under Integrations, Generic Webhooks (v3), with all events of incidents.",
    text: withHeader(shown),
  }),
  events: (shown) => ({
    where: "In a tool that can send to PagerDuty’s Events API v2, in place of its address.",
    text: [
      `curl ${shown.url} \\`,
      ...curlProof(shown),
      `  -H 'Content-Type: application/json' \\`,
      `  -d '{"event_action":"trigger","dedup_key":"disk-1","payload":{"summary":"Disk is full","source":"db-1","severity":"critical"}}'`,
    ].join("\n"),
  }),
  datadog: (shown) => ({
    where: "In Datadog under Integrations, Webhooks: the address, and this as the payload.",
    text: [withHeader(shown), JSON.stringify(DATADOG_TEMPLATE, null, 2)].join("\n\n"),
  }),
  opsgenie: (shown) => ({
    where:
      "In Opsgenie as an integration “Webhook”, with the alert’s description and details switched on.",
    text: withHeader(shown),
  }),
  sentry: ({ url }) => ({
    where:
      "In Sentry under Settings, Developer Settings, as an internal integration with alert actions and issues switched on.",
    text: url,
  }),
  json: (shown) => ({
    where:
      "In anything that can send a request. Only a title is needed; the same dedupeKey is the same alert.",
    text: [
      `curl ${shown.url} \\`,
      ...curlProof(shown),
      `  -H 'Content-Type: application/json' \\`,
      `  -d '${JSON.stringify(PLAIN, null, 2)}'`,
    ].join("\n"),
  }),
};

const PLAIN = {
  dedupeKey: "db-1 disk",
  groupKey: "db-1",
  status: "firing",
  severity: "critical",
  title: "Disk is full",
  description: "99 % of /var",
  service: "payments",
  labels: { host: "db-1" },
  url: "https://monitoring.example.com/d/1",
  startsAt: "2026-01-05T10:00:00Z",
};

function httpConfig({ proof, settings }: Shown): string[] {
  if (proof === "bearer") {
    return ["http_config:", "  authorization:", `    credentials: ${SECRET}`];
  }
  if (proof !== "basic") return [];
  return [
    "http_config:",
    "  basic_auth:",
    `    username: ${JSON.stringify(settings.user)}`,
    `    password: ${SECRET}`,
  ];
}

function grafanaProof({ proof, settings }: Shown): string[] {
  if (proof === "bearer") {
    return ["authorization_scheme: Bearer", `authorization_credentials: ${SECRET}`];
  }
  if (proof === "basic") {
    return [`username: ${JSON.stringify(settings.user)}`, `password: ${SECRET}`];
  }
  if (proof !== "signature") return [];
  const { signatureHeader = GRAFANA_SIGNATURE, stampHeader } = settings;
  return [
    "hmacConfig:",
    `  secret: ${SECRET}`,
    `  header: ${signatureHeader}`,
    ...(stampHeader === undefined ? [] : [`  timestampHeader: ${stampHeader}`]),
  ];
}

function curlProof({ proof, settings }: Shown): string[] {
  if (proof === "bearer") return [`  -H 'Authorization: Bearer ${SECRET}' \\`];
  if (proof === "basic") return [`  -u '${settings.user ?? ""}:${SECRET}' \\`];
  return [];
}

/** An address for a field there, with the header that goes into another. */
function withHeader({ url, proof, settings }: Shown): string {
  if (proof === "bearer") return `${url}\nAuthorization: Bearer ${SECRET}`;
  if (proof !== "basic") return url;
  return url.replace("://", `://${encodeURIComponent(settings.user ?? "")}:${SECRET}@`);
}
