import type {
  Site,
  SiteChange,
  SiteComponent,
  SiteIncident,
  SiteMaintenance,
  SiteUpdate,
} from "@/lib/domain/site";
import { bodyText } from "./body-text";
import type { Answer, V2Component, V2Incident, V2Maintenance } from "./shape";

/** A component of another page; one that the page itself does not list any more is of the past. */
export type TakenComponent = SiteComponent & { isPast: boolean };

/** What another page's API told of it, as this portal has such things. */
export type TakenSite = Pick<Site, "incidents" | "maintenances"> & {
  page: { id: string; name: string; zone: string | undefined; updatedAt: number };
  /** In the page's order: groups, and components within or without one. */
  components: TakenComponent[];
};

/** One site of several answers about the same page: where two tell of the same thing, the newer one counts. */
export function takenSite(answers: [Answer, ...Answer[]]): TakenSite {
  const inOrder = answers.toSorted((a, b) => a.page.updated_at - b.page.updated_at);
  const newest = inOrder.at(-1) ?? answers[0];
  const incidents = byId(inOrder.flatMap((answer) => answer.incidents ?? []));
  const maintenances = byId(inOrder.flatMap((answer) => answer.scheduled_maintenances ?? []));
  return {
    page: {
      id: newest.page.id,
      name: newest.page.name,
      zone: zoneOf(newest.page.time_zone),
      updatedAt: newest.page.updated_at,
    },
    components: componentsOf(inOrder, [...incidents, ...maintenances]),
    incidents: incidents.map(incidentOf),
    maintenances: maintenances.map(maintenanceOf),
  };
}

const byId = <Thing extends { id: string }>(things: Thing[]): Thing[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];

function zoneOf(name: string | undefined): string | undefined {
  try {
    return (
      name && new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone && name
    );
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Entry = V2Incident | V2Maintenance;
type Update = Entry["incident_updates"][number];

/** Components as they are listed, then those of which only incidents still tell. */
function componentsOf(answers: Answer[], entries: Entry[]): TakenComponent[] {
  const lists = answers.flatMap(({ components }) => (components ? [components] : []));
  const listed = lists.at(-1);
  const known = byId([...entries.flatMap(({ components }) => components), ...lists.flat()]);
  const isListed = new Set((listed ?? known).map(({ id }) => id));
  const inOrder = known.toSorted((a, b) => a.position - b.position);
  const placed = inOrder
    .filter(({ group_id: group }) => group === null || !isListed.has(group))
    .flatMap((top) => [top, ...inOrder.filter(({ group_id: group }) => group === top.id)]);
  const told = placed.map((one) => ({ ...componentOf(one), isPast: !isListed.has(one.id) }));
  return [...told, ...namedOnly(entries, new Set(known.map(({ id }) => id)))];
}

function componentOf(component: V2Component): SiteComponent {
  return {
    id: component.id,
    name: component.name,
    description: component.description,
    status: component.group ? "operational" : component.status,
    isGroup: component.group,
    groupId: component.group_id,
    isShowcased: component.showcase,
    isOnlyShownDegraded: component.only_show_if_degraded,
    startDate: component.start_date,
    states: [],
    createdAt: component.created_at,
    updatedAt: component.updated_at,
  };
}

/** Components that were deleted, of which updates still give the name. */
function namedOnly(entries: Entry[], known: Set<string>): TakenComponent[] {
  const named = entries.flatMap(({ incident_updates: updates }) =>
    updates.flatMap(({ affected_components: affected, created_at: at }) =>
      (affected ?? []).map(({ code: id, name, new_status: status }) => ({ id, name, status, at })),
    ),
  );
  return byId(named.toSorted((a, b) => a.at - b.at))
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, status, at }) => ({
      id,
      name,
      status,
      description: null,
      isGroup: false,
      groupId: null,
      isShowcased: false,
      isOnlyShownDegraded: false,
      startDate: null,
      states: [],
      createdAt: at,
      updatedAt: at,
      isPast: true,
    }));
}

function incidentOf(incident: V2Incident): SiteIncident {
  return { ...announced(incident), status: incident.status, updates: updatesOf(incident) };
}

function maintenanceOf(maintenance: V2Maintenance): SiteMaintenance {
  return {
    ...announced(maintenance),
    status: maintenance.status,
    updates: updatesOf(maintenance),
    impact: "maintenance",
    scheduledFor: maintenance.scheduled_for,
    scheduledUntil: maintenance.scheduled_until,
    cancelledAt: null,
    sequence: 0,
  };
}

const announced = (entry: Entry) => ({
  id: entry.id,
  title: entry.name,
  impact: entry.impact,
  createdAt: entry.created_at,
  updatedAt: entry.updated_at,
  startedAt: entry.started_at ?? entry.created_at,
  resolvedAt: entry.resolved_at,
  report: null,
});

/** The newest first. Where no update says what it touched, the oldest one bears the entry's components. */
function updatesOf<Status extends string>(entry: {
  incident_updates: (Omit<Update, "status"> & { status: Status | "postmortem" })[];
  components: V2Component[];
}): SiteUpdate<Status>[] {
  const { incident_updates: updates, components } = entry;
  const saysNothing = updates.every(({ affected_components: affected }) => !affected?.length);
  const bare = components.filter(({ group }) => !group);
  const inOrder = updates
    .map((update) => ({
      id: update.id,
      status: update.status,
      body: bodyText(update.body ?? ""),
      at: update.display_at ?? update.created_at,
      createdAt: update.created_at,
      updatedAt: update.updated_at,
      correctedAt: update.updated_at === update.created_at ? null : update.updated_at,
      nextUpdateDueAt: null,
      changes: (update.affected_components ?? []).map(
        ({ code, old_status: before, new_status: after }): SiteChange => ({
          componentId: code,
          before,
          after,
        }),
      ),
    }))
    .toSorted((a, b) => b.at - a.at);
  return inOrder.map((update, i) =>
    saysNothing && i === inOrder.length - 1 ? { ...update, changes: bare.map(unchanged) } : update,
  );
}

const unchanged = ({ id: componentId }: V2Component): SiteChange => ({
  componentId,
  before: "operational",
  after: "operational",
});
