import { describe, expect, test } from "vitest";
import { messagesPath, readMessageFilters } from "@/lib/domain/message-list";

describe("readMessageFilters", () => {
  test("takes a state and a page, and nothing else", () => {
    expect(readMessageFilters({ state: "failed", page: "3" })).toEqual({
      state: "failed",
      page: 3,
    });
    expect(readMessageFilters({})).toEqual({ state: undefined, page: 1 });
    expect(readMessageFilters({ state: "lost", page: "-1" })).toEqual({
      state: undefined,
      page: 1,
    });
    expect(readMessageFilters({ page: ["2"] })).toEqual({ state: undefined, page: 1 });
  });
});

describe("messagesPath", () => {
  test("names what is not the rule", () => {
    expect(messagesPath({})).toBe("/messages");
    expect(messagesPath({ state: "failed", page: 1 })).toBe("/messages?state=failed");
    expect(messagesPath({ state: "sent", page: 2 })).toBe("/messages?state=sent&page=2");
  });
});
