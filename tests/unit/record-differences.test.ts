import { describe, expect, test } from "vitest";
import type { IncidentRecord } from "@/lib/domain/record";
import { differencesOf } from "@/lib/record/differences";
import { makeRecord, sampleRecord } from "../support/make";

/** What a change to the sample looks like. */
function linesFor(change: (record: IncidentRecord) => void): string[] {
  const after = sampleRecord();
  change(after);
  return differencesOf(sampleRecord(), after);
}

describe("differencesOf", () => {
  test("gives no line for equal records", () => {
    expect(linesFor(() => {})).toEqual([]);
  });

  test("shows what each field was and would be", () => {
    expect(
      linesFor((record) => {
        record.incident.title = "Payments";
        record.incident.resolved_at = null;
        delete record.incident.service;
        record.impact = { ...record.impact, affected_users_percentage: 50 };
        record.notes = { "a b": 1 };
      }),
    ).toEqual([
      'incident.title: "Payment Service Degradation" → "Payments"',
      'incident.resolved_at: "2024-01-15T16:45:00Z" → null',
      'incident.service: "payment-gateway" → nothing',
      "impact.affected_users_percentage: 45 → 50",
      'notes: nothing → {"a b":1}',
    ]);
  });

  test("counts what lists gain and lose", () => {
    expect(
      linesFor((record) => {
        record.events?.splice(0, 1, { timestamp: "2024-01-15T14:00Z", description: "Early" });
        record.communications?.reverse();
        delete record.participants;
        record.action_items?.pop();
      }),
    ).toEqual([
      "events: 1 added, 1 removed",
      "communications: the same entries in another order",
      "action_items: 1 removed",
      "participants: 4 removed",
    ]);
  });

  test("tells an empty list from none", () => {
    expect(differencesOf(makeRecord(), makeRecord({ events: [] }))).toEqual([
      "events: nothing → []",
    ]);
  });

  test("cuts long values and shows what cannot be seen", () => {
    const [line = ""] = linesFor((record) => {
      record.incident.status = `\u202e${"x".repeat(200)}`;
    });
    expect(line).toContain("\\u202ex");
    expect(line.length).toBeLessThan(130);
  });
});
