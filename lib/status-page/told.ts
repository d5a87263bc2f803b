import type { ComponentStatus } from "@/lib/domain/component";
import {
  isMaintenance,
  touchedBy,
  type Site,
  type SiteComponent,
  type SiteEntry,
  type SiteMaintenance,
} from "@/lib/domain/site";
import { isCancelled } from "./v2-objects";

export type ToldUpdate = SiteEntry["updates"][number];

/** What subscribers are told, as outsiders may read it. Times are UTC milliseconds. */
export type Told =
  | { kind: "update"; entry: SiteEntry; update: ToldUpdate }
  | { kind: "reminder"; entry: SiteMaintenance }
  | { kind: "state"; component: SiteComponent; before: ComponentStatus; state: State };

type State = { at: number; status: ComponentStatus };

/** What was changed and what bears the change, by public ids. */
type Names = { of: string; update: string | null; set: State | null };

/** Finds on the public page what a change is about; nothing where it is not there, or no more. */
export function findTold(site: Site, { of, update, set }: Names): Told | undefined {
  if (set !== null) return findState(site, of, set);
  const entries: SiteEntry[] = [...site.incidents, ...site.maintenances];
  const entry = entries.find(({ id }) => id === of);
  if (!entry) return undefined;
  if (update === null) return isMaintenance(entry) ? findReminder(entry) : undefined;
  const found = entry.updates.find(({ id }) => id === update);
  return found && { kind: "update", entry, update: found };
}

/** Nobody is reminded of what was called off or is over. */
function findReminder(entry: SiteMaintenance): Told | undefined {
  return isCancelled(entry) || entry.status === "completed"
    ? undefined
    : { kind: "reminder", entry };
}

function findState({ components }: Site, of: string, state: State): Told | undefined {
  const component = components.find(({ id }) => id === of);
  const place = component?.states.findIndex(
    ({ at, status }) => at === state.at && status === state.status,
  );
  if (!component || place === undefined || place < 0) return undefined;
  const before = component.states[place - 1]?.status ?? "operational";
  return { kind: "state", component, before, state };
}

/** `Investigating`, `In progress`, and `Cancelled` for the last word on what was called off. */
export function statusOf(entry: SiteEntry, update: ToldUpdate): string {
  if (isCancelled(entry) && entry.updates[0]?.id === update.id) return "Cancelled";
  return (update.status.charAt(0).toUpperCase() + update.status.slice(1)).replaceAll("_", " ");
}

/** The names of what an incident or maintenance touched, in the page's order. */
export function touchedNames({ components }: Site, entry: SiteEntry): string[] {
  const touched = touchedBy(entry);
  return components.filter(({ id }) => touched.includes(id)).map(({ name }) => name);
}

/** A component's name, with its group's before it. */
export function fullName({ components }: Site, { name, groupId }: SiteComponent): string {
  const group = components.find(({ id }) => id === groupId);
  return group ? `${group.name} - ${name}` : name;
}
