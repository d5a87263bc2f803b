import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ACTION_ITEM_STATUSES,
  columnOf,
  columnsOf,
  END,
  inBoardOrder,
  indexBeside,
  moveAmongAll,
  moveCard,
  placeInWords,
  settle,
  type Card,
} from "@/lib/domain/board";

const card = (id: number, status: string | null, position: number): Card => ({
  id,
  status,
  position,
});

/** The ids of each column that has cards, from top to bottom. */
function layout(cards: Card[]) {
  return Object.fromEntries(
    ACTION_ITEM_STATUSES.map((column) => [
      column,
      inBoardOrder(cards.filter(({ status }) => columnOf(status) === column)).map(({ id }) => id),
    ]).filter(([, ids]) => ids?.length),
  );
}

describe("columnOf", () => {
  test("knows the board's own words", () => {
    expect(ACTION_ITEM_STATUSES.map(columnOf)).toEqual([...ACTION_ITEM_STATUSES]);
  });

  test.each([
    ["In Progress", "in_progress"],
    ["in-review", "in_review"],
    ["Won’t do", "wont_do"],
    ["won't do", "wont_do"],
    ["To do", "open"],
    ["completed", "done"],
    ["Closed", "done"],
    ["cancelled", "wont_do"],
  ])("reads %s as %s", (word, column) => {
    expect(columnOf(word)).toBe(column);
  });

  test("puts unknown and missing words under Open", () => {
    expect(["blocked", "not done", "", null, undefined].map(columnOf)).toEqual(
      Array(5).fill("open"),
    );
  });
});

describe("moveCard", () => {
  const board = [
    card(1, "open", 0),
    card(2, "open", 1),
    card(3, "open", 2),
    card(4, "done", 0),
    card(5, "done", 1),
  ];

  test("puts a card between the cards of another column", () => {
    expect(layout(moveCard(board, { id: 1, to: "done", index: 1 }))).toEqual({
      open: [2, 3],
      done: [4, 1, 5],
    });
  });

  test("puts a card into an empty column", () => {
    expect(layout(moveCard(board, { id: 2, to: "in_review", index: 0 }))).toEqual({
      open: [1, 3],
      in_review: [2],
      done: [4, 5],
    });
  });

  test("moves a card up and down in its own column", () => {
    expect(layout(moveCard(board, { id: 1, to: "open", index: 2 })).open).toEqual([2, 3, 1]);
    expect(layout(moveCard(board, { id: 3, to: "open", index: 0 })).open).toEqual([3, 1, 2]);
  });

  test("takes an index beyond the column as its end", () => {
    const moved = moveCard(board, { id: 1, to: "done", index: END });
    expect(moved[0]).toEqual(card(1, "done", 2));
  });

  test("gives the moved card the column's word", () => {
    const [moved] = moveCard([card(1, "blocked", 0)], { id: 1, to: "done", index: 0 });
    expect(moved?.status).toBe("done");
  });

  test("keeps a record's own word, or its absence, within the column", () => {
    const own = [card(1, "blocked", 0), card(2, null, 1)];
    expect(moveCard(own, { id: 2, to: "open", index: 0 })).toEqual([
      card(1, "blocked", 1),
      card(2, null, 0),
    ]);
  });

  test("takes a given word back on, so that a move can be undone to the letter", () => {
    const own = [card(1, "blocked", 0), card(2, null, 1)];
    for (const { id, status, position } of own) {
      const there = moveCard(own, { id, to: "done", index: 0 });
      expect(moveCard(there, { id, to: "open", index: position, word: status })).toEqual(own);
    }
  });

  test("does not take a word of another column", () => {
    const [moved] = moveCard(board, { id: 1, to: "done", index: 0, word: "in_review" });
    expect(moved?.status).toBe("done");
  });

  test("leaves the same objects where nothing changed", () => {
    const moved = moveCard(board, { id: 3, to: "done", index: END });
    expect(moved.map((after, i) => after === board[i])).toEqual([true, true, false, true, true]);
    expect(moveCard(board, { id: 4, to: "done", index: 0 })).toEqual(board);
    expect(moveCard(board, { id: 4, to: "done", index: 0 })[3]).toBe(board[3]);
  });

  test("puts a card before another one, wherever that is in the column by now", () => {
    const move = { id: 4, to: "open", index: 1, before: 3 } as const;
    expect(layout(moveCard(board, move)).open).toEqual([1, 2, 4, 3]);
    expect(layout(moveCard(board, { ...move, id: 1 })).open).toEqual([2, 1, 3]);
  });

  test.each([5, 404, 4])("takes the index where card %i is not there to stand before", (before) => {
    const moved = moveCard(board, { id: 4, to: "open", index: 1, before });
    expect(layout(moved).open).toEqual([1, 4, 2, 3]);
  });

  test("leaves the board alone when the card is gone", () => {
    expect(moveCard(board, { id: 404, to: "done", index: 0 })).toBe(board);
  });
});

