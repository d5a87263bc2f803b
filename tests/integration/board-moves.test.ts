import fc from "fast-check";
import { asc } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { moveActionItem } from "@/db/mutations/action-items";
import { makePrivate } from "@/db/mutations/privacy";
import { cardOf, listBoardCards, type BoardCard } from "@/db/queries/action-items";
import { actionItemChanges, actionItems } from "@/db/schema";
import { ACTION_ITEM_STATUSES, columnOf, moveCard } from "@/lib/domain/board";
import { closedByMove } from "@/lib/domain/closing";
import { ConflictError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";

freshDatabase();

const MOVES = 50;
const words = { evidenceKind: "test", evidence: "It passes", reason: "Not worth it" } as const;

/** Five people, of whom only the first knows of the private incident. */
const people = ["Grace", "Ada", "Bob", "Carol", "Dana"].map((name, index) =>
  makeViewer({ name, userId: index + 1, email: `${name.toLowerCase()}@example.com` }),
);

type Step = { who: number; card: number; to: number; place: number; looks: boolean };

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(people.length - 1),
  card: fc.nat(),
  to: fc.nat(ACTION_ITEM_STATUSES.length - 1),
  place: fc.nat(14),
  looks: fc.boolean(),
});

const allRows = () => db().select().from(actionItems).orderBy(asc(actionItems.id)).all();

function makeBoard() {
  makeIncident();
  for (const status of ["open", "blocked", null, "in_review", "Closed", "open"]) {
    makeActionItem({ status });
  }
  const hidden = makeIncident();
  for (const status of ["open", "done", "in_review", null]) makeActionItem({ status });
  makeIncident();
  for (const status of ["open", "done", "wont_do", "in_progress"]) makeActionItem({ status });
  const [first] = people;
  if (first) makePrivate(first, { key: hidden });
}

const shown = (viewer: Viewer): BoardCard[] => listBoardCards(viewer).map(cardOf);

/** A client with the board as it last saw it, which may be long ago. */
function makeClient(viewer: Viewer) {
  let cards = shown(viewer);
  return {
    look: () => (cards = shown(viewer)),
    /** True if the server took the move. */
    move({ card: any, to: column, place }: Step): boolean {
      const card = cards[any % cards.length];
      const to = ACTION_ITEM_STATUSES[column];
      if (!card || !to) throw new Error("There is nothing to move.");
      const from = columnOf(card.status);
      const closing = closedByMove(from, to) ? words : {};
      const move = { id: card.id, from, to, index: place };
      try {
        moveActionItem(viewer, { ...move, ...closing });
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        return false;
      }
      cards = moveCard(cards, move);
      return true;
    },
  };
}

/** Every column has each of its places once, from 0, and every card is somewhere once. */
function expectWholeBoard(ids: number[]) {
  const rows = allRows();
  expect(rows.map(({ id }) => id)).toEqual(ids);
  for (const column of ACTION_ITEM_STATUSES) {
    const places = rows
      .filter(({ status }) => columnOf(status) === column)
      .map(({ position }) => position)
      .toSorted((a, b) => a - b);
    expect(places).toEqual(places.map((_, index) => index));
  }
}

describe("fifty moves by five people who see the board late", () => {
  test("leave every column gapless and lose no card", () => {
    makeBoard();
    const ids = allRows().map(({ id }) => id);
    const clients = people.map(makeClient);
    const steps = fc.array(step, { minLength: MOVES, maxLength: MOVES });
    fc.assert(
      fc.property(steps, (moves) => {
        for (const next of moves) {
          const client = clients[next.who];
          const taken = client?.move(next);
          if (next.looks || !taken) client?.look();
        }
        expectWholeBoard(ids);
        expectSameOrder();
      }),
      { numRuns: 8 },
    );
  });

  test("move a card only from where its mover saw it, and tell each change once", () => {
    makeBoard();
    const [first, second] = people.map(makeClient);
    const leave = { who: 0, card: 0, to: 1, place: 0, looks: false };

    expect(first?.move(leave)).toBe(true);
    expect(second?.move({ ...leave, to: 2 })).toBe(false);
    second?.look();
    expect(db().select().from(actionItemChanges).all()).toMatchObject([
      { field: "status", after: "in_progress", by: "Grace" },
    ]);
  });
});

/** Those who see less see the same order, without the cards that are not theirs. */
function expectSameOrder() {
  const [whole = [], ...others] = people.map((viewer) => inColumns(shown(viewer)));
  for (const seen of others) {
    const known = new Set(seen);
    expect(seen).toEqual(whole.filter((id) => known.has(id)));
    expect(seen).toHaveLength(10);
  }
}

const inColumns = (cards: BoardCard[]) =>
  ACTION_ITEM_STATUSES.flatMap((column) =>
    cards.filter(({ status }) => columnOf(status) === column).map(({ id }) => id),
  );
