import type { Severity } from "./incident";

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json | undefined };

/**
 * One incident's document, as it is imported and exported. A field may also be `null`, which reads as
 * missing; keys that are not named here are kept where they were.
 */
export type IncidentRecord = JsonObject & {
  incident: RecordIncident;
  events?: RecordEvent[];
  communications?: RecordCommunication[];
  impact?: RecordImpact;
  signals?: RecordSignals;
  context?: RecordContext;
  resolution?: RecordResolution;
  action_items?: RecordActionItem[];
  participants?: RecordParticipant[];
};

export type RecordIncident = JsonObject & {
  id: string;
  title: string;
  severity: Severity;
  status: string;
  declared_at: string;
  resolved_at?: string | null;
  commander?: string | null;
  service?: string | null;
  affected_services?: string[] | null;
};

export type RecordEvent = JsonObject & {
  timestamp: string;
  description: string;
  type?: string | null;
  actor?: string | null;
  metadata?: JsonObject | null;
};

export type RecordCommunication = JsonObject & {
  timestamp: string;
  message: string;
  channel?: string | null;
  audience?: string | null;
};

export type RecordImpact = JsonObject & {
  revenue_impact?: string | null;
  affected_users_percentage?: number | null;
  affected_regions?: string[] | null;
  data_integrity_risk?: boolean | null;
  security_breach?: boolean | null;
  customer_facing?: boolean | null;
  degradation_type?: string | null;
  workaround_available?: boolean | null;
};

export type RecordSignals = JsonObject & {
  error_rate_percentage?: number | null;
  latency_p99_ms?: number | null;
  affected_endpoints?: string[] | null;
  dependent_services?: string[] | null;
  alert_count?: number | null;
  customer_reports?: number | null;
};

export type RecordDeployment = JsonObject & {
  service?: string | null;
  deployed_at?: string | null;
  version?: string | null;
  changes?: string | null;
};

export type RecordContext = JsonObject & {
  recent_deployments?: RecordDeployment[] | null;
  ongoing_incidents?: Json[] | null;
  maintenance_windows?: Json[] | null;
  on_call?:
    | (JsonObject & {
        primary?: string | null;
        secondary?: string | null;
        escalation_manager?: string | null;
      })
    | null;
};

export type RecordResolution = JsonObject & {
  root_cause?: string | null;
  contributing_factors?: string[] | null;
  mitigation_steps?: string[] | null;
  permanent_fix?: string | null;
  customer_impact?:
    | (JsonObject & {
        affected_users?: number | null;
        failed_transactions?: number | null;
        revenue_impact_usd?: number | null;
        data_loss?: boolean | null;
      })
    | null;
};

export type RecordActionItem = JsonObject & {
  title: string;
  owner?: string | null;
  priority?: string | null;
  deadline?: string | null;
  type?: string | null;
  status?: string | null;
};

export type RecordParticipant = JsonObject & { name: string; role?: string | null };
