import { describe, expect, test } from "vitest";
import { orderedEvents } from "@/lib/domain/events";
import { candidatesOf, milestonesOf } from "@/lib/domain/milestones";
import type { IncidentRecord } from "@/lib/domain/record";
import { warningsOf } from "@/lib/domain/warnings";
import { makeRecord, sampleRecord } from "@/tests/support/make";
import { makeTimeline } from "@/tests/support/make-timeline";

function warnings(record: IncidentRecord, picks = {}): string[] {
  const milestones = milestonesOf(candidatesOf(record), picks);
  return warningsOf(record, { ordered: orderedEvents(record), milestones, picks });
}
const resolved = { status: "resolved", resolved_at: "2026-01-05T10:30:00Z" };

describe("warningsOf", () => {
  test("finds the sample's four", () => {
    expect(warnings(sampleRecord())).toEqual([
      "1 event comes after the resolution at 2024-01-15 16:45 UTC.",
      "Affected and dependent services differ: order-service only in the signals.",
      "The public “resolved” came 5 min after the internal one, at 2024-01-15 16:50 UTC.",
      "The signals count 12 alerts, the timeline has 2 of them.",
    ]);
  });

  test("has none for a record without facts", () => {
    expect(warnings(makeRecord())).toEqual([]);
  });

  test("tells of each order that cannot be", () => {
    const record = makeTimeline(["10:40 trigger", "10:35 detection", "10:30 resolution"], resolved);
    expect(warnings(record)).toEqual([
      "“detected” (2026-01-05 10:35 UTC) comes before “started” (2026-01-05 10:40 UTC), so time to detect cannot be measured.",
      "“declared” (2026-01-05 10:00 UTC) comes before “detected” (2026-01-05 10:35 UTC), so time to declare cannot be measured.",
      "“resolved” (2026-01-05 10:30 UTC) comes before “detected” (2026-01-05 10:35 UTC), so time to resolve cannot be measured.",
      "2 events come after the resolution at 2026-01-05 10:30 UTC.",
    ]);
  });

  test("takes no offence at what the portal tells of itself after the resolution", () => {
    const record = makeTimeline(["10:30 resolution", "11:00 link", "11:05 title_change"], resolved);
    expect(warnings(record)).toEqual([]);
  });

  test("tells when a pick is no longer there", () => {
    expect(warnings(makeTimeline(["10:00 mitigation"]), { mitigated: "event:7" })).toEqual([
      "What was picked as “mitigated” is no longer in the record; the default is used.",
    ]);
    expect(warnings(makeTimeline(["10:00 mitigation"]), { mitigated: "event:0" })).toEqual([]);
  });

  test("finds services that only the incident names", () => {
    const record = makeTimeline([], { affected_services: ["cart", "search"] });
    record.signals = { dependent_services: ["search", "feed"] };
    expect(warnings(record)).toEqual([
      "Affected and dependent services differ: feed only in the signals; cart only in the incident.",
    ]);
  });

  test.each([
    [
      ["search", "cart"],
      ["cart", "search"],
    ],
    [["cart"], null],
    [null, ["cart"]],
  ])("does not compare %j with %j", (affected, dependent) => {
    const record = makeTimeline([], { affected_services: affected });
    record.signals = { dependent_services: dependent };
    expect(warnings(record)).toEqual([]);
  });

  test.each([
    ["10:30", "external", "Resolved - All is well."],
    ["10:40", "internal", "Resolved - All is well."],
    ["10:40", "external", "Monitoring - It was resolved."],
  ])("accepts a message at %s to %s: %s", (time, audience, message) => {
    const record = makeTimeline([], resolved);
    record.communications = [{ timestamp: `2026-01-05T${time}:00Z`, audience, message }];
    expect(warnings(record)).toEqual([]);
  });

  test("takes the first public “resolved”, and none while the incident runs", () => {
    const communications = ["10:50", "10:40"].map((time) => ({
      timestamp: `2026-01-05T${time}:00Z`,
      audience: "external",
      message: "RESOLVED: back to normal",
    }));
    expect(warnings({ ...makeTimeline([], resolved), communications })).toEqual([
      "The public “resolved” came 10 min after the internal one, at 2026-01-05 10:40 UTC.",
    ]);
    expect(warnings({ ...makeTimeline([]), communications })).toEqual([]);
  });

  test("is content with as many alerts as were counted", () => {
    const record = makeTimeline(["09:58 detection", "09:59 detection"]);
    record.signals = { alert_count: 2 };
    expect(warnings(record)).toEqual([]);
  });

  test("counts every alert of which one row tells", () => {
    const record = makeTimeline(["09:58 detection", "10:02 alert", "10:03 alert"]);
    record.signals = { alert_count: 30 };
    const [first, second] = record.events ?? [];
    if (first) first.metadata = { alerts: 10 };
    if (second) second.metadata = { alerts: 20 };
    expect(warnings(record)).toEqual([]);
  });
});
