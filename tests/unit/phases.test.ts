import { describe, expect, test } from "vitest";
import { orderedEvents } from "@/lib/domain/events";
import { phasesOf } from "@/lib/domain/phases";
import { parseTime } from "@/lib/domain/time";
import { sampleRecord } from "@/tests/support/make";
import { clockMs, makeTimeline } from "@/tests/support/make-timeline";

const phases = (lines: string[], resolved?: string) =>
  phasesOf(orderedEvents(makeTimeline(lines)), resolved ? clockMs(resolved) : undefined).map(
    ({ name, minutes, events }) => [name, minutes, events],
  );

describe("phasesOf", () => {
  test("finds the sample's five", () => {
    const record = sampleRecord();
    const resolvedAt = parseTime(record.incident.resolved_at ?? "");
    expect(phasesOf(orderedEvents(record), resolvedAt)).toMatchObject([
      { name: "detection", minutes: 3, events: 2 },
      { name: "triage", minutes: 2, events: 1 },
      { name: "investigation", minutes: 15, events: 4 },
      { name: "mitigation", minutes: 125, events: 8 },
      { name: "resolution", minutes: 0, events: 2 },
    ]);
  });

  test("is empty when no event opens one", () => {
    expect(phases([])).toEqual([]);
    expect(phases(["10:00 trigger", "10:05 note"], "11:00")).toEqual([]);
  });

  test("opens triage by an escalation too", () => {
    expect(phases(["10:00 escalation", "10:05 declaration"], "10:10")).toEqual([["triage", 10, 2]]);
  });

  test("does not reopen a phase, and takes them in the order they came", () => {
    const lines = ["10:00 mitigation", "10:05 detection", "10:10 mitigation", "10:20 note"];
    expect(phases(lines)).toEqual([
      ["mitigation", 5, 1],
      ["detection", 15, 3],
    ]);
  });

  test("counts no event before the first phase", () => {
    expect(phases(["10:00 trigger", "10:05 detection"], "10:15")).toEqual([["detection", 10, 1]]);
  });

  test("ends the last phase at the last event while nothing is resolved", () => {
    expect(phases(["10:00 detection", "10:07 communication"])).toEqual([["detection", 7, 2]]);
  });

  test("gives a phase that opens after the resolution no length", () => {
    expect(phases(["10:00 detection", "10:30 resolution"], "10:20")).toEqual([
      ["detection", 30, 1],
      ["resolution", 0, 1],
    ]);
  });

  test("opens two phases at the same moment in the record's order", () => {
    expect(phases(["10:00 detection", "10:00 declaration"], "10:01")).toEqual([
      ["detection", 0, 1],
      ["triage", 1, 1],
    ]);
  });
});