describe("moveAmongAll", () => {
  test("knows no card that the mover may not see", () => {
    const all = [card(1, "open", 0), card(2, "open", 1), card(9, "done", 0)];
    const seen = [card(1, "open", 0), card(9, "done", 0)];
    const move = { id: 9, to: "open", index: 0, before: 2 } as const;
    const moved = moveCard(all, moveAmongAll(all, seen, move));
    expect(layout(moved).open).toEqual([9, 1, 2]);
  });

  const all = [card(1, "open", 0), card(2, "open", 1), card(3, "open", 2), card(4, "done", 0)];
  const seen = all.filter(({ id }) => id !== 2);

  test("leaves a move as it is for those who see every card, and for a card that is gone", () => {
    expect(moveAmongAll(all, all, { id: 1, to: "open", index: 1 }).index).toBe(1);
    expect(moveAmongAll(all, seen, { id: 9, to: "open", index: 1 }).index).toBe(1);
  });

  test("moves nothing where nothing moves for them", () => {
    expect(moveAmongAll(all, seen, { id: 3, to: "open", index: 1 }).index).toBe(2);
  });

  test("leads to the end where it is the end for them", () => {
    expect(moveAmongAll(all, seen, { id: 1, to: "open", index: 1 }).index).toBe(END);
  });

  test("gives those who see a part the board that they were shown", () => {
    const status = fc.constantFrom(...ACTION_ITEM_STATUSES);
    const cards = fc.array(fc.record({ status, isSeen: fc.boolean() }), { maxLength: 12 });
    const order = (board: Card[], ids: Set<number>) =>
      layout(settle(board.filter(({ id }) => ids.has(id))));
    fc.assert(
      fc.property(cards, fc.nat(), status, fc.nat({ max: 14 }), (made, which, to, index) => {
        const board = settle(made.map((each, id) => card(id, each.status, id)));
        const part = board.filter(({ id }) => made[id]?.isSeen);
        const moved = part[which % Math.max(part.length, 1)];
        if (!moved) return;
        const move = { id: moved.id, to, index };
        const ids = new Set(part.map(({ id }) => id));
        const expected = order(moveCard(settle(part), move), ids);
        expect(order(moveCard(board, moveAmongAll(board, part, move)), ids)).toEqual(expected);
      }),
    );
  });
});

describe("indexBeside", () => {
  const board = [
    card(1, "open", 0),
    card(2, "open", 1),
    card(3, "open", 2),
    card(4, "done", 0),
    card(5, "done", 1),
  ];
  const drop = (id: number, beside: number, edge: "top" | "bottom") => {
    const [moved, target] = [id, beside].map((of) => board.find((card) => card.id === of));
    if (!moved || !target) throw new Error("There is no such card.");
    const to = columnOf(target.status);
    return layout(moveCard(board, { id, to, index: indexBeside(moved, target, edge) }));
  };

  test("finds the place in another column", () => {
    expect(drop(1, 5, "top").done).toEqual([4, 1, 5]);
    expect(drop(1, 5, "bottom").done).toEqual([4, 5, 1]);
  });

  test("finds the place in the same column, upwards and downwards", () => {
    expect(drop(1, 3, "top").open).toEqual([2, 1, 3]);
    expect(drop(1, 3, "bottom").open).toEqual([2, 3, 1]);
    expect(drop(3, 1, "top").open).toEqual([3, 1, 2]);
    expect(drop(3, 1, "bottom").open).toEqual([1, 3, 2]);
  });

  test("leaves a card where it is when it is dropped on itself", () => {
    expect(drop(2, 2, "top").open).toEqual([1, 2, 3]);
  });
});

describe("columnsOf", () => {
  test("sorts the cards into columns", () => {
    const cards = [card(1, "blocked", 1), card(2, null, 0), card(3, "done", 0)];
    const { open, done, in_review } = columnsOf(cards);
    expect([open, done, in_review].map((column) => column.map(({ id }) => id))).toEqual([
      [2, 1],
      [3],
      [],
    ]);
  });
});

describe("placeInWords", () => {
  test("says in which column a card stands, and where", () => {
    const cards = [card(1, "in_progress", 0), card(2, "in_progress", 5)];
    expect(placeInWords(cards, 2)).toBe("In progress, position 2 of 2");
  });

  test("says nothing of a card that is gone", () => {
    expect(placeInWords([], 2)).toBeUndefined();
  });
});

describe("settle", () => {
  test("closes gaps and parts cards that share a place, in the order they were made", () => {
    const cards = [card(2, "done", 4), card(1, "done", 4), card(3, "blocked", 7), card(4, null, 1)];
    expect(settle(cards)).toEqual([
      card(2, "done", 1),
      card(1, "done", 0),
      card(3, "blocked", 1),
      card(4, null, 0),
    ]);
  });

  test("leaves the same objects where nothing changed", () => {
    const cards = [card(1, "open", 0), card(2, "open", 1)];
    expect(settle(cards).every((after, i) => after === cards[i])).toBe(true);
  });
});

const anyWord = fc.constantFrom(...ACTION_ITEM_STATUSES, "blocked", "Closed", null);
const anyBoard = fc
  .array(anyWord, { maxLength: 12 })
  .map((words) => settle(words.map((word, i) => card(i + 1, word, i))));
const anyMove = fc.record({
  id: fc.integer({ min: 1, max: 13 }),
  to: fc.constantFrom(...ACTION_ITEM_STATUSES),
  index: fc.oneof(fc.nat(12), fc.constant(END)),
});

describe("any number of moves", () => {
  test("keep places unique and without gaps, and lose no card", () => {
    fc.assert(
      fc.property(anyBoard, fc.array(anyMove, { maxLength: 20 }), (board, moves) => {
        const after = moves.reduce(moveCard, board);
        expect(after.map(({ id }) => id)).toEqual(board.map(({ id }) => id));
        expect(settle(after)).toEqual(after);
      }),
    );
  });

  test("look the same through a filter as on the whole board", () => {
    fc.assert(
      fc.property(anyBoard, anyMove, fc.infiniteStream(fc.boolean()), (board, move, coin) => {
        const hidden = new Set(
          board
            .filter(({ id }) => id !== move.id)
            .flatMap(({ id }) => (coin.next().value ? [id] : [])),
        );
        const shown = (cards: Card[]) => cards.filter(({ id }) => !hidden.has(id));
        expect(layout(moveCard(shown(board), move))).toEqual(layout(shown(moveCard(board, move))));
      }),
    );
  });
});
