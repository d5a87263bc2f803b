import { describe, expect, test } from "vitest";
import { z } from "zod";
import { etagOf, names } from "@/lib/api/etag";
import { findOperation } from "@/lib/api/match";
import { defineOperation, type Method } from "@/lib/api/operation";
import { cursorOf, pageWithin, placeOf } from "@/lib/api/page";

const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];
const idOf = ({ id }: { id: number }) => id;

describe("pageWithin", () => {
  test("goes through a list to its end", () => {
    const first = pageWithin(rows, { limit: 2 }, idOf);
    expect(first.items).toEqual([{ id: 1 }, { id: 2 }]);
    const second = pageWithin(rows, { limit: 2, cursor: first.nextCursor ?? "" }, idOf);
    expect(second).toEqual({ items: [{ id: 3 }], nextCursor: null });
  });

  test("ends where the limit is met exactly", () => {
    expect(pageWithin(rows, { limit: 3 }, idOf).nextCursor).toBeNull();
    expect(pageWithin([], { limit: 3 }, idOf)).toEqual({ items: [], nextCursor: null });
  });

  test("refuses a cursor whose row is gone", () => {
    expect(() => pageWithin(rows, { limit: 2, cursor: cursorOf([9]) }, idOf)).toThrow(
      "What this cursor names is gone.",
    );
  });
});

describe("placeOf", () => {
  const shape = z.tuple([z.number(), z.string()]);
  test("reads what cursorOf wrote", () => {
    expect(placeOf(cursorOf([1, "a"]), shape)).toEqual([1, "a"]);
    expect(placeOf(undefined, shape)).toBeUndefined();
  });

  test.each(["", "x", cursorOf([1]), cursorOf(["a", 1]), "{}"])("refuses %j", (cursor) => {
    expect(() => placeOf(cursor, shape)).toThrow("none of this list’s");
  });
});

describe("an ETag", () => {
  test("is named by a list of conditions, by a star, and by no weak one", () => {
    const etag = etagOf("x");
    expect(names(etag, etag)).toBe(true);
    expect(names(`"other", ${etag}`, etag)).toBe(true);
    expect(names("*", etag)).toBe(true);
    expect(names(`W/${etag}`, etag)).toBe(false);
    expect(names(etagOf("y"), etag)).toBe(false);
  });
});

describe("findOperation", () => {
  const operation = (method: Method, path: string) =>
    defineOperation({
      id: `${method} ${path}`,
      method,
      path,
      summary: "",
      tags: [],
      needs: "portal:read",
      scope: "incidents:read",
      run: () => {},
    });
  const operations = [
    operation("GET", "/things/{key}"),
    operation("GET", "/things/named"),
    operation("DELETE", "/things/{key}"),
  ];
  const found = (method: string, path: string) => findOperation(operations, method, path);

  test("prefers a name to a parameter", () => {
    expect(found("GET", "/things/named")).toMatchObject({ params: {} });
    expect(found("GET", "/things/other")).toMatchObject({ params: { key: "other" } });
    expect(found("DELETE", "/things/named")).toMatchObject({ params: { key: "named" } });
  });

  test("decodes what stands in the address", () => {
    expect(found("GET", "/things/a%2Fb%20c")).toMatchObject({ params: { key: "a/b c" } });
  });

  test("answers HEAD like GET, and names what else there is", () => {
    expect(found("HEAD", "/things/x")).toMatchObject({ params: { key: "x" } });
    expect(found("PUT", "/things/x")).toEqual({ allowed: ["GET", "DELETE"] });
    expect(found("GET", "/nothing")).toBeUndefined();
    expect(found("GET", "/things/%ff")).toBeUndefined();
  });
});
