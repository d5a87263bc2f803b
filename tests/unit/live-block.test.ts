import { describe, expect, test } from "vitest";
import {
  blockTime,
  citedIn,
  liveBlockOf,
  MOST_ROWS,
  saidBy,
  shownRows,
} from "@/lib/domain/live-block";
import { makeBlocks } from "../support/make-blocks";

describe("liveBlockOf", () => {
  test("knows the four kinds and no other language", () => {
    expect(liveBlockOf("action-items")).toBe("action-items");
    expect(liveBlockOf("sql")).toBeUndefined();
    expect(liveBlockOf(null)).toBeUndefined();
  });
});

describe("citedIn", () => {
  test("finds each of the incident's events once, however its key is spelled", () => {
    const text =
      "[14:40](/incidents/INC-1#e-9), [x](/incidents/INC-1?event=3#e-3) and [again](/incidents/INC%2D1#e-9)";
    expect(citedIn(text, "INC-1")).toEqual([9, 3]);
  });

  test("leaves out messages and other incidents' events", () => {
    expect(citedIn("/incidents/INC-2#e-9 /incidents/INC-1#c-2 #e-4", "INC-1")).toEqual([]);
  });
});

describe("shownRows", () => {
  const rows = (count: number, special: Partial<{ isPinned: boolean; isKey: boolean }> = {}) =>
    Array.from({ length: count }, (_, index) => ({
      index,
      isPinned: false,
      isKey: false,
      ...(index === count - 1 ? special : {}),
    }));

  test("are all of a story that fits", () => {
    expect(shownRows(rows(MOST_ROWS))).toHaveLength(MOST_ROWS);
  });

  test("are those of a longer one that were pinned or that a milestone was taken from", () => {
    expect(shownRows(rows(MOST_ROWS + 1, { isPinned: true })).map((row) => row.index)).toEqual([
      MOST_ROWS,
    ]);
    expect(shownRows(rows(MOST_ROWS + 1, { isKey: true }))).toHaveLength(1);
  });

  test("are its first where there are no such rows", () => {
    expect(shownRows(rows(MOST_ROWS + 5))).toHaveLength(MOST_ROWS);
  });
});

describe("blockTime", () => {
  test("needs no date on the first day", () => {
    const blocks = makeBlocks();
    expect(blockTime(blocks, blocks.firstAt)).toBe("14:30");
    expect(blockTime(blocks, blocks.firstAt + 86_400_000)).toBe("2026-01-06 14:30");
  });
});

describe("saidBy", () => {
  test("knows the events that the text cites, and those that a timeline shows", () => {
    const blocks = makeBlocks({ cited: { 3: "x".repeat(300) } });
    expect(saidBy(blocks, 3)).toHaveLength(200);
    expect(saidBy(blocks, 9)).toBe("Rolled back");
    expect(saidBy(blocks, 4)).toBeUndefined();
  });
});
