import type { BoardFilters } from "./board-filters";
import { isClosed } from "./closing";
import { aliasKey } from "./people";

/** What of an item the filters ask about. */
export type Fitting = {
  id: number;
  status: string | null;
  owner: string | null;
  person: string | null;
  priority: string | null;
  type: string | null;
  deadline: string | null;
  state: string | undefined;
  teamSlug: string | null;
  incidentKey: string;
  services: string[];
  factors: string[];
};

/** The board of the items that belong to no team; no team has this word. */
export const NO_TEAM = "none";

/**
 * The items that an address asks for. `me` are the names of the person who asks; `shown` has the ids of
 * those behind the number that the address names.
 */
export function fitting<Item extends Fitting>(
  items: Item[],
  filters: BoardFilters,
  me: string[],
  shown?: ReadonlySet<number>,
): Item[] {
  const { board, owner, priority, type, service, incident, factor } = filters;
  const { overdue, unowned, undated } = filters;
  const mine = board === "mine" && keysOf(me);
  const owners = owner !== undefined && keysOf(owner === "me" ? me : [owner]);
  const team = board !== "mine" && board;

  return items.filter(
    (item) =>
      (!team || (item.teamSlug ?? NO_TEAM) === team) &&
      (!mine || isOwnedBy(item, mine)) &&
      (!owners || isOwnedBy(item, owners)) &&
      (!priority || item.priority === priority) &&
      (!type || item.type === type) &&
      (!service || item.services.some((name) => aliasKey(name) === aliasKey(service))) &&
      (!incident || item.incidentKey === incident) &&
      (!factor || item.factors.includes(factor)) &&
      (!overdue || item.state === "overdue") &&
      (!unowned || (isUnowned(item) && !isClosed(item.status))) &&
      (!undated || item.state === "no_deadline") &&
      (!shown || shown.has(item.id)),
  );
}

type Owned = Pick<Fitting, "owner" | "person">;

const keysOf = (names: string[]) => new Set(names.map(aliasKey));

function isOwnedBy({ owner, person }: Owned, wanted: ReadonlySet<string>): boolean {
  return [owner, person].some((name) => name !== null && wanted.has(aliasKey(name)));
}

function isUnowned({ owner }: Owned): boolean {
  return !owner?.trim();
}
