import { describe, expect, test } from "vitest";
import { isOver, readVisit, visitAt, visitCookie } from "@/lib/domain/share-visit";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 4, 1, 12);

describe("visitAt", () => {
  test("knows of nothing before the first visit", () => {
    expect(visitAt(undefined, NOW)).toEqual({ since: undefined, last: NOW });
  });

  test("keeps what counts as new within half an hour", () => {
    const visit = { since: 5, last: NOW };
    expect(visitAt(visit, NOW + 29 * MINUTE)).toEqual({ since: 5, last: NOW + 29 * MINUTE });
    expect(isOver(visit, NOW + 29 * MINUTE)).toBe(false);
  });

  test("begins another one after that, from where the last one ended", () => {
    const visit = { since: 5, last: NOW };
    expect(visitAt(visit, NOW + 30 * MINUTE)).toEqual({ since: NOW, last: NOW + 30 * MINUTE });
    expect(isOver(visit, NOW + 30 * MINUTE)).toBe(true);
  });
});

describe("readVisit", () => {
  test.each([
    { since: undefined, last: NOW },
    { since: 5, last: NOW },
  ])("reads what visitCookie wrote of %o", (visit) => {
    expect(readVisit(visitCookie(visit), NOW)).toEqual(visit);
  });

  test.each([undefined, "", "5", "a.b", "-1.5", `5.${NOW + 1}`, "5.1e9"])(
    "takes %s for no visit",
    (cookie) => {
      expect(readVisit(cookie, NOW)).toBeUndefined();
    },
  );
});
