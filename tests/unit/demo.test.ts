import { describe, expect, test } from "vitest";
import { demoRecords } from "@/db/demo/records";
import { analyze } from "@/lib/domain/analysis";
import { isOver } from "@/lib/domain/lifecycle";
import { parseTime } from "@/lib/domain/time";
import { parseRecord } from "@/lib/record/parse";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.UTC(2026, 4, 20, 9, 41, 17);

const at = (timestamp: string | null | undefined) => parseTime(timestamp ?? "") ?? NaN;
const isOpen = ({ record: { incident } }: ReturnType<typeof demoRecords>[number]) =>
  !isOver({ status: incident.status, resolvedAt: parseTime(incident.resolved_at ?? "") ?? null });

describe.each([
  ["in spring", NOW],
  ["at new year", Date.UTC(2027, 0, 1)],
  ["in the sample's year", Date.UTC(2024, 11, 31, 23, 59, 59)],
])("the demo's incidents %s", (_, now) => {
  const all = demoRecords(now);

  test("are records that the portal accepts", () => {
    for (const { record } of all) {
      expect(parseRecord(JSON.stringify(record))).toEqual({ ok: true, record });
    }
  });

  test("have keys of their own in the year of their declaration", () => {
    const keys = all.map(({ record }) => record.incident.id);
    expect(new Set([...keys, "INC-2024-0142"]).size).toBe(all.length + 1);
    for (const { record } of all) {
      const year = record.incident.declared_at.slice(0, 4);
      expect(record.incident.id).toMatch(new RegExp(`^INC-${year}-\\d{4}$`));
    }
  });

  test("lie within the last 90 days and not in the future, in the order of time", () => {
    const declared = all.map(({ record }) => at(record.incident.declared_at));
    expect(declared).toEqual(declared.toSorted((a, b) => a - b));
    for (const { record, postmortem } of all) {
      const events = record.events ?? [];
      const messages = record.communications ?? [];
      for (const { timestamp } of [...events, ...messages]) {
        expect(timestamp).toMatch(/:00Z$/);
        expect(at(timestamp)).toBeLessThanOrEqual(now);
        expect(at(timestamp)).toBeGreaterThan(now - 90 * DAY);
      }
      expect(postmortem?.at ?? now).toBeLessThanOrEqual(now);
    }
  });

  test("have one open SEV2 whose public update is due in about six minutes", () => {
    const open = all.filter(isOpen);
    expect(open.map(({ record: { incident } }) => [incident.severity, incident.status])).toEqual([
      ["SEV3", "monitoring"],
      ["SEV2", "identified"],
    ]);
    const due = open
      .flatMap(({ record }) => analyze(record).promises)
      .filter(({ audience, state }) => audience === "external" && state === "open")
      .map(({ due_at }) => (at(due_at) - now) / MINUTE);
    expect(due.map(Math.ceil)).toEqual([6]);
  });

  test("leave no mark of a time unfilled", () => {
    expect(JSON.stringify(all)).not.toMatch(/\{\d+\}/);
  });
});

describe("the demo", () => {
  const all = demoRecords(NOW);
  const analyses = all.map(({ record }) => analyze(record));

  test("shows every severity, and people who disagree with the facts", () => {
    expect(new Set(analyses.map(({ severity }) => severity.declared)).size).toBe(4);
    const disagreeing = analyses.filter(({ severity }) => severity.declared !== severity.computed);
    expect(disagreeing).toHaveLength(2);
  });

  test("has promises kept, missed and open, factors that nothing answers, and warnings", () => {
    const states = new Set(analyses.flatMap(({ promises }) => promises.map(({ state }) => state)));
    expect(states).toEqual(new Set(["kept", "missed", "open"]));
    expect(analyses.some(({ coverage }) => coverage.gaps.length > 0)).toBe(true);
    expect(analyses.some(({ warnings }) => warnings.length > 0)).toBe(true);
    expect(analyses.some(({ warnings, gaps }) => warnings.length + gaps.length === 0)).toBe(true);
  });

  test("has one incident that nothing detected, and written postmortems of resolved ones", () => {
    const undetected = analyses.filter(({ milestones }) => milestones.detected === null);
    expect(undetected).toHaveLength(1);
    const written = all.filter(({ postmortem }) => postmortem);
    expect(written).toHaveLength(4);
    expect(written.some(isOpen)).toBe(false);
  });

  test("publishes nothing of what was never said to the outside", () => {
    const silent = all.filter(
      ({ record }) => !record.communications?.some(({ audience }) => audience === "external"),
    );
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.some(({ published }) => published)).toBe(false);
  });
});
