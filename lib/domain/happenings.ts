import type { Severity } from "./incident";

/** What people and channels can be told of. The first word says what it is about. */
export const HAPPENINGS = [
  "incident.declared",
  "incident.severity_changed",
  "incident.status_changed",
  "incident.resolved",
  "incident.reopened",
  "update.posted_internal",
  "update.posted_stakeholders",
  "update.posted_public",
  "promise.due_soon",
  "promise.missed",
  "escalation.raised",
  "alert.waiting",
  "role.assigned",
  "postmortem.review_requested",
  "action.assigned",
] as const;
export type Happening = (typeof HAPPENINGS)[number];

export const HAPPENING_NAMES: Record<Happening, string> = {
  "incident.declared": "Incident declared",
  "incident.severity_changed": "Severity changed",
  "incident.status_changed": "Status changed",
  "incident.resolved": "Incident resolved",
  "incident.reopened": "Incident reopened",
  "update.posted_internal": "Internal note posted",
  "update.posted_stakeholders": "Stakeholders told",
  "update.posted_public": "Public update posted",
  "promise.due_soon": "Next update due soon",
  "promise.missed": "Next update late",
  "escalation.raised": "Nobody has acknowledged",
  "alert.waiting": "Alert waits for a person",
  "role.assigned": "Role assigned",
  "postmortem.review_requested": "Review requested",
  "action.assigned": "Action item assigned",
};

/** What happened, as whoever hears of it is told, now and in a day. */
export type Happened = {
  is: Happening;
  /** What it is as well: who hears of any of them is told once. */
  also?: readonly Happening[];
  /** The incident that it is about; `null` for an alert that waits. */
  incidentId: number | null;
  /** Tells it apart from others of its kind and incident: what is told twice with the same is told once. */
  mark: string | number;
  /** Who did it. They are not told of it themselves. */
  by: { name: string; userId?: number };
  /** One line that says it: “Severity changed from SEV3 to SEV1.” */
  text: string;
  /** What somebody wrote, such as an update's words. */
  message?: string;
  /** The accounts whom it addresses, by their ids. */
  to?: readonly number[];
  /** Nobody else hears of it, and no channel. */
  onlyThem?: boolean;
  /** Where it is read on, a path of the portal; the incident's page where it is missing. */
  link?: string;
  /** The public update that it is about, which is all that hearers outside of the organisation are told. */
  publicUpdateId?: number;
  /** What an alert says of itself, where there is no incident. */
  alert?: { title: string; severity: Severity | null; service: string | null };
};

/** What addresses single people, so that nobody can ask to hear of everybody's. */
const PERSONAL: readonly Happening[] = [
  "role.assigned",
  "postmortem.review_requested",
  "action.assigned",
];

export const isPersonal = (happening: Happening): boolean => PERSONAL.includes(happening);

/** What rings, whatever the hour: it asks a person who is on call to come. */
export const rings = (happening: Happening): boolean => happening === "escalation.raised";

/** What channels outside of the organisation may hear, for everybody may read it anyway. */
export const isPublic = (happening: Happening): boolean => happening === "update.posted_public";
