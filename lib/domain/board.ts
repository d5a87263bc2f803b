export const ACTION_ITEM_STATUSES = [
  "open",
  "in_progress",
  "in_review",
  "done",
  "wont_do",
] as const;
export type ActionItemStatus = (typeof ACTION_ITEM_STATUSES)[number];

export const COLUMN_NAMES: Record<ActionItemStatus, string> = {
  open: "Open",
  in_progress: "In progress",
  in_review: "In review",
  done: "Done",
  wont_do: "Won’t do",
};

export const PRIORITIES = ["P0", "P1", "P2", "P3", "P4"] as const;
export type Priority = (typeof PRIORITIES)[number];
export const ACTION_ITEM_TYPES = ["detection", "prevention", "mitigation", "process"] as const;
export type ActionItemType = (typeof ACTION_ITEM_TYPES)[number];

/** Words that records use for a column, spelled without case, spaces, hyphens or apostrophes. */
const COLUMN_WORDS = new Map<string, ActionItemStatus>([
  ...ACTION_ITEM_STATUSES.map((status) => [status.replace("_", ""), status] as const),
  ["todo", "open"],
  ["completed", "done"],
  ["closed", "done"],
  ["cancelled", "wont_do"],
]);

/**
 * The board column of an action item's status. A record's status is an open word: one that names no
 * column, or none at all, stands under Open and keeps its word.
 */
export function columnOf(status: string | null | undefined): ActionItemStatus {
  const word = status?.toLowerCase().replaceAll(/[\s_’'-]/g, "") ?? "";
  return COLUMN_WORDS.get(word) ?? "open";
}

/** `position` counts from 0 within the whole column, whether or not its other cards are shown. */
export type Card = { id: number; status: string | null; position: number };

/**
 * `index` is the place in the whole column without the card; `before` is the card that it comes to stand before, which
 * beats the index as long as that one is in the column; `word` is the status to take on there.
 */
export type Move = {
  id: number;
  to: ActionItemStatus;
  index: number;
  before?: number | undefined;
  word?: string | null | undefined;
};

/** An index beyond every card: the end of the column. */
export const END = Number.MAX_SAFE_INTEGER;

/**
 * The board after one card moves. The browser runs it for the optimistic frame and the server runs it
 * for the rows to save, so the two cannot disagree; on the part of a board that a filter leaves, it
 * gives the same places. Cards that did not change come back as the same object, and a card that stays
 * in its column keeps its own status word.
 */
export function moveCard<C extends Card>(cards: C[], move: Move): C[] {
  const { id, to, word } = move;
  const moved = cards.find((card) => card.id === id);
  if (!moved) return cards;

  const from = columnOf(moved.status);
  const lifted = (card: C) =>
    columnOf(card.status) === from && card.position > moved.position
      ? card.position - 1
      : card.position;
  const end = cards
    .filter((card) => card !== moved && columnOf(card.status) === to)
    .reduce((last, card) => Math.max(last, lifted(card) + 1), 0);
  const landed = Math.min(indexOf(cards, moved, move), end);
  const taken = word !== undefined && columnOf(word) === to ? word : to;

  return cards.map((card) => {
    if (card === moved) {
      const stays = from === to && landed === card.position;
      return stays
        ? card
        : { ...card, status: from === to ? card.status : taken, position: landed };
    }
    const place = lifted(card);
    const position = columnOf(card.status) === to && place >= landed ? place + 1 : place;
    return position === card.position ? card : { ...card, position };
  });
}

/** Where a card is to land: before another one, if that is there, else at its number. */
function indexOf(cards: Card[], moved: Card, { to, index, before }: Move): number {
  const next = cards.find(({ id, status }) => id === before && columnOf(status) === to);
  return next && next !== moved ? indexBeside(moved, next, "top") : index;
}

/**
 * A move among the cards that one person may see, as the move among all: the card lands before the same
 * card as it did for them, and at the end where it landed there.
 */
export function moveAmongAll(all: Card[], seen: Card[], move: Move): Move {
  const moved = all.find(({ id }) => id === move.id);
  if (!moved || seen.length === all.length) return move;

  const before = settle(seen);
  const after = moveCard(before, move);
  if (after.every((card, i) => card === before[i])) {
    return { ...move, before: undefined, index: moved.position };
  }
  const column = columnsOf(after)[move.to];
  const place = column.findIndex(({ id }) => id === move.id);
  const next = all.find(({ id }) => id === column[place + 1]?.id);
  return { ...move, before: undefined, index: next ? indexBeside(moved, next, "top") : END };
}

export type Edge = "top" | "bottom";

/** The index for a move of one card to the upper or lower edge of another. */
export function indexBeside(moved: Card, target: Card, edge: Edge): number {
  const together = columnOf(moved.status) === columnOf(target.status);
  const place = target.position - (together && moved.position < target.position ? 1 : 0);
  return edge === "top" ? place : place + 1;
}

/** The cards of each column, from top to bottom. */
export function columnsOf<C extends Card>(cards: C[]): Record<ActionItemStatus, C[]> {
  const columns: Record<ActionItemStatus, C[]> = {
    open: [],
    in_progress: [],
    in_review: [],
    done: [],
    wont_do: [],
  };
  for (const card of inBoardOrder(cards)) columns[columnOf(card.status)].push(card);
  return columns;
}

/** "position 2 of 4" counts the cards that are shown. */
export function placeInWords(cards: Card[], id: number): string | undefined {
  const columns = columnsOf(cards);
  for (const status of ACTION_ITEM_STATUSES) {
    const column = columns[status];
    const index = column.findIndex((card) => card.id === id);
    if (index === -1) continue;
    return `${COLUMN_NAMES[status]}, position ${index + 1} of ${column.length}`;
  }
  return undefined;
}

/**
 * The same board with every column counted from 0 without gaps, whatever was removed or added since.
 * Cards that did not change come back as the same object.
 */
export function settle<C extends Card>(cards: C[]): C[] {
  const places = new Map<number, number>();
  const filled = new Map<ActionItemStatus, number>();
  for (const card of inBoardOrder(cards)) {
    const column = columnOf(card.status);
    const position = filled.get(column) ?? 0;
    filled.set(column, position + 1);
    places.set(card.id, position);
  }
  return cards.map((card) => {
    const position = places.get(card.id) ?? card.position;
    return position === card.position ? card : { ...card, position };
  });
}

/** By place; cards that share one keep the order in which they were made. */
export function inBoardOrder<C extends Card>(cards: C[]): C[] {
  return cards.toSorted((a, b) => a.position - b.position || a.id - b.id);
}
