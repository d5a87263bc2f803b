import { formatMinutes, humanize } from "@/lib/format";
import { typeName } from "./event-marks";
import { stretch, type PromiseLine, type Ruler } from "./marks";
import type { DrawingSources } from "./sources";
import { beginning, counted, tally } from "./words";

/** What a shape of the drawing stands for. */
export type KeyItem =
  | { of: "phase" | "milestone" | "event" | "decision"; shape: string; text: string }
  | { of: "promise"; shape: PromiseLine["state"]; text: string };

const TYPES_AT_MOST = 12;
const STATES = ["kept", "missed", "open"] as const;

/** The phases with their lengths, the types of events with how many there are, and what becomes of promises. */
export function keyOf(sources: DrawingSources, ruler: Ruler): KeyItem[] {
  const { phases, timeline, milestones, messages } = sources;
  const types = tally(timeline.map(({ type }) => type ?? ""));
  const promises = messages.flatMap((message) => message.promises);
  const decisions = phases.decisions.length;

  return [
    ...phases.phases.map(({ name, start, end, minutes, events }) => ({
      of: "phase" as const,
      shape: name,
      text: `${humanize(name)} ${formatMinutes(minutes)}, ${stretch(start, end, ruler)}, ${counted(events, "event")}`,
    })),
    ...(milestones.some(({ source }) => source)
      ? [{ of: "milestone" as const, shape: "", text: "Milestone" }]
      : []),
    ...types.slice(0, TYPES_AT_MOST).map(([type, count]) => ({
      of: "event" as const,
      shape: type,
      text: `${beginning(typeName(type), 30)} ${count.toLocaleString("en")}`,
    })),
    ...(decisions > 0
      ? [
          {
            of: "decision" as const,
            shape: "",
            text: `Decision point ${decisions.toLocaleString("en")}`,
          },
        ]
      : []),
    ...STATES.filter((each) => promises.some(({ state }) => state === each)).map((state) => ({
      of: "promise" as const,
      shape: state,
      text: `Promise ${state}`,
    })),
  ];
}
