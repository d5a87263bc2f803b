import { describe, expect, test } from "vitest";
import { drawingOf } from "@/components/incidents/drawing/drawing";
import { makeEntry, makeMessage, makePromise, makeSources } from "../support/make-drawing";
import { clockMs } from "../support/make-timeline";

const minute = 60_000;
const day = 24 * 60 * minute;
const now = clockMs("12:00");

const open = { state: "open", lateMinutes: null } as const;

describe("drawingOf", () => {
  test("gives nothing while there is nothing to draw", () => {
    expect(drawingOf(makeSources(), now)).toBeUndefined();
  });

  test("has a lane for each thing that happened, and none for what did not", () => {
    const drawing = drawingOf(
      makeSources({
        timeline: [makeEntry("10:00", { metadata: { error_rate: 3 } })],
        messages: [makeMessage("10:10", { audience: "internal" })],
      }),
      now,
    );
    expect(drawing?.lanes.map(({ label }) => label)).toEqual([
      "Events",
      "Internal messages",
      "Error rate",
    ]);
    expect(drawing?.hasPhases).toBe(false);
  });

  test("ends with the last thing that happened once the incident is over", () => {
    const timeline = [makeEntry("10:00"), makeEntry("11:00", { seq: 2 })];
    const drawing = drawingOf(makeSources({ timeline }), now);
    expect(drawing).toMatchObject({ now: undefined, breaks: [] });
    expect(drawing?.ticks.map(({ time, x }) => [time, x])).toEqual([
      ["10:00", 0],
      ["10:15", 25],
      ["10:30", 50],
      ["10:45", 75],
      ["11:00", 100],
    ]);
  });

  test("reaches to now while it runs, and on to the update that is promised", () => {
    const sources = makeSources({ timeline: [makeEntry("10:00")], isOver: false });
    expect(drawingOf(sources, clockMs("10:30"))?.now).toEqual({ x: 100, time: "10:30" });

    const messages = [
      makeMessage("10:20", {
        promises: [
          makePromise("10:20", "10:40", open),
          makePromise("10:20", "20:00", { ...open, kind: "report" }),
        ],
      }),
    ];
    const drawing = drawingOf({ ...sources, messages }, clockMs("10:30"));
    expect(drawing?.now?.x).toBe(75);
    const [, lane] = drawing?.lanes ?? [];
    expect(lane?.marks[0]?.promises?.map(({ isBeyond }) => isBeyond)).toEqual([false, true]);
  });

  test("reaches back to a deployment of the day before, not to older ones", () => {
    const deployments = [
      { at: clockMs("10:00") - 2 * day, name: "api 1" },
      { at: clockMs("09:30"), name: "api 2" },
    ];
    const phases = { phases: [], gaps: [], decisions: [], deployments };
    const drawing = drawingOf(makeSources({ timeline: [makeEntry("10:00")], phases }), now);
    const marks = drawing?.lanes.find(({ id }) => id === "deployments")?.marks;
    expect(marks?.map(({ shape, x }) => [shape, x])).toEqual([
      ["earlier", 0],
      ["deployment", 0],
    ]);
    expect(drawing?.lanes[0]?.marks[0]?.x).toBe(100);
  });

  test("marks a silence of days as a break, and names each new day", () => {
    const timeline = [
      ...["10:00", "10:05", "10:10"].map((time, index) => makeEntry(time, { seq: index + 1 })),
      makeEntry("10:00", { seq: 4, at: clockMs("10:00") + 3 * day, type: "resolution" }),
      makeEntry("10:00", { seq: 5, at: clockMs("10:10") + 3 * day }),
    ];
    const drawing = drawingOf(makeSources({ timeline }), now);
    expect(drawing?.breaks).toEqual([
      { x: 47, width: 6, length: "3 d", when: "5 Jan, 10:10–8 Jan, 10:00" },
    ]);
    expect(drawing?.ticks.map(({ time, day }) => [time, day])).toEqual([
      ["10:00", "5 Jan"],
      ["10:05", undefined],
      ["10:00", "8 Jan"],
      ["10:05", undefined],
      ["10:10", undefined],
    ]);
    expect(drawing?.lanes[0]?.marks[3]?.when).toBe("8 Jan, 10:00");
  });

  test("says in a sentence what it shows", () => {
    const timeline = [makeEntry("10:00"), makeEntry("10:30", { seq: 2, isDecision: true })];
    const phases = {
      phases: [
        {
          name: "triage" as const,
          start: clockMs("10:00"),
          end: clockMs("10:30"),
          minutes: 30,
          events: 2,
        },
      ],
      gaps: [{ start: clockMs("10:00"), end: clockMs("10:30"), minutes: 30 }],
      decisions: [clockMs("10:30")],
      deployments: [{ at: clockMs("10:10"), name: "api" }],
    };
    const messages = [
      makeMessage("10:05", {
        promises: [
          makePromise("10:05", "10:20"),
          makePromise("10:05", "10:20", { state: "missed", lateMinutes: 5 }),
          makePromise("10:05", "12:20", { ...open, kind: "report" }),
        ],
      }),
      makeMessage("10:25", { seq: 2, audience: "stakeholders" }),
    ];
    expect(drawingOf(makeSources({ timeline, messages, phases }), now)?.summary).toBe(
      "From 5 Jan 2026, 10:00 to 10:30 UTC: 1 phase, 1 gap of 15 min or more, 2 events, of which " +
        "1 decision point, 1 public message, 1 stakeholder message, 2 promised updates (1 kept, " +
        "1 missed), 1 promised report (open), 1 deployment.",
    );
    const days = [makeEntry("10:00"), makeEntry("10:00", { seq: 2, at: clockMs("10:00") + day })];
    expect(drawingOf(makeSources({ timeline: days }), now)?.summary).toBe(
      "From 5 Jan 2026, 10:00 to 6 Jan 2026, 10:00 UTC: no phases, no gaps of 15 min or more, " +
        "2 events, of which no decision points.",
    );
  });

  test("explains the shapes that it has, and no others", () => {
    const textsOf = (overrides: Parameters<typeof makeSources>[0]) =>
      drawingOf(makeSources(overrides), now)?.key.map(({ text }) => text);
    expect(textsOf({ timeline: [makeEntry("10:00", { type: null })] })).toEqual(["Event 1"]);
    expect(
      textsOf({
        messages: [makeMessage("10:00", { promises: [makePromise("10:00", "10:15")] })],
        milestones: [
          {
            name: "started",
            source: { at: clockMs("10:00"), label: "trigger", seq: 1 },
            pick: null,
            candidates: [],
            left: 0,
          },
        ],
        phases: {
          phases: [
            {
              name: "triage",
              start: clockMs("10:00"),
              end: clockMs("10:00"),
              minutes: 0,
              events: 1,
            },
          ],
          gaps: [],
          decisions: [clockMs("10:00")],
          deployments: [],
        },
      }),
    ).toEqual([
      "Triage 0 min, 10:00–10:00, 1 event",
      "Milestone",
      "Decision point 1",
      "Promise kept",
    ]);
  });
});
