import { describe, expect, test } from "vitest";
import { BOARD_SORTS, type BoardSort } from "@/lib/domain/board-filters";
import { inOrderOf } from "@/lib/domain/board-order";
import { makeBoardItem } from "../support/make-board-item";

const items = [
  makeBoardItem({ id: 1, priority: "P2", status: "done", bornAt: 300, title: "Item 10" }),
  makeBoardItem({
    id: 2,
    deadline: "2026-05-02",
    owner: "z@x.example",
    person: "Ada",
    bornAt: 100,
  }),
  makeBoardItem({ id: 3, priority: "P1", status: "blocked", owner: "Bob", bornAt: 200 }),
  makeBoardItem({ id: 4, deadline: "2026-05-01", priority: "P1", title: "Item 9", bornAt: 400 }),
];

const order = (sort: BoardSort, isDescending?: boolean) =>
  inOrderOf(items, sort, isDescending).map(({ id }) => id);

describe("inOrderOf", () => {
  test("puts what has nothing there last in both directions", () => {
    expect(order("deadline")).toEqual([4, 2, 1, 3]);
    expect(order("deadline", true)).toEqual([2, 4, 1, 3]);
    expect(order("priority")).toEqual([3, 4, 1, 2]);
    expect(order("priority", true)).toEqual([1, 3, 4, 2]);
  });

  test("goes by columns, by people's own names, by numbers in texts and by age", () => {
    expect(order("status")).toEqual([2, 3, 4, 1]);
    expect(order("owner")).toEqual([2, 3, 1, 4]);
    expect(order("title").slice(2)).toEqual([4, 1]);
    expect(order("age")).toEqual([4, 1, 3, 2]);
    expect(order("id", true)).toEqual([4, 3, 2, 1]);
  });

  test("orders by every column that an address can name", () => {
    for (const sort of BOARD_SORTS) expect(order(sort).toSorted()).toEqual([1, 2, 3, 4]);
  });
});
