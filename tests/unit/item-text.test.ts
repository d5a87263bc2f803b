import { describe, expect, test } from "vitest";
import { collidingTexts, storedText, textsOf, touchedTexts } from "@/lib/domain/item-text";

const written = {
  title: "Add an alert",
  description: null,
  owner: null,
  teamId: null,
  priority: null,
  type: null,
  ticketUrl: null,
  ticketKey: null,
};

describe("textsOf", () => {
  test("is empty where nothing is written, and names a team by its number", () => {
    const empty = { description: "", owner: "", team: "", priority: "", type: "" };
    const none = { title: "Add an alert", ...empty, ticketUrl: "", ticketKey: "" };
    expect(textsOf(written)).toEqual(none);
    expect(textsOf({ ...written, teamId: 7, ticketKey: "OPS-1" })).toEqual({
      ...none,
      team: "7",
      ticketKey: "OPS-1",
    });
  });
});

describe("touchedTexts", () => {
  test("are those that a writer changed", () => {
    const seen = { title: "Add an alert", owner: "Bob", description: "a\n\nb" };
    const typed = { title: " Add  an alert ", owner: "", description: "a\n\nb\r\n", type: "" };
    expect(touchedTexts(seen, typed)).toEqual({ owner: "" });
    expect(touchedTexts(seen, { description: "a\nb" })).toEqual({ description: "a\nb" });
  });
});

describe("collidingTexts", () => {
  test("are those that someone else wrote otherwise since", () => {
    const seen = { title: "Old", owner: "Bob" };
    const current = { title: "Hers", owner: "Ann", priority: "P1" };
    expect(collidingTexts(seen, { title: "His", owner: "Ann" }, current)).toEqual([
      { field: "title", label: "Title", before: "Hers", after: "His" },
    ]);
    expect(collidingTexts(seen, { owner: "" }, { owner: "Bob" })).toEqual([]);
  });
});

describe("storedText", () => {
  test("is one line, but for a description, and none where nothing is said", () => {
    expect(storedText("title", " Add\n an alert ")).toBe("Add an alert");
    expect(storedText("description", " a\r\n\r\n  b ")).toBe("a\n\n  b");
    expect(storedText("owner", "  ")).toBeNull();
  });
});
