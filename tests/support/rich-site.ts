import type { ComponentStatus } from "@/lib/domain/component";
import type { Site, SiteChange } from "@/lib/domain/site";
import {
  makeMaintenance,
  makeSite,
  makeSiteComponent,
  makeSiteIncident,
  makeSiteUpdate,
  MINUTE,
} from "./make-site";

export const NOW = Date.UTC(2026, 4, 10, 14, 2, 10);
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const update = <Status extends string>(status: Status, at: number, body: string, more = {}) =>
  makeSiteUpdate(status, { at, createdAt: at, updatedAt: at, body, ...more });
const change = (
  componentId: string,
  before: ComponentStatus,
  after: ComponentStatus,
): SiteChange[] => [{ componentId, before, after }];
const well = { status: "operational", at: NOW - 100 * DAY } as const;

const platform = makeSiteComponent({
  id: "gggggggggg01",
  name: "Payments platform",
  isGroup: true,
  description: "All that takes money.",
});
const sites = makeSiteComponent({ id: "gggggggggg02", name: "Websites", isGroup: true });

const components = [
  platform,
  makeSiteComponent({
    id: "cccccccccc01",
    name: "Payments API",
    groupId: platform.id,
    status: "partial_outage",
    description: "Charges, refunds and payouts through the API.",
    states: [
      well,
      { status: "major_outage", at: NOW - 30 * DAY },
      { status: "operational", at: NOW - 30 * DAY + 2 * HOUR },
      { status: "degraded_performance", at: NOW - 20 * DAY },
      { status: "operational", at: NOW - 20 * DAY + 40 * MINUTE },
      { status: "partial_outage", at: NOW - HOUR },
    ],
  }),
  makeSiteComponent({ id: "cccccccccc02", name: "Webhooks", groupId: platform.id, states: [well] }),
  sites,
  makeSiteComponent({ id: "cccccccccc03", name: "Dashboard", groupId: sites.id, states: [well] }),
  makeSiteComponent({
    id: "cccccccccc04",
    name: "Documentation with a rather long name",
    groupId: sites.id,
    startDate: "2026-04-20",
  }),
  makeSiteComponent({
    id: "cccccccccc05",
    name: "Notifications",
    status: "under_maintenance",
    description: "E-mail and push.",
    states: [well],
  }),
  makeSiteComponent({ id: "cccccccccc06", name: "Search", startDate: null }),
];

const open = makeSiteIncident({
  id: "iiiiiiiiii01",
  title: "Card payments are declined for some customers",
  status: "identified",
  impact: "major",
  startedAt: NOW - 65 * MINUTE,
  updatedAt: NOW - 20 * MINUTE,
  updates: [
    update("identified", NOW - 20 * MINUTE, "We found a faulty release and roll it back.", {
      nextUpdateDueAt: NOW + 25 * MINUTE,
      correctedAt: NOW - 10 * MINUTE,
    }),
    update("investigating", NOW - 65 * MINUTE, "Some card payments are declined.", {
      changes: change("cccccccccc01", "operational", "partial_outage"),
    }),
  ],
});

const past = makeSiteIncident({
  id: "iiiiiiiiii02",
  title: "Slow dashboard",
  status: "resolved",
  startedAt: NOW - 3 * DAY,
  resolvedAt: NOW - 3 * DAY + 2 * HOUR,
  updates: [
    update("resolved", NOW - 3 * DAY + 2 * HOUR, "The dashboard is fast again.", {
      changes: change("cccccccccc03", "degraded_performance", "operational"),
    }),
    update("monitoring", NOW - 3 * DAY + HOUR, "A fix is in place."),
    update("investigating", NOW - 3 * DAY, "The dashboard is slow.", {
      changes: change("cccccccccc03", "operational", "degraded_performance"),
    }),
  ],
  report: {
    id: "rrrrrrrrrr01",
    body: "### What happened\n\nA cache was *empty* after a [restart](https://example.com/x).\n\n- one\n- two\n\n| Time | What |\n|---|---|\n| 14:00 | Restart |\n\n> Sorry.\n\n```\ncode\n```\n",
    note: "a clearer timeline",
    at: NOW - 2 * DAY,
    updatedAt: NOW - DAY,
  },
});

const running = makeMaintenance({
  id: "mmmmmmmmmm01",
  title: "Mail servers",
  status: "in_progress",
  scheduledFor: NOW - HOUR,
  scheduledUntil: NOW + HOUR,
  startedAt: NOW - 5 * DAY,
  updates: [
    update("in_progress", NOW - HOUR, "Started.", {
      changes: change("cccccccccc05", "operational", "under_maintenance"),
    }),
    update("scheduled", NOW - 5 * DAY, "We update mail servers."),
  ],
});
const planned = makeMaintenance({
  id: "mmmmmmmmmm02",
  title: "Move to a new database",
  scheduledFor: NOW + 20 * HOUR,
  scheduledUntil: NOW + 23 * HOUR,
  startedAt: NOW - 2 * DAY,
  updates: [update("scheduled", NOW - 2 * DAY, "Payments are read-only for a few minutes.")],
});
const done = makeMaintenance({
  id: "mmmmmmmmmm03",
  title: "Certificates",
  status: "completed",
  scheduledFor: NOW - 6 * DAY,
  scheduledUntil: NOW - 6 * DAY + HOUR,
  resolvedAt: NOW - 6 * DAY + HOUR,
  startedAt: NOW - 9 * DAY,
  updates: [
    update("completed", NOW - 6 * DAY + HOUR, "Done."),
    update("in_progress", NOW - 6 * DAY, "Started."),
    update("scheduled", NOW - 9 * DAY, "We renew certificates."),
  ],
});

/** A site with something of everything: groups, outages, incidents, a report and maintenance. */
export function richSite(url = "https://status.example.com"): Site {
  const site = makeSite({
    components,
    incidents: [open, past],
    maintenances: [running, planned, done],
    withdrawn: ["wwwwwwwwww01"],
  });
  const page = { about: "How Acme is.", supportUrl: "https://example.com/support" };
  return { ...site, page: { ...site.page, ...page, url, copyUrl: "https://copy.example.net" } };
}

/** The same some minutes later: one more update, and all is over. */
export function laterSite(url: string): Site {
  const site = richSite(url);
  const at = NOW + 5 * MINUTE;
  const over = {
    ...open,
    status: "resolved" as const,
    resolvedAt: at,
    updatedAt: at,
    updates: [update("resolved", at, "All card payments work again."), ...open.updates],
  };
  return {
    ...site,
    components: components.map((one) => ({
      ...one,
      status: "operational" as const,
      updatedAt: at,
    })),
    incidents: [over, past],
  };
}
