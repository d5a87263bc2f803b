export const SEVERITIES = ["SEV1", "SEV2", "SEV3", "SEV4"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The portal's own statuses, in their order. A record may carry others: they are shown as they came. */
export const INCIDENT_STATUSES = ["investigating", "identified", "monitoring", "resolved"] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** Event types in use. The set is open: an unknown type is kept and shown. */
export const EVENT_TYPES = [
  "trigger",
  "detection",
  "declaration",
  "investigation",
  "communication",
  "escalation",
  "mitigation",
  "resolution",
] as const;

/** Audiences that the portal writes. Any other word counts as internal. */
export const AUDIENCES = ["internal", "stakeholders", "external"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Channel names that the portal writes for each audience. */
export const CHANNELS: Record<Audience, string> = {
  internal: "internal_note",
  stakeholders: "stakeholders",
  external: "status_page",
};

/** Whoever tells of alerts, where no person does. */
export const MONITORING = "monitoring";
/** Actors that are not people. */
export const MACHINE_ACTORS: readonly string[] = ["system", MONITORING];
