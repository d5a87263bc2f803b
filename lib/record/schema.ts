import { SEVERITIES } from "@/lib/domain/incident";
import type { IncidentRecord } from "@/lib/domain/record";
import {
  anything,
  day,
  flag,
  key,
  list,
  name,
  number,
  object,
  oneOf,
  percentage,
  text,
  time,
} from "./check";
import type { Report } from "./path";

export const MOST_EVENTS = 10_000;

const incident = object(
  { id: key, title: name, severity: oneOf(SEVERITIES), status: text, declared_at: time },
  { resolved_at: time, commander: name, service: name, affected_services: list(name) },
);

const event = object(
  { timestamp: time, description: text },
  { type: text, actor: name, metadata: object({}) },
);

const communication = object({ timestamp: time, message: text }, { channel: text, audience: text });

const impact = object(
  {},
  {
    revenue_impact: text,
    affected_users_percentage: percentage,
    affected_regions: list(text),
    data_integrity_risk: flag,
    security_breach: flag,
    customer_facing: flag,
    degradation_type: text,
    workaround_available: flag,
  },
);

const signals = object(
  {},
  {
    error_rate_percentage: percentage,
    latency_p99_ms: number,
    affected_endpoints: list(text),
    dependent_services: list(text),
    alert_count: number,
    customer_reports: number,
  },
);

const deployment = object({}, { service: text, deployed_at: time, version: text, changes: text });

const context = object(
  {},
  {
    recent_deployments: list(deployment),
    ongoing_incidents: list(anything),
    maintenance_windows: list(anything),
    on_call: object({}, { primary: text, secondary: text, escalation_manager: text }),
  },
);

const customerImpact = object(
  {},
  {
    affected_users: number,
    failed_transactions: number,
    revenue_impact_usd: number,
    data_loss: flag,
  },
);

const resolution = object(
  {},
  {
    root_cause: text,
    contributing_factors: list(text),
    mitigation_steps: list(text),
    permanent_fix: text,
    customer_impact: customerImpact,
  },
);

const actionItem = object(
  { title: name },
  { owner: name, priority: text, deadline: day, type: text, status: text },
);

const record = object(
  { incident },
  {
    events: list(event, MOST_EVENTS),
    communications: list(communication),
    impact,
    signals,
    context,
    resolution,
    action_items: list(actionItem),
    participants: list(object({ name }, { role: text })),
  },
);

/** Reports each known field that is missing or of the wrong shape; other keys may hold anything. */
export function isRecord(document: unknown, report: Report): document is IncidentRecord {
  let sound = true;
  record(document, [], (path, problem) => {
    sound = false;
    report(path, problem);
  });
  return sound;
}
