import { describe, expect, test } from "vitest";
import { historyQuery, parseHistoryView } from "@/lib/domain/history-view";

describe("parseHistoryView", () => {
  test("reads two versions and how to see them", () => {
    const asked = { from: "3", to: "7", layout: "side", only: "1", page: "2" };
    expect(parseHistoryView(asked)).toEqual({
      from: 3,
      to: 7,
      layout: "side",
      onlyChanges: true,
      page: 2,
    });
  });

  test("takes what makes no sense as not asked for", () => {
    expect(parseHistoryView({ from: "-1", to: "x", layout: "round", page: ["0"] })).toEqual({
      page: 1,
      from: undefined,
      to: undefined,
      layout: "inline",
      onlyChanges: false,
    });
  });
});

describe("historyQuery", () => {
  test("gives an address that is read as the same view", () => {
    const view = { page: 2, from: 1, to: 4, layout: "side", onlyChanges: true } as const;
    const query = historyQuery(view);
    expect(query).toBe("?from=1&to=4&layout=side&only=1&page=2");
    expect(parseHistoryView(Object.fromEntries(new URLSearchParams(query)))).toEqual(view);
  });

  test("is empty for what is shown unasked", () => {
    expect(historyQuery(parseHistoryView({}))).toBe("");
  });
});
