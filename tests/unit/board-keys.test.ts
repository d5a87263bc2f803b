import { describe, expect, test } from "vitest";
import { END, moveCard, type Card } from "@/lib/domain/board";
import { cardBeyond, isArrow, moveTowards, type Arrow } from "@/lib/domain/board-keys";

const card = (id: number, status: string, position: number): Card => ({ id, status, position });

const board = [
  card(1, "open", 0),
  card(2, "open", 1),
  card(3, "open", 2),
  card(4, "in_review", 0),
  card(5, "in_review", 1),
];

function at(id: number): Card {
  const found = board.find((one) => one.id === id);
  if (!found) throw new Error("There is no such card.");
  return found;
}

describe("cardBeyond", () => {
  const beyond = (id: number, arrow: Arrow) => cardBeyond(board, at(id), arrow)?.id;

  test("goes up and down in a column, and no further", () => {
    expect(beyond(2, "ArrowUp")).toBe(1);
    expect(beyond(2, "ArrowDown")).toBe(3);
    expect(beyond(1, "ArrowUp")).toBeUndefined();
    expect(beyond(3, "ArrowDown")).toBeUndefined();
  });

  test("goes sideways over empty columns, to the same row or the last", () => {
    expect(beyond(2, "ArrowRight")).toBe(5);
    expect(beyond(3, "ArrowRight")).toBe(5);
    expect(beyond(4, "ArrowLeft")).toBe(1);
    expect(beyond(4, "ArrowRight")).toBeUndefined();
    expect(beyond(1, "ArrowLeft")).toBeUndefined();
  });
});

describe("moveTowards", () => {
  const towards = (id: number, arrow: Arrow) => moveTowards(board, at(id), arrow);

  test("changes places with the card above or below", () => {
    expect(towards(2, "ArrowUp")).toEqual({ id: 2, to: "open", index: 0 });
    const down = towards(2, "ArrowDown");
    expect(down).toEqual({ id: 2, to: "open", index: 2 });
    expect(down && moveCard(board, down).map(({ position }) => position)).toEqual([0, 2, 1, 0, 1]);
  });

  test("goes to the same row of the next column, or to its end", () => {
    expect(towards(5, "ArrowRight")).toEqual({ id: 5, to: "done", index: END });
    expect(towards(1, "ArrowRight")).toEqual({ id: 1, to: "in_progress", index: END });
    const wide = [...board, card(6, "in_progress", 0)];
    expect(moveTowards(wide, at(1), "ArrowRight")).toEqual({ id: 1, to: "in_progress", index: 0 });
  });

  test("has nowhere to go at the board's edges", () => {
    expect(towards(1, "ArrowUp")).toBeUndefined();
    expect(towards(3, "ArrowDown")).toBeUndefined();
    expect(towards(1, "ArrowLeft")).toBeUndefined();
    const last = card(7, "wont_do", 0);
    expect(moveTowards([...board, last], last, "ArrowRight")).toBeUndefined();
  });
});

describe("isArrow", () => {
  test("tells arrows from other keys", () => {
    expect(["ArrowUp", "m", "toString"].map(isArrow)).toEqual([true, false, false]);
  });
});
