import { describe, expect, test } from "vitest";
import { keyedFactors } from "@/components/postmortems/causes/keyed-factors";

describe("keyedFactors", () => {
  const keysOf = (...texts: string[]) =>
    keyedFactors(texts.map((text) => ({ text }))).map(({ key }) => key);

  test("gives a factor the same key wherever it stands", () => {
    expect(keysOf("a", "b")).toEqual(keysOf("b", "a").toReversed());
  });

  test("tells factors of the same words apart", () => {
    expect(new Set(keysOf("a", "a", "b")).size).toBe(3);
  });
});
