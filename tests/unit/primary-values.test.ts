import { describe, expect, test } from "vitest";
import { fromWire, toWire } from "@/db/primary/values";

describe("a value on its way to the primary", () => {
  test.each([[null], ["text"], [""], [0], [-7], [2 ** 53 - 1], [0.5], [-1e300]])(
    "comes back as it was: %s",
    (value) => {
      expect(fromWire(toWire(value))).toEqual(value);
    },
  );

  test("is whole where a column of integers needs it", () => {
    expect(toWire(42)).toEqual({ type: "integer", value: "42" });
    expect(toWire(42n)).toEqual({ type: "integer", value: "42" });
    expect(toWire(0.5)).toEqual({ type: "float", value: 0.5 });
    expect(toWire(2 ** 60)).toEqual({ type: "float", value: 2 ** 60 });
  });

  test("keeps bytes as bytes", () => {
    const bytes = Buffer.from([0, 127, 128, 255]);
    expect(fromWire(toWire(bytes))).toEqual(bytes);
    expect(fromWire(toWire(new Uint8Array(bytes)))).toEqual(bytes);
  });

  test.each([[undefined], [true], [new Date(0)], [{}], [[1]]])(
    "is refused where SQLite cannot hold it: %s",
    (value) => {
      expect(() => toWire(value)).toThrow(TypeError);
    },
  );
});
