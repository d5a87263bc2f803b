import { humanize } from "@/lib/format";
import { extentOf, groupedByPlace, type Mark, type Ruler } from "./marks";
import type { DrawnEvent } from "./sources";
import { beginning, counted, tally } from "./words";

const TYPES_AT_MOST = 4;

/** The events, each with its type's shape; a column stands for those that lie too close together. */
export function eventMarks(timeline: DrawnEvent[], ruler: Ruler): Mark[] {
  const groups = groupedByPlace(timeline, ruler);
  const most = Math.max(...groups.map(({ length }) => length));
  return groups.map((group) => {
    const [first] = group;
    const isOne = group.length === 1;
    return {
      id: `event-${first.seq}`,
      ...extentOf(group, ruler),
      shape: isOne ? (first.type ?? "") : "many",
      isDecision: group.some(hasDecision),
      href: `#e-${first.seq}`,
      what: isOne ? whatOf(first) : sumOf(group),
      level: isOne ? undefined : Math.round(100 * Math.sqrt(group.length / most)),
    };
  });
}

/** The name of an event's type; an unknown one is shown as it came. */
export const typeName = (type: string | null) => (type ? humanize(type) : "Event");

const hasDecision = ({ isDecision }: DrawnEvent) => isDecision;

function whatOf({ type, isDecision, description, communication }: DrawnEvent): string {
  const text = beginning(communication?.message ?? description);
  return `${typeName(type)}${isDecision ? ", decision point" : ""}: ${text}`;
}

function sumOf(group: DrawnEvent[]): string {
  const types = tally(group.map(({ type }) => type ?? ""));
  const named = types
    .slice(0, TYPES_AT_MOST)
    .map(([type, count]) => `${count} ${beginning(typeName(type), 30)}`);
  const more = types.length - named.length;
  const decisions = group.filter(hasDecision).length;
  return [
    `${counted(group.length, "event")}: ${named.join(", ")}`,
    ...(more > 0 ? [`${counted(more, "more type")}`] : []),
    ...(decisions > 0 ? [counted(decisions, "decision point")] : []),
  ].join(", ");
}
