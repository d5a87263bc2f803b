import type { ComponentStatus } from "@/lib/domain/component";
import type { IncidentStatus } from "@/lib/domain/incident";

/** How each status is coloured: its word, and the surface behind a whole banner. */
export const STATUS_TEXT: Record<IncidentStatus, string> = {
  investigating: "text-status-investigating",
  identified: "text-status-identified",
  monitoring: "text-status-monitoring",
  resolved: "text-status-resolved",
};

export const STATUS_SURFACE: Record<IncidentStatus, string> = {
  investigating: "border-danger/30 bg-danger-surface text-danger",
  identified: "border-warning/30 bg-warning-surface text-warning",
  monitoring: "border-info/30 bg-info-surface text-info",
  resolved: "border-success/30 bg-success-surface text-success",
};

export const COMPONENT_TEXT: Record<ComponentStatus, string> = {
  operational: "text-component-operational",
  degraded_performance: "text-component-degraded",
  partial_outage: "text-component-partial",
  major_outage: "text-component-major",
  under_maintenance: "text-component-maintenance",
};

/** The surface behind the whole page's verdict. */
export const INDICATOR_SURFACE = {
  none: STATUS_SURFACE.resolved,
  minor: STATUS_SURFACE.identified,
  major: STATUS_SURFACE.investigating,
  critical: STATUS_SURFACE.investigating,
  maintenance: STATUS_SURFACE.monitoring,
} as const;
