import { describe, expect, test } from "vitest";
import { decisionPointsOf, orderedEvents } from "@/lib/domain/events";
import { makeRecord, sampleRecord } from "@/tests/support/make";
import { clockMs, makeTimeline } from "@/tests/support/make-timeline";

describe("orderedEvents", () => {
  test("goes by time and remembers where the record has each event", () => {
    const ordered = orderedEvents(makeTimeline(["10:20 mitigation", "10:00 trigger"]));
    expect(ordered.map(({ index, at }) => [index, at])).toEqual([
      [1, clockMs("10:00")],
      [0, clockMs("10:20")],
    ]);
  });

  test("keeps the record's order for equal times, whatever their offset", () => {
    const record = makeRecord({
      events: [
        { timestamp: "2026-01-05T12:00:00+02:00", description: "first" },
        { timestamp: "2026-01-05T10:00:00Z", description: "second" },
        { timestamp: "2026-01-05T10:00", description: "third" },
      ],
    });
    expect(orderedEvents(record).map(({ event }) => event.description)).toEqual([
      "first",
      "second",
      "third",
    ]);
  });

  test("leaves out what has no time", () => {
    expect(
      orderedEvents(makeRecord({ events: [{ timestamp: "soon", description: "x" }] })),
    ).toEqual([]);
  });

  test("is empty without events", () => {
    expect(orderedEvents(makeRecord())).toEqual([]);
  });
});

describe("decisionPointsOf", () => {
  test("finds the seven decisions of the sample", () => {
    expect(decisionPointsOf(orderedEvents(sampleRecord()))).toEqual([3, 7, 8, 11, 12, 14, 16]);
  });

  test("takes no event without a type for a decision", () => {
    const events = [{ timestamp: "2026-01-05T10:00Z", description: "x", type: null }];
    expect(decisionPointsOf(orderedEvents(makeRecord({ events })))).toEqual([]);
  });
});
