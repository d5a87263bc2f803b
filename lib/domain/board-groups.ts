import { ACTION_ITEM_STATUSES, COLUMN_NAMES, columnOf } from "./board";
import type { BoardGroup } from "./board-filters";
import { groupedBy } from "./grouped";
import { pageOf } from "./page";

type Grouped = {
  status: string | null;
  owner: string | null;
  person: string | null;
  incidentKey: string;
  incidentTitle: string;
  factors: string[];
};

export type ItemGroup<Item> = { name: string; items: Item[] };

const NONE: Partial<Record<BoardGroup, string>> = { owner: "No owner", factor: "No factor" };

/**
 * The items put together by what they share, each in one group: an item that answers several factors
 * stands under the first of them. Columns come in the board's order, owners and factors by name, incidents
 * the newest first, and what has none of it comes last.
 */
export function groupsOf<Item extends Grouped>(items: Item[], by: BoardGroup): ItemGroup<Item>[] {
  return [...groupedBy(items, (item) => nameIn(item, by))]
    .toSorted(([a], [b]) => compareNames(a, b, by))
    .map(([name, items]) => ({ name: name ?? NONE[by] ?? "", items }));
}

/** A group by the ids of its cards. */
export type Lane = { name: string; ids: number[] };

/** The cards of each lane that has some, or all of them in one without a name. */
export function lanesOf<C extends { id: number }>(
  cards: C[],
  lanes: Lane[] | undefined,
): { name?: string; cards: C[] }[] {
  if (!lanes) return [{ cards }];
  const byId = new Map(cards.map((card) => [card.id, card]));
  return lanes
    .map(({ name, ids }) => ({ name, cards: ids.flatMap((id) => byId.get(id) ?? []) }))
    .filter(({ cards }) => cards.length > 0);
}

/** One page of the rows of all groups, each under its group's name; a group may go on over the next page. */
export function pageOfGroups<Item>(groups: ItemGroup<Item>[], asked: number, perPage: number) {
  const rows = groups.flatMap((group) => group.items.map((item) => ({ group, item })));
  const { shown, ...place } = pageOf(rows, asked, perPage);
  const parts = [...groupedBy(shown, ({ group }) => group)].map(([{ name, items }, rows]) => ({
    name,
    total: items.length,
    items: rows.map(({ item }) => item),
  }));
  return { ...place, groups: parts };
}

function nameIn(item: Grouped, by: BoardGroup): string | undefined {
  if (by === "status") return COLUMN_NAMES[columnOf(item.status)];
  if (by === "incident") return `${item.incidentKey} ${item.incidentTitle}`;
  if (by === "factor") return item.factors[0];
  return item.person ?? (item.owner?.trim() || undefined);
}

const COLUMN_ORDER = ACTION_ITEM_STATUSES.map((status) => COLUMN_NAMES[status]);

function compareNames(a: string | undefined, b: string | undefined, by: BoardGroup): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  if (by === "status") return COLUMN_ORDER.indexOf(a) - COLUMN_ORDER.indexOf(b);
  const order = a.localeCompare(b, "en", { numeric: true });
  return by === "incident" ? -order : order;
}
