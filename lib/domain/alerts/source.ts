/** Who sends alerts, by the shape that they come in. */
export const SOURCE_KINDS = [
  "alertmanager",
  "grafana",
  "pagerduty",
  "events",
  "datadog",
  "opsgenie",
  "sentry",
  "json",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SOURCE_NAMES: Record<SourceKind, string> = {
  alertmanager: "Prometheus Alertmanager",
  grafana: "Grafana",
  pagerduty: "PagerDuty",
  events: "PagerDuty Events API v2",
  datadog: "Datadog",
  opsgenie: "Opsgenie",
  sentry: "Sentry",
  json: "Plain JSON",
};

/** What a source shows besides the key in its address. */
export const PROOFS = ["none", "signature", "basic", "bearer"] as const;
export type Proof = (typeof PROOFS)[number];

/** What can be set of a source; the words of secrets stand elsewhere. */
export type SourceSettings = {
  /** The header of Grafana's signature, and of the stamp that is signed with it. */
  signatureHeader?: string;
  stampHeader?: string;
  /** Whose password it is, for `basic`. */
  user?: string;
};

/**
 * What became of a delivery: it changed something, it said what was known, it holds nothing of an alert, its
 * shape is not known, or it did not prove whose it is.
 */
export const DELIVERY_STATES = ["taken", "repeated", "ignored", "unknown", "refused"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** How each source can show whose it is: not all can sign, and not all can be told which headers to send. */
export const PROOFS_OF: Record<SourceKind, readonly Proof[]> = {
  alertmanager: ["none", "bearer", "basic"],
  grafana: ["none", "signature", "bearer", "basic"],
  pagerduty: ["none", "signature", "bearer"],
  events: ["none", "bearer", "basic"],
  datadog: ["none", "bearer", "basic"],
  opsgenie: ["none", "bearer", "basic"],
  sentry: ["none", "signature"],
  json: ["none", "signature", "bearer", "basic"],
};

export const PROOF_NAMES: Record<Proof, string> = {
  none: "The key in the address alone",
  signature: "A signature",
  basic: "A user and a password",
  bearer: "A bearer token",
};

/** Grafana’s header for the signature, where nobody chose another. */
export const GRAFANA_SIGNATURE = "X-Grafana-Alerting-Signature";

/** What a secret of a source is sealed for. */
export const sourceContext = (id: number) => `alert source ${id}`;
