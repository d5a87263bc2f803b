import type { Lane, LaneId, Mark, Ruler } from "@/components/incidents/drawing/marks";
import type {
  DrawingSources,
  DrawnEvent,
  DrawnMessage,
} from "@/components/incidents/drawing/sources";
import { formatTime } from "@/lib/format";
import { clockMs } from "./make-timeline";

type Promised = DrawnMessage["promises"][number];

/** An event of a timeline at a time of the tests' day, "10:05". */
export function makeEntry(time: string, overrides: Partial<DrawnEvent> = {}): DrawnEvent {
  return {
    seq: 1,
    at: clockMs(time),
    type: "investigation",
    description: "Something",
    metadata: null,
    isDecision: false,
    communication: undefined,
    ...overrides,
  };
}

/** A public message at a time of the tests' day. */
export function makeMessage(time: string, overrides: Partial<DrawnMessage> = {}): DrawnMessage {
  return {
    seq: 1,
    at: clockMs(time),
    channel: "status_page",
    audience: "external",
    message: "We are looking into it.",
    promises: [],
    ...overrides,
  };
}

/** A promise of the next public update, made and due at times of the tests' day. */
export function makePromise(
  made: string,
  due: string,
  overrides: Partial<Promised> = {},
): Promised {
  return {
    communication: 0,
    kind: "update",
    madeAt: clockMs(made),
    audience: "external",
    dueAt: clockMs(due),
    state: "kept",
    lateMinutes: 0,
    ...overrides,
  };
}

/** What there is to draw of an incident that is over. */
export function makeSources(overrides: Partial<DrawingSources> = {}): DrawingSources {
  return {
    timeline: [],
    messages: [],
    milestones: [],
    phases: { phases: [], gaps: [], decisions: [], deployments: [] },
    isOver: true,
    ...overrides,
  };
}

/** A ruler on which a minute after 10:00 of the tests' day is a percent of the width. */
export function makeRuler(overrides: Partial<Ruler> = {}): Ruler {
  const start = clockMs("10:00");
  return {
    place: (at) => Math.min(100, Math.max(0, (at - start) / 60_000)),
    word: formatTime,
    span: { start, end: clockMs("11:40") },
    now: clockMs("11:40"),
    ...overrides,
  };
}

/** A mark at a minute after 10:00, at as many percent. */
export function makeMark(id: string, minute: number, overrides: Partial<Mark> = {}): Mark {
  return {
    id,
    at: clockMs("10:00") + minute * 60_000,
    x: minute,
    width: 0,
    shape: "trigger",
    href: `#${id}`,
    when: formatTime(clockMs("10:00") + minute * 60_000),
    what: `Mark ${id}`,
    ...overrides,
  };
}

export const makeLane = (id: LaneId, marks: Mark[]): Lane => ({ id, label: id, marks });
