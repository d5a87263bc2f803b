import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toJson } from "@/lib/record/json";
import { parseRecord } from "@/lib/record/parse";
import { recordFrom, rowsOf } from "@/lib/record/rows";
import { arbitraryRecord } from "../support/arbitrary-record";
import { makeRecord, sampleRecord } from "../support/make";

describe("rowsOf and recordFrom", () => {
  test("give back the sample as it was", () => {
    expect(recordFrom(rowsOf(sampleRecord()))).toStrictEqual(sampleRecord());
  });

  test("give back thousands of records through text and rows", () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const parsed = parseRecord(toJson(record));
        if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
        expect(parsed.record).toStrictEqual(record);
        const stored = JSON.parse(toJson(rowsOf(parsed.record)));
        expect(recordFrom(stored)).toStrictEqual(record);
      }),
      { numRuns: 2000 },
    );
  });

  test("keep null, empty and missing apart, for sections and for fields", () => {
    const record = makeRecord({
      impact: undefined,
      context: {},
      participants: [],
      events: [
        { timestamp: "2026-01-05T10:00:00+02:00", description: "Seen", type: null, metadata: {} },
        { timestamp: "2026-01-05T10:00:00.123456Z", description: "Seen", metadata: null },
      ],
    });
    const document = { ...record, impact: null, communications: null };
    const parsed = parseRecord(JSON.stringify(document));
    expect(parsed.ok && recordFrom(rowsOf(parsed.record))).toStrictEqual(document);
  });

  test("keep the order of keys", () => {
    const text = '{"z":1,"participants":[{"role":"x","name":"Ada","a":1}],"incident":';
    const incident = JSON.stringify(makeRecord().incident);
    const parsed = parseRecord(`${text}${incident}}`);
    expect(parsed.ok && JSON.stringify(recordFrom(rowsOf(parsed.record)))).toBe(
      `${text}${incident}}`,
    );
  });

  test("write what was edited, and nothing else", () => {
    const rows = rowsOf(sampleRecord());
    const edited = recordFrom({
      ...rows,
      incident: { ...rows.incident, status: "monitoring", resolvedAt: null, resolvedAtText: null },
      participants: [...rows.participants, { name: "Dan", role: null, source: null }],
    });
    const expected = sampleRecord();
    expected.incident.status = "monitoring";
    delete expected.incident.resolved_at;
    expected.participants?.push({ name: "Dan" });
    expect(edited).toStrictEqual(expected);
  });
});
