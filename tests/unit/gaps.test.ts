import { describe, expect, test } from "vitest";
import { orderedEvents } from "@/lib/domain/events";
import { gapsOf } from "@/lib/domain/gaps";
import { toUtc } from "@/lib/domain/time";
import { makeRecord, sampleRecord } from "@/tests/support/make";
import { makeTimeline } from "@/tests/support/make-timeline";

describe("gapsOf", () => {
  test("finds the sample's three", () => {
    const gaps = gapsOf(orderedEvents(sampleRecord()));
    expect(gaps.map(({ start, end, minutes }) => [toUtc(start), toUtc(end), minutes])).toEqual([
      ["2024-01-15T15:00:00Z", "2024-01-15T15:15:00Z", 15],
      ["2024-01-15T15:30:00Z", "2024-01-15T16:30:00Z", 60],
      ["2024-01-15T16:30:00Z", "2024-01-15T16:45:00Z", 15],
    ]);
  });

  test("begins at fifteen minutes to the second", () => {
    const times = ["10:00:00", "10:14:59", "10:29:59"];
    const events = times.map((time) => ({ timestamp: `2026-01-05T${time}Z`, description: "x" }));
    expect(gapsOf(orderedEvents(makeRecord({ events })))).toMatchObject([{ minutes: 15 }]);
  });

  test("is neither made nor broken by what the portal tells of its own changes", () => {
    const record = makeTimeline(["10:00 trigger", "10:10 link", "10:20 mitigation", "12:00 link"]);
    expect(gapsOf(orderedEvents(record))).toMatchObject([{ minutes: 20 }]);
  });

  test("needs two events", () => {
    expect(gapsOf(orderedEvents(makeTimeline(["10:00 trigger"])))).toEqual([]);
    expect(gapsOf([])).toEqual([]);
  });
});
