import { formatMinutes, humanize } from "@/lib/format";
import type { DrawingSources } from "./drawing";
import { typeName } from "./event-marks";
import type { Ruler } from "./marks";
import { beginning, counted, tally } from "./words";

/** What a shape of the drawing stands for. */
export type KeyItem = { lane: "phases" | "events"; shape: string; text: string };

const TYPES_AT_MOST = 12;

/** The phases with their lengths, and the types of events with how many there are. */
export function keyOf({ phases, timeline }: DrawingSources, { word }: Ruler): KeyItem[] {
  const types = tally(timeline.map(({ type }) => type ?? ""));
  return [
    ...phases.phases.map(({ name, start, end, minutes, events }) => ({
      lane: "phases" as const,
      shape: name,
      text: `${humanize(name)} ${formatMinutes(minutes)}, ${word(start)}–${word(end)}, ${counted(events, "event")}`,
    })),
    ...types.slice(0, TYPES_AT_MOST).map(([type, count]) => ({
      lane: "events" as const,
      shape: type,
      text: `${beginning(typeName(type), 30)} ${count.toLocaleString("en")}`,
    })),
  ];
}
