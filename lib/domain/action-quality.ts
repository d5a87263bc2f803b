import { ACTION_ITEM_TYPES, PRIORITIES } from "./board";
import type { RecordActionItem } from "./record";

type Criterion = {
  points: number;
  advice: string;
  holds: (item: RecordActionItem) => boolean;
};

const KNOWN_PRIORITIES: readonly string[] = PRIORITIES;
const KNOWN_TYPES: readonly string[] = ACTION_ITEM_TYPES;

const MEASURABLE =
  /%|\b(?:percent|thresholds?|within|before|after|(?:less|greater) than)\b|\d ?(?:ms|s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|quarters?|[kmgt]i?b|rps|qps|requests?|users?|connections?|retries|nines|x)\b/i;

const CRITERIA: Criterion[] = [
  {
    points: 20,
    advice: "Write a title of more than 10 characters.",
    holds: ({ title }) => title.trim().length > 10,
  },
  { points: 20, advice: "Name an owner.", holds: ({ owner }) => isFilled(owner) },
  { points: 20, advice: "Set a deadline.", holds: ({ deadline }) => isFilled(deadline) },
  {
    points: 10,
    advice: "Choose a priority from P0 to P4.",
    holds: ({ priority }) => KNOWN_PRIORITIES.includes(priority ?? ""),
  },
  {
    points: 10,
    advice: "Choose a type: detection, prevention, mitigation or process.",
    holds: ({ type }) => KNOWN_TYPES.includes(type ?? ""),
  },
  {
    points: 10,
    advice: "Say what can be measured: a figure with its unit, a threshold, before or after what.",
    holds: ({ title }) => MEASURABLE.test(title),
  },
  {
    points: 10,
    advice: "Use at least five words.",
    holds: ({ title }) => (title.match(/\S+/g)?.length ?? 0) >= 5,
  },
];

/** How well an action can be followed up, from 0 to 100, and what would make it better. */
export function qualityOf(item: RecordActionItem): { score: number; advice: string[] } {
  const open = CRITERIA.filter(({ holds }) => !holds(item));
  return {
    score: open.reduce((score, { points }) => score - points, 100),
    advice: open.map(({ advice }) => advice),
  };
}

function isFilled(text: string | null | undefined): boolean {
  return (text ?? "").trim() !== "";
}
