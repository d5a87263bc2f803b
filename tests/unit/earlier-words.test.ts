import { describe, expect, test } from "vitest";
import { itemsText, reasonsText } from "@/components/incidents/related/earlier-words";

describe("reasonsText", () => {
  test("says each reason with what it is", () => {
    expect(
      reasonsText([
        { why: "same service", what: "payment-gateway" },
        { why: "similar cause", what: "connection pool" },
      ]),
    ).toBe("Same service payment-gateway; similar cause: connection pool");
    expect(reasonsText([{ why: "same services", what: "a, b" }])).toBe("Same services a, b");
  });
});

describe("itemsText", () => {
  test("counts the actions that wait", () => {
    expect(itemsText({ open: 2, total: 3 })).toBe("2 of 3 actions still open");
    expect(itemsText({ open: 1, total: 1 })).toBe("1 of 1 action still open");
  });

  test("says when none does", () => {
    expect(itemsText({ open: 0, total: 3 })).toBe("All 3 actions done");
    expect(itemsText({ open: 0, total: 1 })).toBe("Its action is done");
  });
});
