import type { OrderedEvent } from "../events";
import { toUtc } from "../time";
import { eventSource, type Facts } from "./facts";
import { fact, isSaid, list, quoted, todo } from "./text";

const MOST_EVENTS = 100;
const TURNING_POINTS: readonly string[] = [
  "trigger",
  "detection",
  "declaration",
  "escalation",
  "mitigation",
  "resolution",
];

/** The events by day; of a long record only those that turned it. */
export function timeline(facts: Facts): string[] {
  const places = facts.ordered.map((entry, place) => ({ ...entry, place }));
  const isLong = places.length > MOST_EVENTS;
  const turning = places.filter(({ event }) => TURNING_POINTS.includes(event.type ?? ""));
  const shown = (isLong ? turning : places).slice(0, MOST_EVENTS);
  const left = places.length - shown.length;

  const days = [...new Set(shown.map(({ at }) => dayOf(at)))];
  const blocks = days.flatMap((day) => [
    `### ${day}, UTC`,
    ...list(
      shown
        .filter(({ at }) => dayOf(at) === day)
        .map((entry) => line(entry, eventSource(facts, entry.place))),
      MOST_EVENTS,
    ),
  ]);
  return [
    ...blocks,
    ...(left === 0
      ? []
      : [
          todo(
            `Look through the ${left} events that are left out here, and add those that matter.`,
          ),
        ]),
    ...(places.length === 0
      ? [todo("Write down what happened when; the record has no events.")]
      : []),
  ];
}

const dayOf = (at: number) => toUtc(at).slice(0, 10);

function line({ at, event }: OrderedEvent, source: string): string {
  const who = isSaid(event.actor) ? quoted(event.actor, 100) : "";
  const type = isSaid(event.type) ? quoted(event.type, 50) : "";
  const by = [who, type].filter(Boolean).join(", ");
  const time = toUtc(at).slice(11, 16);
  const what = quoted(event.description, 500) || "no description";
  return fact(`**${time}** ${by ? `${by}: ` : ""}${what}`, source);
}
