import { describe, expect, test } from "vitest";
import { groupedBy } from "@/lib/domain/grouped";

describe("groupedBy", () => {
  test("keeps the order of the kinds and of the things of a kind", () => {
    expect([...groupedBy(["bear", "ant", "bee"], (word) => word[0])]).toEqual([
      ["b", ["bear", "bee"]],
      ["a", ["ant"]],
    ]);
  });
});
