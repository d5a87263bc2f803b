import { describe, expect, test } from "vitest";
import { qualityOf } from "@/lib/domain/action-quality";
import { sampleRecord } from "@/tests/support/make";

const best = {
  title: "Alert when the pool is above 70%",
  owner: "alice@example.com",
  deadline: "2026-01-31",
  priority: "P1",
  type: "detection",
};

describe("qualityOf", () => {
  test("scores the sample's five actions", () => {
    const scores = (sampleRecord().action_items ?? []).map((item) => qualityOf(item).score);
    expect(scores).toEqual([100, 90, 100, 90, 90]);
  });

  test("has no advice for the best, and seven pieces for the least", () => {
    expect(qualityOf(best)).toEqual({ score: 100, advice: [] });
    expect(qualityOf({ title: "Fix it" })).toMatchObject({
      score: 0,
      advice: { length: 7 },
    });
  });

  test.each([
    ["owner", "  ", 80, "Name an owner."],
    ["owner", null, 80, "Name an owner."],
    ["deadline", null, 80, "Set a deadline."],
    ["priority", "P5", 90, "Choose a priority from P0 to P4."],
    ["type", "chore", 90, "Choose a type: detection, prevention, mitigation or process."],
    ["title", "Alert at 70%", 90, "Use at least five words."],
    [
      "title",
      "Alert when the pool is nearly full",
      90,
      "Say what can be measured: a figure with its unit, a threshold, before or after what.",
    ],
  ])("counts %s %j less", (field, value, score, advice) => {
    expect(qualityOf({ ...best, [field]: value })).toEqual({ score, advice: [advice] });
  });

  test("wants a title of more than 10 characters", () => {
    expect(qualityOf({ ...best, title: "a b c d 5%" }).score).toBe(80);
    expect(qualityOf({ ...best, title: "a b c d 50%" }).score).toBe(100);
  });

  test.each([
    "Page at 500 ms",
    "Keep it for 30 days",
    "Handle 200 rps",
    "Limit to 4GB",
    "Set a threshold",
    "Answer within the window",
    "Check before release",
    "Check after release",
    "Keep lag less than today",
    "Page when greater than usual",
    "Cover ninety percent",
  ])("finds %j measurable", (title) => {
    expect(qualityOf({ ...best, title }).advice).not.toContainEqual(
      expect.stringContaining("measured"),
    );
  });

  test.each(["Upgrade to version 3", "Beforehand planning", "Add INC-2026 label"])(
    "does not find %j measurable",
    (title) => {
      expect(qualityOf({ ...best, title }).advice).toContainEqual(
        expect.stringContaining("measured"),
      );
    },
  );
});
