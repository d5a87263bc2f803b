import { columnOf } from "./board";
import { isClosed } from "./closing";
import type { Severity } from "./incident";
import { median } from "./median";
import { isCalendarDay } from "./time";
import { daysBetween } from "./working-days";

/** What the numbers are made of. All days are calendar days where the item's team works. */
export type CountedItem = {
  id: number;
  status: string | null;
  severity: Severity;
  /** Items of a drill are left out. */
  isDrill: boolean;
  deadline: string | null;
  bornOn: string;
  /** None while it is open, and where its record had closed it. */
  closedOn: string | null;
  reopenedOn: string[];
  today: string;
};

/** The first and the last day that count; without one there is no limit on that side. */
export type Period = { from?: string | undefined; to?: string | undefined };

/** The sets of items that stand behind the numbers, as addresses of the board name them. */
export const NUMBER_SETS = [
  "open",
  "overdue",
  "on-time",
  "late",
  "done-undated",
  "day-unknown",
  "reopened",
  "done-in-30",
  "not-in-30",
] as const;
export type NumberSet = (typeof NUMBER_SETS)[number];

export const SET_NAMES: Record<NumberSet, string> = {
  open: "Open",
  overdue: "Overdue",
  "on-time": "Done in time",
  late: "Done late",
  "done-undated": "Done, without a deadline",
  "day-unknown": "Done, day unknown",
  reopened: "Reopened",
  "done-in-30": "SEV1 and SEV2, done within 30 days",
  "not-in-30": "SEV1 and SEV2, not done within 30 days",
};

const SOON = 30;

/** The share of SEV1 and SEV2 items that is to be done within 30 days, in percent. */
export const TARGET_PERCENT = 80;

/** Fewer items than this give no share and no median. */
export const ENOUGH_ITEMS = 5;

const inPeriod = (day: string, { from = "", to = "9999" }: Period) => from <= day && day <= to;

const isDone = ({ status }: CountedItem) => columnOf(status) === "done";

const doneIn = (item: CountedItem, period: Period): item is CountedItem & { closedOn: string } =>
  isDone(item) && item.closedOn !== null && inPeriod(item.closedOn, period);

const isDated = ({ deadline }: CountedItem) => deadline !== null && isCalendarDay(deadline);

/** An item of a grave incident that had its 30 days, unless nobody knows when it was done. */
const hadItsDays = (item: CountedItem, period: Period) =>
  ["SEV1", "SEV2"].includes(item.severity) &&
  inPeriod(item.bornOn, period) &&
  (daysBetween(item.bornOn, item.today) ?? 0) > SOON &&
  !(isDone(item) && item.closedOn === null);

const wasSoon = (item: CountedItem) =>
  isDone(item) && (daysBetween(item.bornOn, item.closedOn ?? "") ?? Infinity) <= SOON;

/**
 * Which items are in each set. Open and overdue ones are those of today; the others are those that were
 * done, reopened or, for the 30 days, made within the period. A dropped item was not done.
 */
const BELONGS: Record<NumberSet, (item: CountedItem, period: Period) => boolean> = {
  open: ({ status }) => !isClosed(status),
  overdue: (item) => !isClosed(item.status) && isDated(item) && (item.deadline ?? "") < item.today,
  "on-time": (item, period) =>
    doneIn(item, period) && isDated(item) && item.closedOn <= (item.deadline ?? ""),
  late: (item, period) =>
    doneIn(item, period) && isDated(item) && item.closedOn > (item.deadline ?? ""),
  "done-undated": (item, period) => doneIn(item, period) && !isDated(item),
  "day-unknown": (item) => isDone(item) && item.closedOn === null,
  reopened: ({ reopenedOn }, period) => reopenedOn.some((day) => inPeriod(day, period)),
  "done-in-30": (item, period) => hadItsDays(item, period) && wasSoon(item),
  "not-in-30": (item, period) => hadItsDays(item, period) && !wasSoon(item),
};

/** The items of one set. */
export function itemsIn<Item extends CountedItem>(
  set: NumberSet,
  items: Item[],
  period: Period,
): Item[] {
  return items.filter((item) => !item.isDrill && BELONGS[set](item, period));
}

/** So many of so many; without a percentage where they are too few for one. */
export type Share = { count: number; of: number; percent: number | undefined };

function shareOf(count: number, of: number): Share {
  return { count, of, percent: of < ENOUGH_ITEMS ? undefined : Math.floor((100 * count) / of) };
}

export type ActionNumbers = ReturnType<typeof numbersOf>;

/** How far a team is with its items, and whether what was decided after grave incidents is done soon. */
export function numbersOf(items: CountedItem[], period: Period) {
  const counts = new Map(NUMBER_SETS.map((set) => [set, itemsIn(set, items, period).length]));
  const count = (set: NumberSet) => counts.get(set) ?? 0;
  const ages = itemsIn("open", items, period).map(
    ({ bornOn, today }) => daysBetween(bornOn, today) ?? 0,
  );
  const within30 = shareOf(count("done-in-30"), count("done-in-30") + count("not-in-30"));
  return {
    open: count("open"),
    overdue: count("overdue"),
    medianAge: ages.length < ENOUGH_ITEMS ? undefined : median(ages),
    onTime: shareOf(count("on-time"), count("on-time") + count("late")),
    undated: count("done-undated"),
    dayUnknown: count("day-unknown"),
    reopened: count("reopened"),
    within30,
    meetsTarget: within30.percent === undefined ? undefined : within30.percent >= TARGET_PERCENT,
  };
}

type Params = Record<string, string | string[] | undefined>;

/** The period that an address asks for. What is no day counts as not asked for, and so does an end before the beginning. */
export function parsePeriod({ from, to }: Params): Period {
  const [first, last] = [dayOf(from), dayOf(to)];
  return { from: first, to: first && last && last < first ? undefined : last };
}

function dayOf(given: string | string[] | undefined): string | undefined {
  const text = Array.isArray(given) ? given[0] : given;
  return text && isCalendarDay(text) ? text : undefined;
}

/** The set that an address of the board asks for. */
export const parseNumberSet = ({ show }: Params): NumberSet | undefined =>
  NUMBER_SETS.find((set) => set === show);
