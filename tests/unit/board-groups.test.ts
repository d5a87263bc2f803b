import { describe, expect, test } from "vitest";
import { groupsOf, lanesOf, pageOfGroups } from "@/lib/domain/board-groups";
import { makeBoardItem } from "../support/make-board-item";

const shape = (groups: { name: string; items: { id: number }[] }[]) =>
  groups.map(({ name, items }) => [name, ...items.map(({ id }) => id)]);

describe("groupsOf", () => {
  test("puts a person's items together whatever their record calls them, and those of nobody last", () => {
    const items = [
      makeBoardItem({ id: 1 }),
      makeBoardItem({ id: 2, owner: "bob@company.com", person: "Bob" }),
      makeBoardItem({ id: 3, owner: "alice" }),
      makeBoardItem({ id: 4, owner: "Bob", person: "Bob" }),
      makeBoardItem({ id: 5, owner: " " }),
    ];
    expect(shape(groupsOf(items, "owner"))).toEqual([
      ["alice", 3],
      ["Bob", 2, 4],
      ["No owner", 1, 5],
    ]);
  });

  test("keeps the order of the board's columns, with a record's own words under Open", () => {
    const items = [
      makeBoardItem({ id: 1, status: "done" }),
      makeBoardItem({ id: 2, status: "blocked" }),
      makeBoardItem({ id: 3, status: "in_review" }),
      makeBoardItem({ id: 4 }),
    ];
    expect(shape(groupsOf(items, "status"))).toEqual([
      ["Open", 2, 4],
      ["In review", 3],
      ["Done", 1],
    ]);
  });

  test("puts the newest incident first", () => {
    const items = [
      makeBoardItem({ id: 1, incidentKey: "INC-2026-0009", incidentTitle: "Slow" }),
      makeBoardItem({ id: 2, incidentKey: "INC-2026-0010", incidentTitle: "Down" }),
    ];
    expect(shape(groupsOf(items, "incident"))).toEqual([
      ["INC-2026-0010 Down", 2],
      ["INC-2026-0009 Slow", 1],
    ]);
  });

  test("puts an item that answers several factors under the first", () => {
    const items = [
      makeBoardItem({ id: 1 }),
      makeBoardItem({ id: 2, factors: ["No canary", "Too few tests"] }),
      makeBoardItem({ id: 3, factors: ["Too few tests"] }),
    ];
    expect(shape(groupsOf(items, "factor"))).toEqual([
      ["No canary", 2],
      ["Too few tests", 3],
      ["No factor", 1],
    ]);
  });
});

describe("pageOfGroups", () => {
  const groups = [
    { name: "Ada", items: [1, 2, 3] },
    { name: "Bob", items: [4] },
  ];

  test("lets a group go on over the next page, with the count of all its items", () => {
    expect(pageOfGroups(groups, 1, 2)).toEqual({
      page: 1,
      pages: 2,
      groups: [{ name: "Ada", total: 3, items: [1, 2] }],
    });
    expect(pageOfGroups(groups, 9, 2)).toEqual({
      page: 2,
      pages: 2,
      groups: [
        { name: "Ada", total: 3, items: [3] },
        { name: "Bob", total: 1, items: [4] },
      ],
    });
  });

  test("is one empty page without items", () => {
    expect(pageOfGroups([], 1, 2)).toEqual({ page: 1, pages: 1, groups: [] });
  });
});

describe("lanesOf", () => {
  const cards = [{ id: 1 }, { id: 2 }, { id: 3 }];

  test("parts the cards, without lanes that have none", () => {
    const lanes = [
      { name: "Ada", ids: [3, 1] },
      { name: "Bob", ids: [9] },
      { name: "Cy", ids: [2] },
    ];
    expect(lanesOf(cards, lanes)).toEqual([
      { name: "Ada", cards: [{ id: 3 }, { id: 1 }] },
      { name: "Cy", cards: [{ id: 2 }] },
    ]);
  });

  test("is one lane without a name where nothing parts them", () => {
    expect(lanesOf(cards, undefined)).toEqual([{ cards }]);
  });
});
