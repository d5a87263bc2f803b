import type { ComponentStatus } from "./component";
import type { IncidentStatus } from "./incident";
import type { StateChange } from "./uptime";

/** Everything that outsiders may know, and nothing else. Times are UTC milliseconds. */
export type Site = {
  page: SitePage;
  /** In the page's order: groups, and components within or without one. */
  components: SiteComponent[];
  /** The newest first. */
  incidents: SiteIncident[];
  /** The newest first, by the time at which they were announced. */
  maintenances: SiteMaintenance[];
  /** The ids of incidents that were taken off the page. */
  withdrawn?: string[];
};

export type SitePage = {
  /** 12 characters of 0-9 and a-z, like all public ids. */
  id: string;
  name: string;
  /** Where the page is, without a slash at the end. */
  url: string;
  about: string | null;
  /** An IANA time zone. */
  zone: string;
  /** Where a reader chose a zone, the one that `zone` then is. */
  chosenZone?: string;
  /** Where readers report a problem. */
  supportUrl: string | null;
  /** Where a copy of the page is kept, on other machines. */
  copyUrl?: string | null;
  updatedAt: number;
};

export type SiteComponent = {
  id: string;
  name: string;
  description: string | null;
  status: ComponentStatus;
  isGroup: boolean;
  groupId: string | null;
  /** Whether its uptime is shown. */
  isShowcased: boolean;
  isOnlyShownDegraded: boolean;
  /** The first calendar day about which something is known. */
  startDate: string | null;
  /** In the order of time. */
  states: StateChange[];
  createdAt: number;
  updatedAt: number;
};

export const MAINTENANCE_STATUSES = ["scheduled", "in_progress", "verifying", "completed"] as const;
export type MaintenanceStatus = (typeof MAINTENANCE_STATUSES)[number];

export const IMPACTS = ["none", "maintenance", "minor", "major", "critical"] as const;
export type Impact = (typeof IMPACTS)[number];

export type SiteChange = { componentId: string; before: ComponentStatus; after: ComponentStatus };

export type SiteUpdate<Status extends string> = {
  id: string;
  status: Status | "postmortem";
  body: string;
  /** The time that it bears. */
  at: number;
  createdAt: number;
  updatedAt: number;
  /** When its text was last changed. */
  correctedAt: number | null;
  nextUpdateDueAt: number | null;
  changes: SiteChange[];
};

/** What an incident's report says, in Markdown, and what changed since it was first published. */
export type SiteReport = {
  id: string;
  body: string;
  note: string | null;
  at: number;
  updatedAt: number;
};

type Announced<Status extends string> = {
  id: string;
  title: string;
  status: Status | "postmortem";
  impact: Impact;
  createdAt: number;
  updatedAt: number;
  startedAt: number;
  resolvedAt: number | null;
  /** The newest first. */
  updates: SiteUpdate<Status>[];
  report: SiteReport | null;
};

export type SiteIncident = Announced<IncidentStatus>;

export type SiteMaintenance = Announced<MaintenanceStatus> & {
  scheduledFor: number;
  scheduledUntil: number;
  cancelledAt: number | null;
  /** Counts what calendars have to take over. */
  sequence: number;
};

/** Where the two are alike. */
export type SiteEntry = SiteIncident | SiteMaintenance;

export const isMaintenance = (entry: SiteEntry): entry is SiteMaintenance =>
  "scheduledFor" in entry;

/** True while an incident goes on. */
export const isActive = ({ status }: SiteIncident): boolean =>
  status !== "resolved" && status !== "postmortem";

/** True of incidents that are not over, and of maintenance that is to come or being done. */
export const goesOn = (entry: SiteEntry): boolean =>
  isMaintenance(entry)
    ? entry.status !== "completed" && entry.cancelledAt === null
    : isActive(entry);

/** When anything of an incident or maintenance last changed, its corrected updates included. */
export const changedAt = ({ updatedAt, updates }: SiteEntry): number =>
  updates.reduce<number>((last, update) => Math.max(last, update.updatedAt), updatedAt);

const found = new WeakMap<SiteEntry["updates"], string[]>();

/** The ids of the components that an incident or maintenance touched, each once. Every page asks for them. */
export function touchedBy({ updates }: SiteEntry): string[] {
  const known = found.get(updates);
  if (known) return known;
  const ids = updates.flatMap(({ changes }) => changes.map(({ componentId }) => componentId));
  const touched = [...new Set(ids)];
  found.set(updates, touched);
  return touched;
}

const IMPACT_OF: Record<ComponentStatus, Impact> = {
  operational: "none",
  under_maintenance: "none",
  degraded_performance: "minor",
  partial_outage: "major",
  major_outage: "critical",
};

/** The impact of an incident: the worst that its updates said of a component; minor where they said nothing. */
export function impactOf(updates: { changes: { after: ComponentStatus }[] }[]): Impact {
  const said = updates.flatMap(({ changes }) => changes.map(({ after }) => IMPACT_OF[after]));
  if (said.length === 0) return "minor";
  return said.reduce((worst, impact) =>
    IMPACTS.indexOf(impact) > IMPACTS.indexOf(worst) ? impact : worst,
  );
}

/**
 * An incident as clients of Statuspage's API know it: a published report is its newest update, and its state.
 */
export function withReport(incident: SiteIncident, url: string): SiteIncident {
  const { report, updates, status } = incident;
  if (!report || status !== "resolved") return incident;
  const update: SiteIncident["updates"][number] = {
    id: report.id,
    status: "postmortem",
    body: `${report.note === null ? "The report is published" : `The report was updated: ${report.note}`}: ${url}/incidents/${incident.id}#report`,
    at: report.updatedAt,
    createdAt: report.at,
    updatedAt: report.updatedAt,
    correctedAt: null,
    nextUpdateDueAt: null,
    changes: [],
  };
  return {
    ...incident,
    status: "postmortem",
    updatedAt: Math.max(incident.updatedAt, report.updatedAt),
    updates: [update, ...updates],
  };
}
