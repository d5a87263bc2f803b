import { describe, expect, test } from "vitest";
import { daysBetween, deadlineInWords, isOverdue } from "@/lib/domain/deadline";

const due = (deadline: string | null, status: string | null = "open") => ({ deadline, status });

describe("daysBetween", () => {
  test("counts calendar days, over months and leap days", () => {
    expect(daysBetween("2024-01-22", "2024-01-22")).toBe(0);
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2025-03-01", "2025-02-28")).toBe(-1);
    expect(daysBetween("2025-12-31", "2026-12-31")).toBe(365);
  });

  test("has no answer for what is no day of the calendar", () => {
    expect(daysBetween("2024-01-22", "next week")).toBeUndefined();
    expect(daysBetween("2024-02-30", "2024-03-01")).toBeUndefined();
  });
});

describe("isOverdue", () => {
  test("begins the day after the deadline", () => {
    expect(isOverdue(due("2026-05-01"), "2026-05-01")).toBe(false);
    expect(isOverdue(due("2026-05-01"), "2026-05-02")).toBe(true);
  });

  test("never holds for work that is finished or dropped", () => {
    expect(isOverdue(due("2026-05-01", "done"), "2026-06-01")).toBe(false);
    expect(isOverdue(due("2026-05-01", "wont_do"), "2026-06-01")).toBe(false);
    expect(isOverdue(due("2026-05-01", "in_review"), "2026-06-01")).toBe(true);
  });

  test("never holds without a deadline that is a day", () => {
    expect(isOverdue(due(null), "2026-06-01")).toBe(false);
    expect(isOverdue(due("soon"), "2026-06-01")).toBe(false);
  });
});

describe("deadlineInWords", () => {
  test.each([
    ["2023-05-01", "1,096 days late"],
    ["2026-04-28", "3 days late"],
    ["2026-04-30", "1 day late"],
    ["2026-05-01", "due today"],
    ["2026-05-02", "due tomorrow"],
    ["2026-05-04", "in 3 days"],
  ])("says of %s, on 2026-05-01: %s", (deadline, words) => {
    expect(deadlineInWords(due(deadline), "2026-05-01")).toBe(words);
  });

  test("says nothing of finished work, or without a day", () => {
    expect(deadlineInWords(due("2026-04-28", "done"), "2026-05-01")).toBeUndefined();
    expect(deadlineInWords(due("2026-04-28", "wont_do"), "2026-05-01")).toBeUndefined();
    expect(deadlineInWords(due("soon"), "2026-05-01")).toBeUndefined();
    expect(deadlineInWords(due(null), "2026-05-01")).toBeUndefined();
  });
});
