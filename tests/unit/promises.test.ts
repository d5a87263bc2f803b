import { describe, expect, test } from "vitest";
import { audienceOf, promisesOf, promiseSummary } from "@/lib/domain/promises";
import type { RecordIncident } from "@/lib/domain/record";
import { makeRecord, sampleRecord } from "@/tests/support/make";
import { clockMs } from "@/tests/support/make-timeline";

const PROMISE = "We are on it. Next update in 15 minutes.";
const NEWS = "We found the cause.";

type Line = [time: string, audience: string | null, message: string];

function makeMessages(lines: Line[], incident: Partial<RecordIncident> = {}) {
  const record = makeRecord({
    communications: lines.map(([time, audience, message]) => ({
      timestamp: `2026-01-05T${time}:00Z`,
      audience,
      message,
    })),
  });
  return { ...record, incident: { ...record.incident, ...incident } };
}
const verdicts = (...parameters: Parameters<typeof promisesOf>) =>
  promisesOf(...parameters).map(({ state, lateMinutes }) => [state, lateMinutes]);

describe("promisesOf", () => {
  test("judges the sample's three", () => {
    expect(
      promisesOf(sampleRecord()).map(({ state, lateMinutes }) => [state, lateMinutes]),
    ).toEqual([
      ["kept", 0],
      ["missed", 20],
      ["open", null],
    ]);
  });

  test("tells where a promise was made, to whom, and what for", () => {
    expect(promisesOf(makeMessages([["10:00", "external", PROMISE]]))).toEqual([
      {
        communication: 0,
        kind: "update",
        madeAt: clockMs("10:00"),
        audience: "external",
        dueAt: clockMs("10:15"),
        state: "open",
        lateMinutes: null,
      },
    ]);
  });

  test("asks for the next message to the same audience", () => {
    const record = makeMessages([
      ["10:00", "external", PROMISE],
      ["10:05", "internal", NEWS],
      ["10:25", "external", NEWS],
    ]);
    expect(verdicts(record)).toEqual([["missed", 10]]);
  });

  test("counts an unknown audience as internal", () => {
    const record = makeMessages([
      ["10:00", "exec-team", PROMISE],
      ["10:10", null, NEWS],
    ]);
    expect(promisesOf(record)).toMatchObject([{ audience: "internal", state: "kept" }]);
  });

  test("takes no message of the same moment for the next one", () => {
    const record = makeMessages([
      ["10:00", "external", PROMISE],
      ["10:00", "external", PROMISE],
      ["10:20", "external", NEWS],
    ]);
    expect(verdicts(record)).toEqual([
      ["missed", 5],
      ["missed", 5],
    ]);
  });

  test("goes by time, not by the record's order", () => {
    const record = makeMessages([
      ["10:10", "external", NEWS],
      ["10:00", "external", PROMISE],
    ]);
    expect(promisesOf(record)).toMatchObject([{ communication: 1, state: "kept" }]);
  });

  test("is missed for good when the incident is over and nothing ever came", () => {
    const lines: Line[] = [["10:00", "external", PROMISE]];
    expect(verdicts(makeMessages(lines, { status: "resolved" }))).toEqual([["missed", null]]);
    const resolved = { resolved_at: "2026-01-05T10:05:00Z", status: "odd" };
    expect(verdicts(makeMessages(lines, resolved))).toEqual([["missed", null]]);
  });

  test("goes by the time that the writer set rather than by the text", () => {
    const record = makeMessages([
      ["10:00", "external", `${PROMISE} Report within 48 hours.`],
      ["10:20", "external", NEWS],
    ]);
    const nextUpdateDueAt = { 0: clockMs("10:30"), 1: clockMs("11:00") };
    expect(promisesOf(record, { nextUpdateDueAt })).toMatchObject([
      { communication: 0, kind: "update", dueAt: clockMs("10:30"), state: "kept" },
      { communication: 0, kind: "report", state: "open" },
      { communication: 1, kind: "update", dueAt: clockMs("11:00"), state: "open" },
    ]);
  });

  test.each([
    ["12:00", "kept", 0],
    ["12:01", "missed", 1],
  ])("judges a report by a publication at %s", (published, state, late) => {
    const record = makeMessages([
      ["10:00", "external", "Report within 2 hours."],
      ["10:30", "external", NEWS],
    ]);
    expect(verdicts(record, { publishedAt: clockMs(published) })).toEqual([[state, late]]);
  });

  test("finds none without messages, or in one without a time", () => {
    expect(promisesOf(makeRecord())).toEqual([]);
    const communications = [{ timestamp: "soon", message: PROMISE }];
    expect(promisesOf(makeRecord({ communications }))).toEqual([]);
  });
});

describe("promiseSummary", () => {
  test("counts how promises of updates ended, and the longest wait", () => {
    expect(promiseSummary(promisesOf(sampleRecord()))).toEqual({
      kept: 1,
      missed: 1,
      open: 0,
      lateMinutes: 20,
    });
    const silent = makeMessages([["10:00", "external", PROMISE]], { status: "resolved" });
    expect(promiseSummary(promisesOf(silent))).toEqual({
      kept: 0,
      missed: 1,
      open: 0,
      lateMinutes: undefined,
    });
  });
});

describe("audienceOf", () => {
  test("knows three words and takes the rest for internal", () => {
    expect(
      ["external", "stakeholders", "internal", "External", "toString", null, undefined].map(
        audienceOf,
      ),
    ).toEqual([
      "external",
      "stakeholders",
      "internal",
      "internal",
      "internal",
      "internal",
      "internal",
    ]);
  });
});
