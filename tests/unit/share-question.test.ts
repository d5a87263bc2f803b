import { describe, expect, test } from "vitest";
import { questionRefusal } from "@/lib/domain/share-question";

const NOW = Date.UTC(2026, 4, 1, 12);
const HOUR = 3_600_000;
const asked = (count: number, askedAt: number, isOpen: boolean) =>
  Array.from({ length: count }, () => ({ askedAt, isOpen }));

describe("questionRefusal", () => {
  test("lets ask as long as few wait and few came within the hour", () => {
    expect(questionRefusal([], NOW)).toBeUndefined();
    expect(
      questionRefusal([...asked(9, NOW, true), ...asked(10, NOW - HOUR, true)], NOW),
    ).toBeUndefined();
  });

  test("asks to come back where many wait", () => {
    expect(questionRefusal(asked(20, NOW - HOUR, true), NOW)).toContain("wait for an answer");
  });

  test("asks to come back where many came within the hour, answered or not", () => {
    expect(questionRefusal(asked(10, NOW - 1, false), NOW)).toContain("within this hour");
  });
});
