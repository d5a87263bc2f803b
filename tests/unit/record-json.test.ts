import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, hashOf, toJson } from "@/lib/record/json";

describe("toJson", () => {
  test("writes what JSON.stringify writes, with and without indentation", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(toJson(plain)).toBe(JSON.stringify(plain));
        expect(toJson(plain, { indent: 2 })).toBe(JSON.stringify(plain, null, 2));
      }),
    );
  });

  test("keeps the sign of a negative zero and leaves out what is undefined", () => {
    expect(toJson({ a: -0, b: undefined, c: [] })).toBe('{"a":-0,"c":[]}');
  });
});

describe("canonicalJson and hashOf", () => {
  test("give the same for the same value, however its keys are ordered", () => {
    const [one, other] = [
      { b: [1, { y: 1, x: 2 }], a: "é" },
      { a: "é", b: [1, { x: 2, y: 1 }] },
    ];
    expect(canonicalJson(one)).toBe('{"a":"é","b":[1,{"x":2,"y":1}]}');
    expect(hashOf(one)).toBe(hashOf(other));
  });

  test("give something else for another order of a list", () => {
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
  });
});
