import { describe, expect, test } from "vitest";
import { candidatesOf, milestonesOf, MILESTONES } from "@/lib/domain/milestones";
import type { IncidentRecord } from "@/lib/domain/record";
import { makeRecord, sampleRecord } from "@/tests/support/make";
import { clockMs, makeTimeline } from "@/tests/support/make-timeline";

const sources = (record: IncidentRecord, picks = {}) => {
  const milestones = milestonesOf(candidatesOf(record), picks);
  return MILESTONES.map((name) => milestones[name]?.id ?? null);
};

describe("milestonesOf", () => {
  test("finds the sample's", () => {
    expect(sources(sampleRecord())).toEqual([
      "event:0",
      "event:1",
      "declared_at",
      "event:14",
      "resolved_at",
    ]);
  });

  test("starts at the first event when nothing is a trigger", () => {
    expect(sources(makeTimeline(["10:05 detection", "10:01 note"]))[0]).toBe("event:1");
  });

  test("has nothing but the declaration for a record without events", () => {
    expect(sources(makeRecord())).toEqual([null, null, "declared_at", null, null]);
  });

  test("takes events where the fields are missing", () => {
    const lines = ["10:02 declaration", "10:20 resolution", "10:30 resolution"];
    const record = makeTimeline(lines, { declared_at: "", resolved_at: null });
    expect(sources(record)).toEqual(["event:0", null, "event:0", null, "event:2"]);
  });

  test("is mitigated by the last mitigation that is not after the resolution", () => {
    const lines = ["10:10 mitigation", "10:30 mitigation", "10:40 mitigation"];
    expect(sources(makeTimeline(lines, { resolved_at: "2026-01-05T10:30:00Z" }))[3]).toBe(
      "event:1",
    );
    expect(sources(makeTimeline(lines, { resolved_at: "2026-01-05T10:05:00Z" }))[3]).toBeNull();
    expect(sources(makeTimeline(lines))[3]).toBe("event:2");
  });

  test("takes what a person picked, where it is offered", () => {
    expect(sources(sampleRecord(), { mitigated: "event:12", started: "deployment:0" })).toEqual([
      "deployment:0",
      "event:1",
      "declared_at",
      "event:12",
      "resolved_at",
    ]);
    expect(sources(sampleRecord(), { mitigated: "event:1" })[3]).toBe("event:14");
  });
});

describe("candidatesOf", () => {
  test("offers the deployments before the detection as a start", () => {
    const record = makeTimeline(["10:10 detection"]);
    record.context = {
      recent_deployments: [
        { service: "search", version: "1.2", deployed_at: "2026-01-05T10:09:00Z" },
        { service: "search", deployed_at: "2026-01-05T10:10:00Z" },
        { deployed_at: "2026-01-05T08:00:00Z" },
        { service: "cart" },
      ],
    };
    expect(candidatesOf(record).started).toEqual([
      expect.objectContaining({ id: "event:0", isDefault: true }),
      {
        id: "deployment:0",
        at: clockMs("10:09"),
        event: null,
        label: "deployment of search 1.2",
        isDefault: false,
      },
      expect.objectContaining({ id: "deployment:2", label: "deployment" }),
    ]);
  });

  test("offers no deployment while nothing is detected", () => {
    const record = makeTimeline(["10:10 trigger"]);
    record.context = { recent_deployments: [{ deployed_at: "2026-01-05T10:00:00Z" }] };
    expect(candidatesOf(record).started.map(({ id }) => id)).toEqual(["event:0"]);
  });

  test("offers the events beside the fields, and every mitigation", () => {
    const { declared, resolved, mitigated } = candidatesOf(sampleRecord());
    expect([declared, resolved, mitigated].map((all) => all.map(({ id }) => id))).toEqual([
      ["declared_at", "event:3"],
      ["resolved_at", "event:16"],
      ["event:8", "event:11", "event:12", "event:14"],
    ]);
    expect(mitigated.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  test("points a field to the event at the same moment, if there is one", () => {
    const lines = ["10:00 note", "10:00 declaration", "10:30 resolution"];
    const record = makeTimeline(lines, { resolved_at: "2026-01-05T10:31:00Z" });
    const { declared, resolved } = candidatesOf(record);
    expect([declared[0]?.event, resolved[0]?.event]).toEqual([1, null]);
  });

  test("shortens a long description and keeps its characters whole", () => {
    const [started] = candidatesOf(makeTimeline([`10:00 trigger ${"🙂".repeat(100)}`])).started;
    expect(started?.label).toBe(`trigger: ${"🙂".repeat(79)}…`);
  });

  test("names an event that has no type", () => {
    const events = [{ timestamp: "2026-01-05T10:00:00Z", description: "Queue grows" }];
    expect(candidatesOf(makeRecord({ events })).started[0]?.label).toBe("event: Queue grows");
  });
});
