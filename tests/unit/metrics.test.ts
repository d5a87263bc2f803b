import { describe, expect, test } from "vitest";
import { metricsOf, postmortemDueAt } from "@/lib/domain/metrics";
import { candidatesOf, milestonesOf } from "@/lib/domain/milestones";
import { sampleRecord } from "@/tests/support/make";
import { clockMs } from "@/tests/support/make-timeline";

const sampleMilestones = (picks = {}) => milestonesOf(candidatesOf(sampleRecord()), picks);
const nothing = { started: null, detected: null, declared: null, mitigated: null, resolved: null };
const at = (time: string) => ({ at: clockMs(time) });

describe("metricsOf", () => {
  test("measures the sample against a SEV1's targets", () => {
    expect(metricsOf(sampleMilestones(), "SEV1")).toEqual({
      time_to_detect: { minutes: 5, target: 10, met: true },
      time_to_declare: { minutes: 3, target: 10, met: true },
      time_to_mitigate: { minutes: 70, target: 60, met: false },
      time_to_resolve: { minutes: 145, target: 120, met: false },
      duration: { minutes: 142 },
    });
  });

  test("meets a milder severity's targets with the same minutes", () => {
    const { time_to_resolve, time_to_mitigate } = metricsOf(sampleMilestones(), "SEV2");
    expect([time_to_resolve?.met, time_to_mitigate?.met]).toEqual([true, true]);
  });

  test("follows a pick", () => {
    const { time_to_mitigate } = metricsOf(sampleMilestones({ mitigated: "event:12" }), "SEV1");
    expect(time_to_mitigate).toEqual({ minutes: 55, target: 60, met: true });
  });

  test("meets a target that is used up to the minute", () => {
    const times = { ...nothing, started: at("10:00"), detected: at("10:10") };
    expect(metricsOf(times, "SEV1").time_to_detect?.met).toBe(true);
  });

  test("is null without one of the ends", () => {
    expect(Object.values(metricsOf({ ...nothing, declared: at("10:00") }, "SEV3"))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test("is null for an order that cannot be, and zero for the same moment", () => {
    const times = {
      ...nothing,
      started: at("10:05"),
      detected: at("10:05"),
      declared: at("10:04"),
      resolved: at("10:03"),
    };
    expect(metricsOf(times, "SEV4")).toEqual({
      time_to_detect: { minutes: 0, target: 120, met: true },
      time_to_declare: null,
      time_to_mitigate: null,
      time_to_resolve: null,
      duration: null,
    });
  });
});

describe("postmortemDueAt", () => {
  test("is 72 hours after the resolution", () => {
    expect(postmortemDueAt(clockMs("10:00")) - clockMs("10:00")).toBe(72 * 3_600_000);
  });
});
