import { describe, expect, test } from "vitest";
import {
  boardPath,
  boardQuery,
  isBoardNarrowed,
  parseBoardFilters,
  parseEditedCard,
  withoutFilters,
} from "@/lib/domain/board-filters";

describe("parseBoardFilters", () => {
  test("reads what the address asks for", () => {
    expect(
      parseBoardFilters({
        board: "payments",
        owner: " Alice Chen ",
        priority: ["P1", "P2"],
        type: "process",
        service: "user-api",
        incident: "INC-2024-0142",
        factor: "Load test did not cover it",
        overdue: "1",
        unowned: "1",
        undated: "1",
        show: "late",
        from: "2026-01-01",
        to: "2026-03-31",
        group: "factor",
        view: "table",
        sort: "-deadline",
        page: "3",
      }),
    ).toEqual({
      board: "payments",
      owner: "Alice Chen",
      priority: "P1",
      type: "process",
      service: "user-api",
      incident: "INC-2024-0142",
      factor: "Load test did not cover it",
      overdue: true,
      unowned: true,
      undated: true,
      show: "late",
      from: "2026-01-01",
      to: "2026-03-31",
      group: "factor",
      view: "table",
      sort: "deadline",
      isDescending: true,
      page: 3,
    });
  });

  test("takes what is empty or makes no sense as not asked for", () => {
    const asked = parseBoardFilters({
      owner: "",
      overdue: "",
      show: "everything",
      from: "2026-02-30",
      group: "luck",
      view: "calendar",
      sort: "-luck",
      page: "0",
    });
    expect(Object.values(asked).filter((value) => value !== undefined)).toEqual([]);
    expect(parseBoardFilters({ page: "seven" }).page).toBeUndefined();
    expect(parseBoardFilters({ sort: "owner" })).toMatchObject({
      sort: "owner",
      isDescending: undefined,
    });
  });

  test("cuts what is longer than any word, but not a factor, which is a sentence", () => {
    const long = "x".repeat(500);
    const { owner, factor } = parseBoardFilters({ owner: long, factor: long });
    expect(owner).toHaveLength(200);
    expect(factor).toHaveLength(500);
  });
});

describe("parseEditedCard", () => {
  test("reads a card's number, and nothing else", () => {
    expect(parseEditedCard({ edit: "7" })).toBe(7);
    for (const edit of ["0", "-1", "7.5", "seven", "", undefined]) {
      expect(parseEditedCard({ edit })).toBeUndefined();
    }
  });
});

describe("boardPath", () => {
  test("reads back as the same filters", () => {
    const filters = parseBoardFilters({
      board: "mine",
      owner: "Ümit & Co",
      overdue: "1",
      view: "table",
      sort: "-age",
      page: "2",
    });
    const path = boardPath(filters, { edit: "7" });
    expect(path).toBe(
      "/actions?board=mine&owner=%C3%9Cmit+%26+Co&overdue=1&view=table&sort=-age&page=2&edit=7",
    );
    expect(parseBoardFilters(Object.fromEntries(new URL(path, "http://x").searchParams))).toEqual(
      filters,
    );
  });

  test("is short without filters", () => {
    expect(boardPath({})).toBe("/actions");
    expect(boardPath({ page: 1, overdue: false })).toBe("/actions");
    expect(boardQuery({})).toBe("");
    expect(boardQuery({ sort: "owner" })).toBe("?sort=owner");
  });
});

describe("isBoardNarrowed", () => {
  test("counts neither whose board it is nor how it is shown", () => {
    const shown = { board: "mine", view: "table", group: "owner", sort: "age", page: 2 } as const;
    expect(isBoardNarrowed({ ...shown, isDescending: true, overdue: false })).toBe(false);
    expect(isBoardNarrowed({ overdue: true })).toBe(true);
    expect(isBoardNarrowed({ priority: "P1" })).toBe(true);
    expect(isBoardNarrowed({ show: "late" })).toBe(true);
  });
});

describe("withoutFilters", () => {
  test("leaves the board and how it is shown", () => {
    const path = boardPath(
      withoutFilters(
        parseBoardFilters({ board: "mine", owner: "me", view: "table", group: "owner", page: "2" }),
      ),
    );
    expect(path).toBe("/actions?board=mine&group=owner&view=table");
  });
});
