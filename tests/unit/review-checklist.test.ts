import { describe, expect, test } from "vitest";
import {
  reviewChecklist,
  reviewFindings,
  type ReviewCheckName,
  type ReviewFacts,
} from "@/lib/domain/review-checklist";

const done: ReviewFacts = {
  missing: [],
  hasTodo: false,
  hasRootCause: true,
  isImpactCounted: true,
  actions: [{ title: "Add an alert", owner: "Ada", deadline: "2026-02-01" }],
  gaps: [],
  blame: 0,
  openThreads: 0,
};

function problem(name: ReviewCheckName, facts: Partial<ReviewFacts>): string | undefined {
  const open = reviewChecklist({ ...done, ...facts }).filter((check) => check.problem);
  expect(open.map((check) => check.name)).toEqual([name]);
  return open[0]?.problem;
}

describe("the list of a review", () => {
  test("has nothing open in a text that is done", () => {
    expect(reviewChecklist(done).every((check) => check.problem === undefined)).toBe(true);
    expect(reviewFindings(reviewChecklist(done))).toEqual([]);
  });

  test("names sections that are missing or empty", () => {
    const missing = [
      { title: "Impact", problem: "missing" as const },
      { title: "Timeline", problem: "empty" as const },
      { title: "Response", problem: "empty" as const },
    ];
    expect(problem("sections", { missing })).toBe(
      "“Impact” is missing, “Timeline” is empty and “Response” is empty.",
    );
  });

  test("names where a TODO is left", () => {
    const missing = [{ title: "Impact", problem: "todo" as const }];
    expect(problem("todo", { hasTodo: true, missing })).toMatch(/under “Impact”\.$/);
    expect(problem("todo", { hasTodo: true })).toBe("The text still asks for something.");
  });

  test("asks for the root cause and for a figure of the impact", () => {
    expect(problem("root_cause", { hasRootCause: false })).toMatch(/Neither/);
    expect(problem("impact", { isImpactCounted: false })).toMatch(/No figure/);
  });

  test("names actions without an owner or a date, and their absence", () => {
    const titles = ["One", "Two", "Three", "Four", "Five"];
    const actions = titles.map((title) => ({ title, owner: " ", deadline: "2026-02-01" }));
    expect(problem("actions", { actions: [...actions, ...done.actions] })).toBe(
      "5 of 6 lack one: “One”, “Two”, “Three” and 2 more.",
    );
    expect(problem("actions", { actions: [{ title: "A", owner: "Ada", deadline: null }] })).toBe(
      "1 of 1 lack one: “A”.",
    );
    expect(problem("actions", { actions: [] })).toBe("There is no action.");
  });

  test("names factors without an action, and counts blame and open comments", () => {
    expect(problem("factors", { gaps: ["No load test"] })).toBe("None answers “No load test”.");
    expect(problem("blame", { blame: 1 })).toMatch(/^1 phrase may/);
    expect(problem("blame", { blame: 2 })).toMatch(/^2 phrases may/);
    expect(problem("comments", { openThreads: 1 })).toBe("1 thread is open.");
    expect(problem("comments", { openThreads: 3 })).toBe("3 threads are open.");
  });

  test("becomes questions", () => {
    expect(reviewFindings(reviewChecklist({ ...done, openThreads: 1 }))).toEqual([
      {
        kind: "review",
        quote: "",
        says: "Comments are resolved: not yet. 1 thread is open.",
        question: "",
      },
    ]);
  });
});
