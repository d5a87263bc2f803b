import { describe, expect, test } from "vitest";
import { parseRecord } from "@/lib/record/parse";
import { makeRecord, sampleRecord } from "../support/make";
import { processorTime } from "../support/processor-time";

const incident = JSON.stringify(makeRecord().incident);

/** What is wrong with the least record when it also has these members, or with a whole text. */
const problemsWith = (members: Record<string, unknown> | string) => {
  const text =
    typeof members === "string" ? members : JSON.stringify({ ...makeRecord(), ...members });
  const parsed = parseRecord(text);
  return parsed.ok ? [] : parsed.problems;
};
const problemsOfIncident = (fields: Record<string, unknown>) =>
  problemsWith({ incident: { ...makeRecord().incident, ...fields } });
const event = { timestamp: "2026-01-05T10:00:00Z", description: "Seen" };

describe("parseRecord", () => {
  test("takes the sample, from bytes and from text, with and without a byte order mark", () => {
    const text = JSON.stringify(sampleRecord());
    for (const input of [text, `\uFEFF${text}`]) {
      expect(parseRecord(input)).toEqual({ ok: true, record: sampleRecord() });
      expect(parseRecord(new TextEncoder().encode(input))).toEqual({
        ok: true,
        record: sampleRecord(),
      });
    }
  });

  test("takes null in every field that may be missing", () => {
    expect(
      problemsWith({
        events: [{ ...event, type: null, actor: null, metadata: null }],
        communications: null,
        impact: { affected_users_percentage: null, affected_regions: null },
        context: { recent_deployments: [{ deployed_at: null }], on_call: null },
        resolution: null,
        action_items: [{ title: "Fix it", deadline: null }],
      }),
    ).toEqual([]);
  });

  test("lists every problem, each with its path", () => {
    expect(
      problemsWith({
        incident: { id: "inc 1", severity: "SEV9", status: 3, declared_at: "2024-02-30T10:00Z" },
        events: [event, 3, {}, { ...event, timestamp: "yesterday", metadata: [] }],
        communications: {},
        impact: { affected_users_percentage: 101, customer_facing: "yes" },
        signals: { error_rate_percentage: -1, alert_count: "12", affected_endpoints: [1] },
        context: { recent_deployments: [{ deployed_at: "later" }] },
        action_items: [{ title: "Fix it", deadline: "2024-13-01" }],
        participants: [null],
      }),
    ).toEqual([
      'incident.id: "inc 1" is not 1 to 64 capital letters, digits and hyphens, as in INC-2024-0142',
      "incident.title: is missing",
      'incident.severity: "SEV9" is not one of SEV1, SEV2, SEV3, SEV4',
      "incident.status: 3 is not a text",
      'incident.declared_at: "2024-02-30T10:00Z" is not an ISO 8601 time',
      "events[1]: 3 is not an object",
      "events[2].timestamp: is missing",
      "events[2].description: is missing",
      'events[3].timestamp: "yesterday" is not an ISO 8601 time',
      "events[3].metadata: a list is not an object",
      "communications: an object is not a list",
      "impact.affected_users_percentage: 101 is not between 0 and 100",
      'impact.customer_facing: "yes" is neither true nor false',
      "signals.error_rate_percentage: -1 is not between 0 and 100",
      "signals.affected_endpoints[0]: 1 is not a text",
      'signals.alert_count: "12" is not a number',
      'context.recent_deployments[0].deployed_at: "later" is not an ISO 8601 time',
      'action_items[0].deadline: "2024-13-01" is not a calendar day such as 2024-01-22',
      "participants[0]: null is not an object",
    ]);
  });

  test.each([
    ["[]", "record: a list is not an object"],
    ["3", "record: 3 is not an object"],
    ["{}", "incident: is missing"],
    ["", "The file is empty."],
    ['{"a": 1,\n "b": tru}', "The file is not valid JSON (line 2, column 7)."],
    ['{"a": 1,}', "The file is not valid JSON (line 1, column 9)."],
    ['{"a": 1 // no\n}', "The file is not valid JSON (line 1, column 9)."],
    ['{"a": "\u0001"}', "The file is not valid JSON (line 1, column 7)."],
    ['{"a": 01}', "The file is not valid JSON (line 1, column 8)."],
    ["\u00a0{}", "The file is not valid JSON (line 1, column 1)."],
  ])("refuses %j", (text, problem) => {
    expect(problemsWith(text)).toEqual([problem]);
  });

  test("refuses bytes that are not UTF-8", () => {
    const bytes = new TextEncoder().encode(`{"incident":${incident},"a":"x"}`);
    bytes[bytes.length - 3] = 0xff;
    expect(parseRecord(bytes)).toEqual({ ok: false, problems: ["The file is not text in UTF-8."] });
  });

  test("refuses times outside of 1970 to 2100 and a resolution before the declaration", () => {
    expect(
      problemsOfIncident({
        declared_at: "2026-01-05T10:00:00+02:00",
        resolved_at: "2026-01-05T07:59Z",
      }),
    ).toEqual([
      'incident.resolved_at: "2026-01-05T07:59Z" is before declared_at, "2026-01-05T10:00:00+02:00"',
    ]);
    expect(problemsOfIncident({ declared_at: "1969-12-31T23:59:59Z" })).toEqual([
      'incident.declared_at: "1969-12-31T23:59:59Z" is not between 1970 and 2100',
    ]);
    expect(problemsWith({ action_items: [{ title: "Fix it", deadline: "2101-01-01" }] })).toEqual([
      'action_items[0].deadline: "2101-01-01" is not between 1970 and 2100',
    ]);
  });

  test("takes a resolution at the moment of the declaration, written with another offset", () => {
    expect(
      problemsOfIncident({
        declared_at: "2026-01-05T10:00:00Z",
        resolved_at: "2026-01-05T12:00+02:00",
      }),
    ).toEqual([]);
  });

  test("refuses keys that come twice, at any level", () => {
    const text = `{"incident":${incident},"events":[{"timestamp":"2026-01-05T10:00Z","description":"a","metadata":{"k":1,"k":1}}],"x":1,"x":2}`;
    expect(problemsWith(text)).toEqual([
      'events[0].metadata: the key "k" stands twice in one object',
      'record: the key "x" stands twice in one object',
    ]);
  });

  test("takes the same key in objects beside and within each other", () => {
    expect(problemsWith({ x: [{ k: { k: 1 } }, { k: 2 }] })).toEqual([]);
  });

  test.each(["__proto__", "constructor", "prototype"])("refuses the key %s", (key) => {
    const text = `{"incident":${incident},"x":[{"${key}":{"polluted":true}}]}`;
    expect(problemsWith(text)).toEqual([`x[0]: the key "${key}" is not allowed`]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    ["1e400", "is larger than a number can be; write it as text"],
    ["-1e400", "is larger than a number can be; write it as text"],
    ["9007199254740993", "has more digits than a number can keep; write it as text"],
    ["1e-400", "has more digits than a number can keep; write it as text"],
    ["0.12345678901234567890123", "has more digits than a number can keep; write it as text"],
  ])("refuses the number %s", (number, problem) => {
    expect(problemsWith(`{"incident":${incident},"x":[${number}]}`)).toEqual([
      `x[0]: ${number} ${problem}`,
    ]);
  });

  test("takes numbers that are kept as they are", () => {
    const numbers = "0,-0,0.1,-1.50,5.0,1e21,1E-7,9007199254740992,0.10000000000000001,5e-324";
    expect(problemsWith(`{"incident":${incident},"x":[${numbers}]}`)).toEqual([]);
  });

  test.each([
    ["\\u0000", "holds the control character U+0000"],
    ["\\u001b", "holds the control character U+001B"],
    ["\\u0085", "holds the control character U+0085"],
    [
      "\\r\\n",
      "holds the control character U+000D (carriage return); write line breaks as line feeds",
    ],
    ["\\ud800", "holds half of a surrogate pair, which is not Unicode text"],
  ])("refuses %s in a text and in a key", (escape, problem) => {
    const shown = escape === "\\r\\n" ? "\\u000d\\u000a" : escape;
    const written = JSON.stringify(JSON.parse(`"${escape}"`)).replace("\u0085", shown);
    expect(problemsWith(`{"incident":${incident},"x":{"y":"${escape}"},"${escape}":1}`)).toEqual([
      `x.y: ${written} ${problem}`,
      `record: the key ${written} ${problem}`,
    ]);
  });

  test("takes tabs, line feeds and letters of any script", () => {
    expect(problemsWith({ x: "a\tb\nc 漢字 🙂 \u200d مرحبا" })).toEqual([]);
  });

  test("refuses characters that reorder text in titles and names, and takes them elsewhere", () => {
    const reordering = "\u202e";
    expect(problemsOfIncident({ title: `a${reordering}` })).toEqual([
      'incident.title: "a\\u202e" holds the invisible character U+202E, which reorders text',
    ]);
    expect(problemsWith({ participants: [{ name: reordering }] })).toHaveLength(1);
    expect(problemsWith({ events: [{ ...event, actor: reordering }] })).toHaveLength(1);
    expect(problemsWith({ events: [{ ...event, description: reordering }] })).toEqual([]);
  });

  test("shows unknown keys in paths in a form that can be read", () => {
    expect(problemsWith({ "a b": { [`${"k".repeat(100)}`]: "\u0000" } })).toEqual([
      `["a b"]["${"k".repeat(60)}…"]: "\\u0000" holds the control character U+0000`,
    ]);
  });
});

describe("parseRecord, at its limits,", () => {
  const nested = (levels: number) =>
    `{"incident":${incident},"x":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
  const withEvents = (count: number) => ({ events: Array.from({ length: count }, () => event) });

  test("takes 32 levels and refuses 33", () => {
    expect(problemsWith(nested(32))).toEqual([]);
    expect(problemsWith(nested(33))).toEqual(["The record is nested deeper than 32 levels."]);
  });

  test("does not count brackets within texts", () => {
    expect(problemsWith({ x: `\\"${"[{".repeat(100)}` })).toEqual([]);
  });

  test("takes 10,000 events and refuses 10,001", () => {
    expect(problemsWith(withEvents(10_000))).toEqual([]);
    expect(problemsWith(withEvents(10_001))).toEqual([
      "events: has 10,001 entries; a record has at most 10,000",
    ]);
  });

  test("takes 10 MB and refuses one byte more", () => {
    const frame = `{"incident":${incident},"x":""}`;
    const filled = (bytes: number) => frame.replace('""', `"é${"a".repeat(bytes)}"`);
    const room = 10 * 1024 * 1024 - frame.length - 2;
    expect(problemsWith(filled(room))).toEqual([]);
    expect(problemsWith(filled(room + 1))).toEqual([
      "The file has 10,485,761 bytes; a record has at most 10,485,760 (10 MB).",
    ]);
  });

  test.each([
    ["brackets", "[".repeat(10 * 1024 * 1024)],
    ["brackets after an open quote", `"\n${"[".repeat(10 * 1024 * 1024 - 2)}`],
    ["open objects", '{"a":'.repeat(2_000_000)],
    ["commas", ",".repeat(10 * 1024 * 1024)],
    ["digits", `{"incident":${incident},"x":${"1".repeat(10_000_000)}}`],
  ])("refuses 10 MB of %s at once", (_, text) => {
    const spent = processorTime(() => expect(problemsWith(text)).toHaveLength(1));
    expect(spent).toBeLessThan(1500);
  });

  test("lists at most 50,000 problems and says how many more there are", () => {
    const problems = problemsWith(
      `{"incident":${incident},"communications":[${"1,".repeat(60_000)}1]}`,
    );
    expect(problems).toHaveLength(50_001);
    expect(problems.at(-1)).toBe("record: 10001 more problems are not listed");
  });
});
