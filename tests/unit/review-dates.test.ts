import { describe, expect, test } from "vitest";
import {
  nextReviewDate,
  proposedDueAt,
  reviewDates,
  type DatedIncident,
} from "@/lib/domain/review-dates";

const HOUR = 60 * 60_000;
const RESOLVED = Date.UTC(2026, 0, 5, 12);
const incident: DatedIncident = { severity: "SEV1", isDrill: false, resolvedAt: RESOLVED };
const nothing = { draftedAt: null, publishedAt: null, isDropped: false };
const after = (hours: number) => RESOLVED + hours * HOUR;
const states = (hours: number, progress = {}) =>
  reviewDates(incident, { ...nothing, ...progress }, after(hours)).map(({ state }) => state);

describe("reviewDates", () => {
  test("asks for a draft within 24 hours and for the reviewed text within 72", () => {
    expect(reviewDates(incident, nothing, after(1))).toEqual([
      { step: "draft", dueAt: after(24), doneAt: null, state: "due" },
      { step: "review", dueAt: after(72), doneAt: null, state: "due" },
    ]);
  });

  test("says when a time is at risk or over", () => {
    expect(states(18)).toEqual(["at_risk", "due"]);
    expect(states(24)).toEqual(["at_risk", "due"]);
    expect(states(24.1)).toEqual(["overdue", "due"]);
    expect(states(48)).toEqual(["overdue", "at_risk"]);
    expect(states(72.1)).toEqual(["overdue", "overdue"]);
  });

  test("says whether it was done in time", () => {
    expect(states(100, { draftedAt: after(24), publishedAt: after(73) })).toEqual([
      "in_time",
      "late",
    ]);
  });

  test("asks nothing of drills, lesser incidents, open ones, merged ones and those without a postmortem", () => {
    const none = [
      { ...incident, isDrill: true },
      { ...incident, severity: "SEV3" as const },
      { ...incident, resolvedAt: null },
      { ...incident, mergedIntoId: 4 },
    ];
    for (const each of none) expect(reviewDates(each, nothing, after(1))).toEqual([]);
    expect(reviewDates(incident, { ...nothing, isDropped: true }, after(1))).toEqual([]);
    expect(reviewDates({ ...incident, mergedIntoId: null }, nothing, after(1))).toHaveLength(2);
  });
});

describe("nextReviewDate", () => {
  test("is the first that is open", () => {
    const dates = (progress: object) =>
      reviewDates(incident, { ...nothing, ...progress }, after(1));
    expect(nextReviewDate(dates({}))?.step).toBe("draft");
    expect(nextReviewDate(dates({ draftedAt: after(1) }))?.step).toBe("review");
    expect(nextReviewDate(dates({ draftedAt: after(1), publishedAt: after(1) }))).toBeUndefined();
  });
});

describe("proposedDueAt", () => {
  test("is when the review is due, while that is some hours ahead", () => {
    expect(proposedDueAt(reviewDates(incident, nothing, after(1)), after(1))).toBe(after(72));
  });

  test("is at a full hour in two days otherwise", () => {
    const late = reviewDates(incident, nothing, after(70));
    expect(proposedDueAt(late, after(70) - 1000)).toBe(after(118));
    const done = reviewDates(incident, { ...nothing, publishedAt: after(1) }, after(2));
    expect(proposedDueAt(done, after(2))).toBe(after(50));
    expect(proposedDueAt([], after(1.5))).toBe(after(50));
  });
});
