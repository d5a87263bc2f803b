import { describe, expect, test } from "vitest";
import {
  answerText,
  expectationsOf,
  isRecurrence,
  type EarlierItem,
} from "@/lib/domain/recurrence";

const BEGAN = Date.UTC(2026, 4, 1);

const makeEarlier = (overrides: Partial<EarlierItem> = {}): EarlierItem => ({
  status: "done",
  type: "prevention",
  closedAt: BEGAN - 1,
  checkText: null,
  checkResult: null,
  factors: [],
  ...overrides,
});

const why = (overrides: Partial<EarlierItem> = {}, factors: string[] = []) =>
  expectationsOf({ beganAt: BEGAN, factors })(makeEarlier(overrides));

describe("expectationsOf", () => {
  test.each(["prevention", "mitigation", "detection"])("expects something of %s", (type) => {
    expect(why({ type })).toEqual([`it was for ${type}`]);
  });

  test("expects nothing of other work", () => {
    expect(why({ type: "process" })).toEqual([]);
    expect(why({ type: null })).toEqual([]);
  });

  test("expects of any work with a check that it holds", () => {
    expect(why({ type: "process", checkText: "Fires at 70 %" })).toEqual([
      "it had the check “Fires at 70 %”",
    ]);
    expect(why({ type: null, checkText: "Fires", checkResult: "held" })).toEqual([
      "it had the check “Fires”, which held",
    ]);
    expect(why({ type: null, checkText: "Fires", checkResult: "failed" })).toEqual([
      "it had the check “Fires”, which failed",
    ]);
  });

  test("expects something of work that answers a factor like one of the later incident", () => {
    const factors = ["The connection pool of the gateway was exhausted"];
    expect(why({ type: "process", factors: ["A connection pool leak"] }, factors)).toEqual([
      "it answers a factor like one of these",
    ]);
    expect(why({ type: "process", factors: ["Nobody was on call"] }, factors)).toEqual([]);
  });

  test("expects nothing of work that was not done yet when it began", () => {
    expect(why({ closedAt: BEGAN })).toEqual([]);
    expect(why({ status: "in_review", closedAt: null })).toEqual([]);
    expect(why({ status: "wont_do" })).toEqual([]);
  });

  test("asks where nobody knows when it was done", () => {
    expect(why({ status: "Completed", closedAt: null })).toHaveLength(1);
  });
});

describe("isRecurrence", () => {
  const earlier = (why: string, service?: string) => ({ service, reasons: [{ why, what: "x" }] });

  test("is one of the same main service, however it is written", () => {
    expect(isRecurrence("Checkout", earlier("same service", "checkout "))).toBe(true);
    expect(isRecurrence("checkout", earlier("same service", "mobile-app"))).toBe(false);
    expect(isRecurrence(undefined, earlier("same service"))).toBe(false);
  });

  test("is one of a similar cause, in whatever service", () => {
    expect(isRecurrence("checkout", earlier("similar cause", "search"))).toBe(true);
    expect(isRecurrence(undefined, earlier("similar cause"))).toBe(true);
  });

  test("is none for a title or a kind of factor alone", () => {
    expect(isRecurrence("checkout", earlier("similar title", "search"))).toBe(false);
    expect(isRecurrence("checkout", earlier("same kind of factor"))).toBe(false);
  });
});

describe("answerText", () => {
  test("says who said what, and why", () => {
    const said = { answeredBy: "Grace", reason: "Another pool" } as const;
    expect(answerText({ ...said, answer: "unrelated" })).toBe(
      "Grace says that it has nothing to do with this: Another pool",
    );
    expect(answerText({ ...said, answer: "reopened", reason: null })).toBe("Grace reopened it.");
  });
});
