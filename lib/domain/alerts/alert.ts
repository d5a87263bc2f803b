import type { Severity } from "../incident";

/** What an alert is at the moment. Those that are not resolved are open. */
export const ALERT_STATUSES = ["firing", "acknowledged", "resolved"] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** What became of an alert: a person has to look, it belongs to an incident, it made one, or it is noise. */
export const DISPOSITIONS = ["waiting", "attached", "declared", "dropped"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/**
 * What news say of an alert. `unacknowledged` is for those that take an acknowledgement back, which firing again
 * does not. `unchanged` is for those that say nothing of it, such as a note: they refresh an open alert and make
 * none.
 */
export type NewsStatus = AlertStatus | "unacknowledged" | "unchanged";

/**
 * One alert as any source tells it. `at` is when the source says that this happened, for those that time their
 * news: what is older than the last one known changes nothing.
 */
export type NormalAlert = {
  dedupeKey: string;
  groupKey: string | undefined;
  status: NewsStatus;
  /** As it was sent: `critical`, `P1`, `warning`. */
  severity: string | undefined;
  title: string | undefined;
  description: string | undefined;
  service: string | undefined;
  labels: Record<string, string>;
  url: string | undefined;
  startsAt: number | undefined;
  endsAt: number | undefined;
  at: number | undefined;
};

/** An alert of which no more is known than this; what is not known leaves what stands. */
export const bareAlert = (dedupeKey: string, status: NewsStatus): NormalAlert => ({
  dedupeKey,
  status,
  groupKey: undefined,
  severity: undefined,
  title: undefined,
  description: undefined,
  service: undefined,
  labels: {},
  url: undefined,
  startsAt: undefined,
  endsAt: undefined,
  at: undefined,
});

/** What a delivery holds: alerts, nothing that concerns one, or a shape that nobody here knows. */
export type Normalised =
  | { is: "alerts"; alerts: NormalAlert[]; cut?: { groupKey: string; missing: number } }
  | { is: "nothing"; why: string }
  | { is: "unknown"; why: string };

/** How one alert became other than it was, for the rules. */
export type AlertChange = {
  alertId: number;
  /** `reopened` fires again soon after it was resolved; later than that it is a `new` one. */
  change: "new" | "reopened" | "firing" | "acknowledged" | "resolved" | "severity";
  severityBefore?: Severity | null;
};
