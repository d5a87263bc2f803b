import { describe, expect, test } from "vitest";
import { csvOf, readCsv } from "@/lib/domain/csv";
import { readSubscriberFilters, subscribersPath } from "@/lib/domain/subscriber-filters";
import { readSubscriberList } from "@/lib/domain/subscriber-list";

const open = { allowsPrivate: false };

describe("readCsv", () => {
  test("reads back what is written", () => {
    const rows = [
      ["a", 'say "yes"', "x,y"],
      ["", "two\nlines", "z"],
    ];
    expect(readCsv(csvOf(rows))).toEqual(rows);
  });

  test("reads other programs' line ends and separators, and leaves out empty lines", () => {
    expect(readCsv("a;b\n\n c ; d \r")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });
});

describe("readSubscriberList", () => {
  test("reads an address on each line, each once", () => {
    const text = "Ada@example.com\nhttps://hooks.example.com\nada@example.com";
    expect(readSubscriberList(text, open)).toEqual([
      { kind: "mail", address: "ada@example.com", state: "active", components: [] },
      { kind: "webhook", address: "https://hooks.example.com/", state: "active", components: [] },
    ]);
  });

  test("reads the columns that it knows, wherever they stand", () => {
    const text = "name,components,Email Address\nAda,Payments; Search,'+ada@example.com";
    expect(readSubscriberList(text, open)).toEqual([
      {
        kind: "mail",
        address: "+ada@example.com",
        state: "active",
        components: ["Payments", "Search"],
      },
    ]);
  });

  test("names the first wrong lines, and how many more there are", () => {
    const text = ["email", ...Array.from({ length: 7 }, () => "nobody")].join("\n");
    expect(() => readSubscriberList(text, open)).toThrow(/^Line 2: .* Line 6: .* And 2 more\.$/);
  });

  test("refuses what has no address in it, and more than it can take", () => {
    expect(() => readSubscriberList("email\n", open)).toThrow("There is no address in it.");
    const many = "a@example.com\n".repeat(20_001);
    expect(() => readSubscriberList(many, open)).toThrow("20,000 at most");
  });
});

describe("the filters of subscribers", () => {
  test("are read from an address, and written into one", () => {
    const filters = { state: "left", search: "ada@", page: 2 } as const;
    const path = subscribersPath(filters);
    expect(path).toBe("/subscribers?state=left&q=ada%40&page=2");
    const params = Object.fromEntries(new URL(path, "http://x").searchParams);
    expect(readSubscriberFilters(params)).toEqual(filters);
    expect(subscribersPath({})).toBe("/subscribers");
    expect(readSubscriberFilters({ state: "x", q: ["a", "b"], page: "0" })).toEqual({
      state: undefined,
      search: "",
      page: 1,
    });
  });
});
