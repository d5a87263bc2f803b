import type { Span } from "./breaks";

export type LaneId =
  | "phases"
  | "gaps"
  | "events"
  | "external"
  | "stakeholders"
  | "internal"
  | "deployments"
  | "error-rate";

/** Something that can be reached in the drawing. `x` and `width` are percent of the width. */
export type Mark = {
  /** Of its own within the drawing, and the same after a change elsewhere. */
  id: string;
  at: number;
  x: number;
  /** None for a moment. */
  width: number;
  shape: string;
  isDecision?: boolean;
  /** Where the page says more about it. */
  href: string;
  when: string;
  what: string;
  /** How high it reaches within its lane in percent: a reading, or how many it stands for. */
  level?: number;
  promises?: PromiseLine[];
};

/** From its message to where it was due, and on to where it was answered late. */
export type PromiseLine = {
  state: "kept" | "missed" | "open";
  due: number;
  answered: number | undefined;
  /** True when it is due after all that is drawn. */
  isBeyond: boolean;
};

export type Lane = {
  id: LaneId;
  label: string;
  /** What the lane's height stands for, where it stands for something. */
  range?: string;
  marks: Mark[];
  /** A line through the lane: places from the left and heights from below, in percent. */
  line?: { x: number; level: number }[];
};

/** How moments are placed and written in one drawing. */
export type Ruler = {
  place: (at: number) => number;
  word: (at: number) => string;
  span: Span;
  now: number;
};

/** What a mark says: when, and what. */
export const nameOf = ({ when, what }: Mark) => `${when} ${what}`;

const AT_MOST = 60;
const COLUMNS = [0.25, 0.5, 1];
const WIDEST = 1.7; // percent: there are no more than 59 of them

/**
 * What lies in one column together, where there is too much to draw and walk one by one. Items come and
 * stay in the order of time.
 */
export function groupedByPlace<Item extends { at: number }>(
  items: Item[],
  { place }: Ruler,
): [Item, ...Item[]][] {
  if (items.length <= AT_MOST) return items.map((item) => [item]);
  const places = items.map(({ at }) => place(at));
  const width = COLUMNS.find((each) => countColumns(places, each) <= AT_MOST) ?? WIDEST;

  const groups: [Item, ...Item[]][] = [];
  items.forEach((item, index) => {
    if (beginsColumn(places, index, width)) groups.push([item]);
    else groups.at(-1)?.push(item);
  });
  return groups;
}

const countColumns = (places: number[], width: number) =>
  places.filter((_, index) => beginsColumn(places, index, width)).length;

const beginsColumn = (places: number[], index: number, width: number) =>
  Math.floor((places[index] ?? 0) / width) !== Math.floor((places[index - 1] ?? -1) / width);

/** Where and when a group lies. */
export function extentOf(group: [{ at: number }, ...{ at: number }[]], ruler: Ruler) {
  const [{ at }] = group;
  const end = group.at(-1)?.at ?? at;
  const x = ruler.place(at);
  const isMoment = ruler.word(end) === ruler.word(at);
  const when = isMoment ? ruler.word(at) : stretch(at, end, ruler);
  return { at, x, width: ruler.place(end) - x, when };
}

/** `14:20–14:23`; a day is named again only where it is another one. */
export function stretch(start: number, end: number, { word }: Ruler): string {
  const [startDay, endDay] = [dayIn(word(start)), dayIn(word(end))];
  return `${word(start)}–${endDay === startDay ? word(end).slice(endDay.length) : word(end)}`;
}

const dayIn = (text: string) => /^.*, /.exec(text)?.[0] ?? "";
