import { describe, expect, test } from "vitest";
import {
  boardPath,
  isBoardNarrowed,
  parseBoardFilters,
  parseEditedCard,
} from "@/lib/domain/board-filters";

describe("parseBoardFilters", () => {
  test("reads what the address asks for", () => {
    expect(
      parseBoardFilters({
        owner: " Alice Chen ",
        priority: ["P1", "P2"],
        type: "process",
        incident: "INC-2024-0142",
        overdue: "1",
        view: "list",
      }),
    ).toEqual({
      owner: "Alice Chen",
      priority: "P1",
      type: "process",
      incident: "INC-2024-0142",
      overdue: true,
      view: "list",
    });
  });

  test("takes what is empty or makes no sense as not asked for", () => {
    expect(parseBoardFilters({ owner: "", overdue: "", view: "calendar" })).toEqual({
      owner: undefined,
      priority: undefined,
      type: undefined,
      incident: undefined,
      overdue: false,
      view: undefined,
    });
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
    const filters = parseBoardFilters({ owner: "Ümit & Co", overdue: "1", view: "board" });
    const path = boardPath(filters, { edit: "7" });
    expect(path).toBe("/actions?owner=%C3%9Cmit+%26+Co&overdue=1&view=board&edit=7");
    expect(parseBoardFilters(Object.fromEntries(new URL(path, "http://x").searchParams))).toEqual(
      filters,
    );
  });

  test("is short without filters", () => {
    expect(boardPath({})).toBe("/actions");
  });
});

describe("isBoardNarrowed", () => {
  test("does not count the view", () => {
    expect(isBoardNarrowed({ view: "list", overdue: false })).toBe(false);
    expect(isBoardNarrowed({ overdue: true })).toBe(true);
    expect(isBoardNarrowed({ priority: "P1" })).toBe(true);
  });
});
