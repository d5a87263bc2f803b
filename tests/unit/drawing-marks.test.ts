import { describe, expect, test } from "vitest";
import { deploymentMarks, isNear } from "@/components/incidents/drawing/deployment-marks";
import { errorRateLane } from "@/components/incidents/drawing/error-rate-lane";
import { eventMarks } from "@/components/incidents/drawing/event-marks";
import { groupedByPlace, nameOf } from "@/components/incidents/drawing/marks";
import { audienceLanes } from "@/components/incidents/drawing/message-marks";
import { gapMarks, milestoneMarks, phaseMarks } from "@/components/incidents/drawing/phase-marks";
import { beginning, counted, tally } from "@/components/incidents/drawing/words";
import type { DrawnMessage } from "@/components/incidents/drawing/sources";
import { makeEntry, makeMessage, makePromise, makeRuler } from "../support/make-drawing";
import { clockMs } from "../support/make-timeline";

const ruler = makeRuler();
const start = clockMs("10:00");
const second = 1000;
const minute = 60 * second;

/** As many things as asked for, one each so many seconds after 10:00. */
const every = <Item>(seconds: number, count: number, make: (at: number, index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(start + index * seconds * second, index));

describe("groupedByPlace", () => {
  test("leaves up to sixty apart, however close they lie", () => {
    const items = every(1, 60, (at) => ({ at }));
    expect(groupedByPlace(items, ruler)).toHaveLength(60);
  });

  test("puts more than that into the narrowest columns that are enough", () => {
    const pairs = every(15, 61, (at) => ({ at }));
    expect(groupedByPlace(pairs, ruler)).toHaveLength(31);
  });

  test("has no more than sixty columns, in the order of time", () => {
    const groups = groupedByPlace(
      every(0.6, 10_000, (at) => ({ at })),
      ruler,
    );
    expect(groups.length).toBeLessThanOrEqual(60);
    expect(groups.flat().map(({ at }) => at)).toEqual(every(0.6, 10_000, (at) => at));
  });
});

describe("eventMarks", () => {
  test("names an event by its type and the beginning of its text", () => {
    const [mark] = eventMarks(
      [makeEntry("10:05", { seq: 4, description: "It began.\nBadly." })],
      ruler,
    );
    expect(mark).toMatchObject({ id: "event-4", x: 5, width: 0, href: "#e-4", isDecision: false });
    expect(mark && nameOf(mark)).toBe("10:05 Investigation: It began. Badly.");
  });

  test("says which is a decision point, and takes the full text of a message", () => {
    const communication = { message: "All is well." };
    const names = eventMarks(
      [
        makeEntry("10:05", { type: "mitigation", isDecision: true }),
        makeEntry("10:06", { type: null, communication }),
      ],
      ruler,
    ).map(({ what }) => what);
    expect(names).toEqual(["Mitigation, decision point: Something", "Event: All is well."]);
  });

  test("counts what lies together by types, the most frequent first", () => {
    const types = ["one", "two", "two", "three", "four", "five"];
    const marks = eventMarks(
      every(1, 100, (at, index) =>
        makeEntry("10:00", {
          at,
          seq: index + 1,
          type: types[index % 6] ?? null,
          isDecision: index === 3,
        }),
      ),
      ruler,
    );
    expect(marks[0]).toMatchObject({
      when: "10:00",
      what: "15 events: 6 Two, 3 One, 2 Three, 2 Four, 1 more type, 1 decision point",
      level: 100,
      isDecision: true,
      href: "#e-1",
    });
    expect(marks.at(-1)).toMatchObject({
      what: expect.not.stringContaining("decision"),
      level: 82,
    });
  });
});

describe("audienceLanes", () => {
  const nameIn = (message: Partial<DrawnMessage>, at = ruler) =>
    audienceLanes([makeMessage("10:10", message)], at)
      .flatMap(({ marks }) => marks)
      .map(({ what }) => what)[0];

  test("gives each audience its lane, those outside first", () => {
    const lanes = audienceLanes(
      [makeMessage("10:01"), makeMessage("10:02", { seq: 2, audience: "internal" })],
      ruler,
    );
    expect(lanes.map(({ label, marks }) => [label, marks.length])).toEqual([
      ["Public messages", 1],
      ["Stakeholder messages", 0],
      ["Internal messages", 1],
    ]);
  });

  test.each([
    ["status_page", "Status page update: We are looking into it."],
    ["internal_note", "Internal note: We are looking into it."],
    ["slack_exec", "Slack exec message: We are looking into it."],
    [null, "Message: We are looking into it."],
  ])("names a message on the channel %s", (channel, name) => {
    expect(nameIn({ channel })).toBe(name);
  });

  test.each([
    [{}, "next update promised in 15 min, kept"],
    [{ state: "missed", lateMinutes: 20 }, "next update promised in 15 min, missed by 20 min"],
    [{ state: "missed", lateMinutes: null }, "next update promised in 15 min, missed: none came"],
    [{ state: "open", lateMinutes: null }, "next update promised in 15 min, overdue by 1 h 15 min"],
    [{ kind: "report" }, "report promised in 15 min, kept"],
    [{ kind: "report", state: "open", lateMinutes: null }, "report promised in 15 min, due 10:25"],
  ] as const)("says of the promise %j: %s", (overrides, words) => {
    const promises = [makePromise("10:10", "10:25", overrides)];
    expect(nameIn({ promises })).toBe(`Status page update: ${words}. We are looking into it.`);
  });

  test("says when an open promise is due, with the day where the drawing ends before", () => {
    const open = { state: "open", lateMinutes: null } as const;
    const early = makeRuler({ now: clockMs("10:20") });
    expect(nameIn({ promises: [makePromise("10:10", "10:40", open)] }, early)).toContain(
      "next update promised in 30 min, due 10:40.",
    );
    expect(nameIn({ promises: [makePromise("10:10", "12:10", open)] }, early)).toContain(
      "next update promised in 2 h, due 5 Jan 2026, 12:10 UTC.",
    );
  });

  test("draws a promise from its message to when it was due, and on to its late answer", () => {
    const promises = [
      makePromise("10:10", "10:25"),
      makePromise("10:10", "10:25", { state: "missed", lateMinutes: 20 }),
      makePromise("10:10", "10:25", { state: "missed", lateMinutes: null }),
      makePromise("10:10", "12:10", { state: "open", lateMinutes: null }),
    ];
    const [lane] = audienceLanes([makeMessage("10:10", { promises })], ruler);
    expect(lane?.marks[0]).toMatchObject({
      x: 10,
      promises: [
        { state: "kept", due: 25, answered: undefined, isBeyond: false },
        { state: "missed", due: 25, answered: 45, isBeyond: false },
        { state: "missed", due: 25, answered: undefined, isBeyond: false },
        { state: "open", due: 100, answered: undefined, isBeyond: true },
      ],
    });
  });

  test("counts messages that lie together, with what became of their promises", () => {
    const messages = every(1, 100, (at, index) =>
      makeMessage("10:00", {
        at,
        seq: index + 1,
        promises:
          index < 2 ? [makePromise("10:00", "10:15", { state: index ? "missed" : "kept" })] : [],
      }),
    );
    const [lane] = audienceLanes(messages, ruler);
    expect(lane?.marks[0]?.what).toBe("15 messages, 2 promises: 1 kept, 1 missed");
    expect(lane?.marks[1]?.what).toBe("15 messages");
  });
});

describe("phaseMarks", () => {
  test("leads to the event that opened the phase", () => {
    const phases = [
      { name: "triage" as const, start, end: start + 10 * minute, minutes: 10, events: 1 },
      {
        name: "resolution" as const,
        start: start + minute,
        end: start + minute,
        minutes: 0,
        events: 2,
      },
    ];
    expect(phaseMarks(phases, new Map([[start, 3]]), ruler)).toMatchObject([
      { x: 0, width: 10, href: "#e-3", when: "10:00–10:10", what: "Triage phase, 10 min, 1 event" },
      { x: 1, width: 0.3, href: "#timeline", what: "Resolution phase, 0 min, 2 events" },
    ]);
  });
});

describe("milestoneMarks", () => {
  test("leads to the milestone's event, else to the milestone itself", () => {
    const view = { pick: null, candidates: [], left: 0 };
    const milestones = [
      {
        ...view,
        name: "started" as const,
        source: { at: start, label: "deployment of api", seq: null },
      },
      {
        ...view,
        name: "detected" as const,
        source: { at: start + minute, label: "detection: Alert", seq: 2 },
      },
      { ...view, name: "resolved" as const, source: null },
    ];
    expect(milestoneMarks(milestones, ruler)).toMatchObject([
      { x: 0, href: "#milestone-started", what: "Milestone: Started (deployment of api)" },
      { x: 1, href: "#e-2", what: "Milestone: Detected (detection: Alert)" },
    ]);
  });
});

describe("gapMarks", () => {
  const gapAt = (at: number) => ({ start: at, end: at + 20 * minute, minutes: 20 });

  test("leads to the event that ended the silence", () => {
    expect(gapMarks([gapAt(start)], new Map([[start + 20 * minute, 7]]), ruler)).toMatchObject([
      { x: 0, width: 20, href: "#e-7", when: "10:00–10:20", what: "20 min without an entry" },
    ]);
  });

  test("counts gaps that lie together", () => {
    const gaps = every(1, 61, gapAt);
    const [first] = gapMarks(gaps, new Map(), ruler);
    expect(first?.what).toMatch(/^15 gaps, together 5 h without an entry$/);
  });
});

describe("deploymentMarks", () => {
  test("puts those outside of the drawing at its ends, with their day", () => {
    const marks = deploymentMarks(
      [
        { at: start + 200 * minute, name: "web 3" },
        { at: start + 5 * minute, name: "api 2" },
        { at: start - 24 * 60 * minute, name: "api 1" },
      ],
      ruler,
    );
    expect(marks.map(({ shape, x, when, what }) => [shape, x, when, what])).toEqual([
      ["earlier", 0, "4 Jan 2026, 10:00 UTC", "Deployment of api 1"],
      ["deployment", 5, "10:05", "Deployment of api 2"],
      ["later", 100, "5 Jan 2026, 13:20 UTC", "Deployment of web 3"],
    ]);
  });

  test("names some of those that lie together", () => {
    const [first] = deploymentMarks(
      every(1, 61, (at, index) => ({ at, name: `api ${index}` })),
      ruler,
    );
    expect(first?.what).toBe("15 deployments: api 0, api 1, api 2 …");
  });

  test("reaches back a day", () => {
    const day = 24 * 60 * minute;
    expect([start, start - 1, start - day, start - day - 1].map((at) => isNear(at, start))).toEqual(
      [false, true, true, false],
    );
  });
});

describe("errorRateLane", () => {
  const entry = (time: string, seq: number, metadata: Record<string, number>) =>
    makeEntry(time, { seq, metadata });

  test("draws a line of the values, with a pair as a step down", () => {
    const lane = errorRateLane(
      [
        entry("10:05", 1, { error_rate: 5 }),
        entry("10:10", 2, { error_rate_before: 20, error_rate_after: 10 }),
        entry("10:15", 3, { error_rate_before: 10 }),
        makeEntry("10:20"),
      ],
      ruler,
    );
    expect(lane.range).toBe("0 to 25 %");
    expect(lane.line).toEqual([
      { x: 5, level: 20 },
      { x: 10, level: 80 },
      { x: 10, level: 40 },
      { x: 15, level: 40 },
    ]);
    expect(lane.marks.map(({ what, level, href }) => [what, level, href])).toEqual([
      ["Error rate 5 %", 20, "#e-1"],
      ["Error rate from 20 % to 10 %", 40, "#e-2"],
      ["Error rate 10 % until then", 40, "#e-3"],
    ]);
  });

  test("reaches to 100 % where it must, and to 1 % at least", () => {
    expect(errorRateLane([entry("10:05", 1, { error_rate: 51 })], ruler).range).toBe("0 to 100 %");
    expect(errorRateLane([entry("10:05", 1, { error_rate: 0 })], ruler).range).toBe("0 to 1 %");
  });

  test("shows the highest and the last of many at one place", () => {
    const lane = errorRateLane(
      every(1, 61, (at, index) =>
        makeEntry("10:00", {
          at,
          seq: index + 1,
          metadata: { error_rate: index === 3 ? 40 : index },
        }),
      ),
      ruler,
    );
    expect(lane.marks[0]).toMatchObject({ what: "Error rate 0 to 40 %, 15 readings", level: 40 });
    expect(lane.line?.slice(0, 2).map(({ level }) => level)).toEqual([40, 14]);
  });
});

describe("the words", () => {
  test("count", () => {
    expect([counted(1, "gap"), counted(12_000, "gap")]).toEqual(["1 gap", "12,000 gaps"]);
    expect(counted(2, "phase of it", "phases of it")).toBe("2 phases of it");
  });

  test("begin a text on one line, and do not cut a character in two", () => {
    expect(beginning(" a\n b ")).toBe("a b");
    expect(beginning("👩‍🚒".repeat(50), 5)).toMatch(/^\P{Surrogate}+…$/u);
    expect(Array.from(beginning("x".repeat(500)))).toHaveLength(90);
  });

  test("are counted by how often they occur", () => {
    expect(tally(["a", "b", "b"])).toEqual([
      ["b", 2],
      ["a", 1],
    ]);
  });
});
