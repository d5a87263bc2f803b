import { describe, expect, test } from "vitest";
import { changeInWords, realChanges } from "@/lib/domain/action-item-change";

describe("realChanges", () => {
  test("are those that say something else", () => {
    const owner = { field: "owner", before: "Bob", after: "Ann" } as const;
    expect(realChanges([owner, { field: "type", before: null, after: null }])).toEqual([owner]);
  });
});

describe("changeInWords", () => {
  test.each([
    ["owner", null, "Ann", "set the owner to “Ann”"],
    ["owner", "Bob", "Ann", "changed the owner from “Bob” to “Ann”"],
    ["ticket", "OPS-1", null, "took the ticket “OPS-1” out"],
    ["description", null, "Text", "wrote a description"],
    ["description", "Text", "More", "changed the description"],
    ["description", "Text", null, "took the description out"],
    ["status", "open", "in_progress", "moved it from Open to In progress"],
    ["status", "blocked", "done", "moved it from “blocked” to Done"],
    ["status", null, "wont_do", "moved it from no status to Won’t do"],
    ["evidence", null, "test: pool", "proved it by “test: pool”"],
    ["evidence", "test: pool", null, "put the evidence aside: “test: pool”"],
    ["dropReason", null, "Too dear", "said why it will not be done: “Too dear”"],
    ["dropReason", "Too dear", null, "put aside why it would not be done: “Too dear”"],
    ["checkResult", null, "held", "said that the check held"],
    ["checkResult", "held", null, "put the check’s result aside"],
    ["snooze", null, "2026-05-01", "snoozed it until 2026-05-01"],
    ["snooze", "2026-05-01", null, "ended the snooze"],
    ["factors", null, "No alert", "said that it answers “No alert”"],
    ["factors", "No alert", null, "said that it does not answer “No alert”"],
  ] as const)("tells of the %s, from %s to %s", (field, before, after, words) => {
    expect(changeInWords({ field, before, after })).toBe(words);
  });

  test("cuts what is long", () => {
    const words = changeInWords({ field: "title", before: null, after: "x".repeat(500) });
    expect(words).toBe(`set the title to “${"x".repeat(119)}…”`);
  });
});
