import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVIDENCE_KINDS } from "@/lib/domain/action-item";
import { ACTION_ITEM_STATUSES, type ActionItemStatus } from "@/lib/domain/board";
import {
  closedByMove,
  closingAfter,
  isClosed,
  NOT_CLOSED,
  readEvidence,
  writtenEvidence,
  type Closing,
  type ClosingWords,
} from "@/lib/domain/closing";
import { DomainError } from "@/lib/domain/error";

const proof: ClosingWords = { evidenceKind: "test", evidence: " pool.test.ts passes " };
const done: Closing = {
  evidenceKind: "test",
  evidence: "pool.test.ts passes",
  dropReason: null,
  closedAt: 1000,
  closedBy: "Grace",
};
const dropped: Closing = { ...NOT_CLOSED, dropReason: "Too costly", closedAt: 5, closedBy: "Ada" };

const after = (
  from: ActionItemStatus,
  to: ActionItemStatus,
  words: ClosingWords = {},
  before: Closing = NOT_CLOSED,
) => closingAfter({ from, to, before }, words, { by: "Grace", now: 1000 });

function refusalOf(attempt: () => unknown) {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DomainError) return [error.field, error.message];
    throw error;
  }
  return undefined;
}

describe("closingAfter", () => {
  test("keeps the proof, who closed it and when", () => {
    expect(after("open", "done", proof)).toEqual(done);
  });

  test("keeps the reason of what will not be done", () => {
    expect(after("in_review", "wont_do", { reason: " Too costly " })).toEqual({
      ...dropped,
      closedAt: 1000,
      closedBy: "Grace",
    });
  });

  test("clears all of it when the item leaves", () => {
    expect(after("done", "open", {}, done)).toEqual(NOT_CLOSED);
    expect(after("wont_do", "in_progress", { reason: "It is back" }, dropped)).toEqual(NOT_CLOSED);
  });

  test("asks anew when it goes from one closed column to the other", () => {
    expect(refusalOf(() => after("wont_do", "done", {}, dropped))?.[0]).toBe("evidence");
    expect(after("wont_do", "done", proof, dropped)).toEqual(done);
  });

  test.each([
    [{}, "Say what proves it: a link, a test or a figure."],
    [{ evidence: "  ", evidenceKind: "test" as const }, "Say what proves it"],
    [{ evidence: "It works" }, "Choose whether it is a link, a test or a figure."],
    [{ evidence: "ticket 7", evidenceKind: "link" as const }, "Write the whole address"],
    [{ evidence: "javascript:alert(1)", evidenceKind: "link" as const }, "Only addresses"],
    [{ evidence: "much faster", evidenceKind: "figure" as const }, "Give the figure"],
  ])("refuses Done with %j", (words, message) => {
    const refusal = refusalOf(() => after("open", "done", words));
    expect(refusal).toEqual(["evidence", expect.stringContaining(message)]);
  });

  test("takes an address and a figure as proof", () => {
    const link = { evidenceKind: "link", evidence: "https://example.com/pr/7" } as const;
    const figure = { evidenceKind: "figure", evidence: "p99 fell to 180 ms" } as const;
    expect(after("open", "done", link)).toMatchObject(link);
    expect(after("open", "done", figure)).toMatchObject(figure);
  });

  test("refuses Won’t do without a reason", () => {
    expect(refusalOf(() => after("open", "wont_do", { reason: " " }))).toEqual([
      "reason",
      "Say why it will not be done.",
    ]);
  });

  test("leaves what was said within a closed column, also where a record had said nothing", () => {
    expect(after("done", "done", {}, done)).toBe(done);
    expect(after("done", "done", {}, NOT_CLOSED)).toBe(NOT_CLOSED);
    expect(after("wont_do", "wont_do", {}, dropped)).toBe(dropped);
  });

  test("takes other words within a closed column and keeps who had closed it", () => {
    expect(after("done", "done", proof, { ...done, evidence: "Old", closedAt: 7 })).toEqual({
      ...done,
      closedAt: 7,
    });
    expect(after("wont_do", "wont_do", { reason: "Replaced" }, dropped)).toEqual({
      ...dropped,
      dropReason: "Replaced",
    });
    expect(after("done", "done", proof)).toMatchObject({ closedAt: null, closedBy: null });
  });
});

describe("closedByMove", () => {
  test("names the column that asks for words", () => {
    expect(closedByMove("open", "done")).toBe("done");
    expect(closedByMove("done", "wont_do")).toBe("wont_do");
    expect(closedByMove("done", "done")).toBeUndefined();
    expect(closedByMove("done", "open")).toBeUndefined();
  });
});

describe("isClosed", () => {
  test("holds for what is done or dropped, in any word for it", () => {
    expect([...ACTION_ITEM_STATUSES, "Closed", "blocked", null].filter(isClosed)).toEqual([
      "done",
      "wont_do",
      "Closed",
    ]);
  });
});

describe("readEvidence", () => {
  test("reads what writtenEvidence wrote", () => {
    const kinds = fc.constantFrom(...EVIDENCE_KINDS);
    fc.assert(
      fc.property(kinds, fc.string(), (evidenceKind, evidence) => {
        const kept = { evidenceKind, evidence };
        expect(readEvidence(writtenEvidence(kept))).toEqual(kept);
      }),
    );
  });

  test("finds none where none was written", () => {
    const none = { evidenceKind: null, evidence: null };
    expect(writtenEvidence(none)).toBeNull();
    expect(readEvidence(null)).toEqual(none);
    expect(readEvidence("It works")).toEqual(none);
  });
});
