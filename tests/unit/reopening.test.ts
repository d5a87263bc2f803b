import { describe, expect, test } from "vitest";
import { reopeningsIn } from "@/lib/domain/reopening";

const MINUTE = 60_000;
const change = (minute: number, before: string | null, after: string | null) => ({
  at: minute * MINUTE,
  before,
  after,
});

describe("reopeningsIn", () => {
  test("finds none in an item that only moved on", () => {
    expect(reopeningsIn([])).toEqual([]);
    const moves = [change(0, "open", "in_progress"), change(5, "in_progress", "done")];
    expect(reopeningsIn(moves)).toEqual([]);
  });

  test("finds each return from Done and from Won’t do, whatever the order of the rows", () => {
    const moves = [
      change(30, "open", "wont_do"),
      change(10, "in_review", "done"),
      change(20, "done", "open"),
      change(40, "wont_do", "in_progress"),
    ];
    expect(reopeningsIn(moves)).toEqual([20 * MINUTE, 40 * MINUTE]);
  });

  test("finds the return of an item that its record had closed", () => {
    expect(reopeningsIn([change(3, "Completed", "open")])).toEqual([3 * MINUTE]);
  });

  test("takes a closing that was undone within a minute for none", () => {
    const moves = [change(10, "open", "done"), change(10.1, "done", "open")];
    expect(reopeningsIn(moves)).toEqual([]);
  });

  test("takes a reopening that was undone within a minute for none", () => {
    const moves = [
      change(10, "open", "done"),
      change(20, "done", "open"),
      change(20.1, "open", "done"),
      change(30, "done", "open"),
    ];
    expect(reopeningsIn(moves)).toEqual([30 * MINUTE]);
  });

  test("does not count a step between Done and Won’t do", () => {
    expect(reopeningsIn([change(5, "done", "wont_do")])).toEqual([]);
  });
});
