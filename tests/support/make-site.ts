import type { Site, SiteComponent, SiteIncident, SiteMaintenance } from "@/lib/domain/site";

const AT = Date.UTC(2026, 4, 1, 14, 0, 5);
export const MINUTE = 60_000;

let made = 0;
/** A public id that no other has. */
export const publicId = (): string => (made += 1).toString(36).padStart(12, "0");

export function makeSiteComponent(change: Partial<SiteComponent> = {}): SiteComponent {
  return {
    id: publicId(),
    name: "Payments",
    description: null,
    status: "operational",
    isGroup: false,
    groupId: null,
    isShowcased: true,
    isOnlyShownDegraded: false,
    startDate: "2026-01-01",
    states: [],
    createdAt: AT,
    updatedAt: AT,
    ...change,
  };
}

export function makeSiteIncident(change: Partial<SiteIncident> = {}): SiteIncident {
  return {
    id: publicId(),
    title: "Payments fail",
    status: "investigating",
    impact: "minor",
    createdAt: AT,
    updatedAt: AT,
    startedAt: AT,
    resolvedAt: null,
    updates: [makeSiteUpdate("investigating")],
    report: null,
    ...change,
  };
}

export function makeSiteUpdate<Status extends string>(
  status: Status,
  change: Partial<Omit<SiteIncident["updates"][number], "status">> = {},
) {
  return {
    id: publicId(),
    status,
    body: "We look into it.",
    at: AT,
    createdAt: AT,
    updatedAt: AT,
    correctedAt: null,
    nextUpdateDueAt: null,
    changes: [],
    ...change,
  };
}

export function makeMaintenance(change: Partial<SiteMaintenance> = {}): SiteMaintenance {
  return {
    id: publicId(),
    title: "New database",
    status: "scheduled",
    impact: "maintenance",
    createdAt: AT,
    updatedAt: AT,
    startedAt: AT,
    resolvedAt: null,
    updates: [makeSiteUpdate("scheduled")],
    report: null,
    scheduledFor: AT + 60 * MINUTE,
    scheduledUntil: AT + 120 * MINUTE,
    cancelledAt: null,
    sequence: 0,
    ...change,
  };
}

export function makeSite(change: Partial<Site> = {}): Site {
  return {
    page: {
      id: "abcdefghijkl",
      name: "Acme",
      url: "https://status.example.com",
      about: null,
      zone: "Europe/Berlin",
      supportUrl: null,
      updatedAt: AT,
    },
    components: [makeSiteComponent()],
    incidents: [],
    maintenances: [],
    ...change,
  };
}
