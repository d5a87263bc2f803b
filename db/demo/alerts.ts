import { takeDelivery } from "@/db/mutations/alert-deliveries";
import { addRule, type RuleDraft } from "@/db/mutations/alert-rule-edits";
import { addAlertSource } from "@/db/mutations/alert-sources";
import { deliveryOf, readDelivery } from "@/lib/alerts/delivery";
import type { RuleConditions } from "@/lib/domain/alerts/rule";
import { responder } from "./load-review";

const KEEPER = "Ada Lindqvist";
const MINUTE = 60_000;

const conditions = (some: Partial<RuleConditions>): RuleConditions => ({
  sources: [],
  labels: [],
  services: [],
  severities: [],
  ...some,
});

const labelled = (name: string, pattern: string) =>
  conditions({ labels: [{ name, pattern, isNot: false }] });

const JOINING = {
  severity: null,
  titleTemplate: "{title}",
  joins: "service",
  windowMinutes: null,
} as const;

const RULES: RuleDraft[] = [
  {
    ...JOINING,
    name: "Heartbeats",
    conditions: labelled("alertname", "Watchdog"),
    deed: "drop",
    closes: "nothing",
  },
  {
    ...JOINING,
    name: "Pages",
    conditions: labelled("severity", "page"),
    deed: "declare",
    windowMinutes: 120,
    closes: "monitoring",
  },
  {
    ...JOINING,
    name: "Payments",
    conditions: conditions({ services: ["payment-*"] }),
    deed: "attach",
    closes: "timeline",
  },
];

type Told = {
  /** How many minutes ago it began, and how many later it ended. */
  from: number;
  lasted?: number;
  alertname: string;
  severity: string;
  service?: string;
  summary: string;
  description?: string;
};

/** One of each that alerts become: dropped, ended, waiting, and joined to the open incident. */
const ALERTS: Told[] = [
  {
    from: 2880,
    alertname: "Watchdog",
    severity: "none",
    summary: "Alertmanager is there",
    description: "It always fires, so that its absence can be noticed.",
  },
  {
    from: 396,
    lasted: 35,
    alertname: "SlowRecommendations",
    severity: "warning",
    service: "recommendations",
    summary: "p95 of recommendations above 800 ms",
  },
  {
    from: 47,
    alertname: "DiskAlmostFull",
    severity: "warning",
    service: "search",
    summary: "Disk of search-2 is 85% full",
    description: "At this rate it is full in 9 hours.",
  },
  {
    from: 5,
    alertname: "RenewalsWaiting",
    severity: "critical",
    service: "payment-gateway",
    summary: "More than 1,000 subscription renewals wait",
  },
];

/** Lets a source of the demo send its alerts to the demo's rules. Nobody knows the key of its address. */
export function loadDemoAlerts(now: number): void {
  const keeper = responder(KEEPER);
  const name = "Prometheus (demo)";
  const { id } = addAlertSource(keeper, { kind: "alertmanager", name, isDemo: true }, now);
  for (const rule of RULES) addRule(keeper, { ...rule, isDemo: true });
  for (const told of ALERTS) {
    const start = now - told.from * MINUTE;
    send(id, told, start);
    if (told.lasted !== undefined) send(id, told, start, start + told.lasted * MINUTE);
  }
}

/** What Alertmanager would have sent when it began or ended. */
function send(sourceId: number, told: Told, start: number, end?: number): void {
  const { alertname, severity, service, summary, description } = told;
  const body = {
    version: "4",
    groupKey: `{}:{alertname="${alertname}"}`,
    truncatedAlerts: 0,
    status: end === undefined ? "firing" : "resolved",
    receiver: "muster",
    alerts: [
      {
        status: end === undefined ? "firing" : "resolved",
        labels: { alertname, severity, ...(service && { service }) },
        annotations: { summary, ...(description && { description }) },
        startsAt: new Date(start).toISOString(),
        endsAt: end === undefined ? "0001-01-01T00:00:00Z" : new Date(end).toISOString(),
        generatorURL: "",
        fingerprint: alertname.toLowerCase(),
      },
    ],
  };
  const headers = new Headers({ "content-type": "application/json" });
  const delivery = deliveryOf("alertmanager", headers, Buffer.from(JSON.stringify(body)));
  const read = readDelivery("alertmanager", delivery);
  takeDelivery({ id: sourceId, serviceId: null }, delivery, read, end ?? start);
}
