import {
  ACTION_ITEM_STATUSES,
  columnOf,
  columnsOf,
  END,
  indexBeside,
  type Card,
  type Move,
} from "./board";

const ARROWS = {
  ArrowUp: { across: 0, along: -1 },
  ArrowDown: { across: 0, along: 1 },
  ArrowLeft: { across: -1, along: 0 },
  ArrowRight: { across: 1, along: 0 },
} as const;
export type Arrow = keyof typeof ARROWS;

export function isArrow(key: string): key is Arrow {
  return Object.hasOwn(ARROWS, key);
}

/** The next card in an arrow's direction. Sideways it skips empty columns and keeps the row if it can. */
export function cardBeyond<C extends Card>(cards: C[], from: C, arrow: Arrow): C | undefined {
  const { across, along } = ARROWS[arrow];
  const columns = columnsOf(cards);
  const column = columns[columnOf(from.status)];
  const row = column.indexOf(from);
  if (along !== 0) return column[row + along];

  let index = ACTION_ITEM_STATUSES.indexOf(columnOf(from.status)) + across;
  while (index >= 0) {
    const status = ACTION_ITEM_STATUSES[index];
    if (status === undefined) return undefined;
    const next = columns[status][row] ?? columns[status].at(-1);
    if (next) return next;
    index += across;
  }
  return undefined;
}

/** The move of a card by one place in an arrow's direction, or to the same row of the next column. */
export function moveTowards(cards: Card[], card: Card, arrow: Arrow): Move | undefined {
  const { id } = card;
  const from = columnOf(card.status);
  const columns = columnsOf(cards);
  const row = columns[from].indexOf(card);
  const { across, along } = ARROWS[arrow];
  if (along !== 0) {
    const passed = columns[from][row + along];
    const edge = along < 0 ? "top" : "bottom";
    return passed && { id, to: from, index: indexBeside(card, passed, edge) };
  }
  const index = ACTION_ITEM_STATUSES.indexOf(from) + across;
  const to = index < 0 ? undefined : ACTION_ITEM_STATUSES[index];
  if (!to) return undefined;
  const pushed = columns[to][row];
  return { id, to, index: pushed ? indexBeside(card, pushed, "top") : END };
}
