import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyze } from "@/lib/domain/analysis";
import { EVENT_TYPES, SEVERITIES } from "@/lib/domain/incident";
import type { IncidentRecord } from "@/lib/domain/record";
import { toUtc } from "@/lib/domain/time";
import { arbitraryRecord } from "@/tests/support/arbitrary-record";
import { makeRecord, sampleRecord } from "@/tests/support/make";
import { clockMs } from "@/tests/support/make-timeline";
import { processorTime } from "../support/processor-time";

describe("analyze", () => {
  test("prints the sample in the documented shape", () => {
    const analysis = analyze(sampleRecord());
    expect(Object.keys(analysis)).toEqual([
      "severity",
      "milestones",
      "metrics",
      "phases",
      "gaps",
      "decision_points",
      "promises",
      "coverage",
      "action_quality",
      "warnings",
    ]);
    expect(Object.keys(analysis.severity)).toEqual([
      "declared",
      "computed",
      "score",
      "dimensions",
      "floors",
      "reasons",
    ]);
    expect(analysis).toMatchObject({
      severity: { declared: "SEV1", computed: "SEV2", score: 0.707, floors: [] },
      milestones: {
        started: { at: "2024-01-15T14:15:00Z", event: 0 },
        detected: { at: "2024-01-15T14:20:00Z", event: 1 },
        declared: { at: "2024-01-15T14:23:00Z", event: 3 },
        mitigated: { at: "2024-01-15T15:30:00Z", event: 14 },
        resolved: { at: "2024-01-15T16:45:00Z", event: 16 },
      },
      phases: { length: 5 },
      gaps: { length: 3 },
      decision_points: [3, 7, 8, 11, 12, 14, 16],
      coverage: { gaps: [{ factor: 0, category: "environment", expected_type: "mitigation" }] },
      action_quality: [100, 90, 100, 90, 90],
      warnings: { length: 4 },
    });
    expect(analysis.phases[0]).toEqual({
      name: "detection",
      start: "2024-01-15T14:20:00Z",
      end: "2024-01-15T14:23:00Z",
      minutes: 3,
      events: 2,
    });
    expect(analysis.promises).toEqual([
      {
        made_at: "2024-01-15T14:30:00Z",
        audience: "external",
        due_at: "2024-01-15T14:45:00Z",
        state: "kept",
        late_minutes: 0,
      },
      {
        made_at: "2024-01-15T14:45:00Z",
        audience: "external",
        due_at: "2024-01-15T15:00:00Z",
        state: "missed",
        late_minutes: 20,
      },
      {
        made_at: "2024-01-15T16:50:00Z",
        audience: "external",
        due_at: "2024-01-17T16:50:00Z",
        state: "open",
        late_minutes: null,
      },
    ]);
  });

  test("follows people's choices", () => {
    const analysis = analyze(sampleRecord(), {
      milestones: { mitigated: "event:12" },
      factorActions: { 0: [2] },
      publishedAt: Date.UTC(2024, 0, 17, 12),
    });
    expect(analysis.milestones.mitigated).toEqual({ at: "2024-01-15T15:15:00Z", event: 12 });
    expect(analysis.metrics.time_to_mitigate).toEqual({ minutes: 55, target: 60, met: true });
    expect(analysis.coverage.gaps).toEqual([]);
    expect(analysis.promises[2]?.state).toBe("kept");
  });

  test("has little to say about the least record", () => {
    expect(analyze(makeRecord())).toMatchObject({
      severity: { declared: "SEV2", computed: "SEV4" },
      milestones: { started: null, detected: null, mitigated: null, resolved: null },
      metrics: {
        time_to_detect: null,
        time_to_declare: null,
        time_to_mitigate: null,
        time_to_resolve: null,
        duration: null,
      },
      phases: [],
      gaps: [],
      decision_points: [],
      promises: [],
      coverage: { gaps: [] },
      action_quality: [],
      warnings: [],
    });
  });

  test("reads null as missing, sections included", () => {
    const { incident } = makeRecord();
    const record: IncidentRecord = JSON.parse(
      JSON.stringify({
        incident: { ...incident, resolved_at: null, affected_services: null },
        events: null,
        communications: null,
        impact: null,
        signals: null,
        context: null,
        resolution: null,
        action_items: null,
      }),
    );
    expect(analyze(record)).toEqual(analyze(makeRecord()));
  });

  test("is quick with ten thousand events", () => {
    const numbers = Array.from({ length: 10_000 }, (_, index) => index);
    const record = makeRecord({
      events: numbers.map((index) => ({
        timestamp: toUtc(clockMs("00:00") + ((index * 7919) % 10_000) * 1000),
        type: EVENT_TYPES[index % EVENT_TYPES.length],
        description: `Event ${index}`,
      })),
      communications: numbers.map((index) => ({
        timestamp: toUtc(clockMs("00:00") + index * 1000),
        message: "Investigating. Next update in 15 minutes.",
      })),
    });
    expect(processorTime(() => analyze(record))).toBeLessThan(2000);
  });
});

const minute = fc.integer({ min: 0, max: 300 }).map((at) => toUtc(clockMs("10:00") + at * 60_000));
const busyRecord: fc.Arbitrary<IncidentRecord> = fc.record({
  incident: fc.record(
    {
      id: fc.constant("INC-2026-0001"),
      title: fc.constant("Checkout is slow"),
      severity: fc.constantFrom(...SEVERITIES),
      status: fc.constantFrom("investigating", "resolved", "odd"),
      declared_at: minute,
      resolved_at: fc.option(minute),
    },
    { requiredKeys: ["id", "title", "severity", "status", "declared_at"] },
  ),
  events: fc.array(
    fc.record({
      timestamp: minute,
      type: fc.constantFrom(...EVENT_TYPES, null, "odd"),
      description: fc.string(),
    }),
  ),
  communications: fc.array(
    fc.record({
      timestamp: minute,
      audience: fc.constantFrom("external", "internal", null, "odd"),
      message: fc.constantFrom("Next update in 15 minutes.", "Report within 2 hours.", "News."),
    }),
  ),
});

describe.each([
  ["any accepted record", arbitraryRecord],
  ["a record full of events and promises", busyRecord],
])("the analysis of %s", (_, records) => {
  test("keeps its word", () => {
    fc.assert(
      fc.property(records, (record) => {
        const events = record.events ?? [];
        const analysis = analyze(record);

        const counted = analysis.phases.reduce((sum, phase) => sum + phase.events, 0);
        expect(counted).toBeLessThanOrEqual(events.length);
        for (const phase of analysis.phases) expect(phase.minutes).toBeGreaterThanOrEqual(0);
        for (const gap of analysis.gaps) expect(gap.minutes).toBeGreaterThanOrEqual(15);
        for (const metric of Object.values(analysis.metrics)) {
          expect(metric?.minutes ?? 0).toBeGreaterThanOrEqual(0);
        }
        for (const promise of analysis.promises) {
          expect(promise.late_minutes ?? 0).toBeGreaterThanOrEqual(0);
        }
        for (const score of [
          analysis.severity.score,
          ...Object.values(analysis.severity.dimensions),
        ]) {
          expect(score).toBe(Number(score.toFixed(3)));
          expect(score >= 0 && score <= 1).toBe(true);
        }
        for (const quality of analysis.action_quality) {
          expect(quality >= 0 && quality <= 100).toBe(true);
        }
        expect(analysis.decision_points.every((index) => index < events.length)).toBe(true);
        expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
      }),
      { numRuns: 500 },
    );
  });
});
