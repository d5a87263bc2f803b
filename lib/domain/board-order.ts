import { ACTION_ITEM_STATUSES, columnOf } from "./board";
import type { BoardSort } from "./board-filters";

type Ordered = {
  id: number;
  title: string;
  status: string | null;
  owner: string | null;
  person: string | null;
  team: string | null;
  priority: string | null;
  type: string | null;
  deadline: string | null;
  incidentKey: string;
  bornAt: number;
};

type Value = string | number | null;

const VALUES: Record<BoardSort, (item: Ordered) => Value> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  status: ({ status }) => ACTION_ITEM_STATUSES.indexOf(columnOf(status)),
  owner: ({ person, owner }) => person ?? owner,
  team: ({ team }) => team,
  priority: ({ priority }) => priority,
  type: ({ type }) => type,
  deadline: ({ deadline }) => deadline,
  incident: ({ incidentKey }) => incidentKey,
  age: ({ bornAt }) => -bornAt,
};

/** The items by one of their columns. What has nothing there comes last in both directions. */
export function inOrderOf<Item extends Ordered>(
  items: Item[],
  sort: BoardSort,
  isDescending = false,
): Item[] {
  const value = VALUES[sort];
  const direction = isDescending ? -1 : 1;
  return items.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) {
      return left === right ? a.id - b.id : left === null ? 1 : -1;
    }
    return direction * compare(left, right) || a.id - b.id;
  });
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}
