import {
  ENOUGH_ITEMS,
  TARGET_PERCENT,
  type ActionNumbers,
  type NumberSet,
  type Period,
  type Share,
} from "@/lib/domain/action-numbers";
import { boardPath, type BoardFilters } from "@/lib/domain/board-filters";

type Opened = { text: string; href: string };

export type Figure = {
  label: string;
  value: string;
  /** The board with the items behind it. */
  href: string;
  note: string;
  /** What is not in the figure and should be looked at too. */
  others: Opened[];
  isBad?: boolean;
  /** Where there is a target: whether it is met. */
  verdict?: string | undefined;
};

/** Whose numbers they are, as the board's address names it. */
type Whose = { board?: string | undefined; period: Period };

/** The six figures in words, each with the way to its items. */
export function figuresOf(numbers: ActionNumbers, { board, period }: Whose): Figure[] {
  const { open, overdue, medianAge, onTime, reopened, within30 } = numbers;
  const to = (show: NumberSet, more: BoardFilters = {}) =>
    boardPath({ ...(board && { board }), show, ...daysOf(show, period), ...more });
  const others = (count: number, text: string, show: NumberSet) =>
    count > 0 ? [{ text: `${count} ${text}`, href: to(show) }] : [];

  return [
    { label: "Open", value: String(open), href: to("open"), note: "Today", others: [] },
    {
      label: "Overdue",
      value: String(overdue),
      href: to("overdue"),
      note: "Today, by the day where their team works",
      others: [],
      isBad: overdue > 0,
    },
    {
      label: "Median age",
      value: medianAge === undefined ? "–" : daysText(medianAge),
      href: to("open", { view: "table", sort: "age", isDescending: true }),
      note: ageNote(open),
      others: [],
    },
    {
      label: "Done in time",
      value: shareText(onTime),
      href: to("on-time"),
      note: shareNote(onTime, "done with a deadline"),
      others: [
        ...others(onTime.of - onTime.count, "late", "late"),
        ...others(numbers.undated, "without a deadline", "done-undated"),
        ...others(numbers.dayUnknown, "done, day unknown", "day-unknown"),
      ],
    },
    {
      label: "Reopened",
      value: String(reopened),
      href: to("reopened"),
      note: "After they were done or dropped",
      others: [],
    },
    {
      label: "SEV1 and SEV2 within 30 days",
      value: shareText(within30),
      href: to("done-in-30"),
      note: `${shareNote(within30, "made more than 30 days ago")}. ${targetText(numbers)}`,
      others: others(within30.of - within30.count, "not within 30 days", "not-in-30"),
      isBad: numbers.meetsTarget === false,
      verdict: verdictOf(numbers),
    },
  ];
}

/** The sets of today have no period. */
const daysOf = (show: NumberSet, { from, to }: Period): BoardFilters =>
  ["open", "overdue", "day-unknown"].includes(show)
    ? {}
    : { ...(from && { from }), ...(to && { to }) };

const daysText = (days: number) => (days === 1 ? "1 day" : `${days.toLocaleString("en")} days`);

const itemsText = (count: number) =>
  count === 1 ? "1 item" : `${count.toLocaleString("en")} items`;

const ageNote = (open: number) =>
  open < ENOUGH_ITEMS
    ? `${itemsText(open)}; medians need ${ENOUGH_ITEMS}`
    : `Of ${itemsText(open)} that are open`;

function shareText({ count, of, percent }: Share): string {
  if (of === 0) return "–";
  return percent === undefined ? `${count} of ${of}` : `${percent}\u00a0%`;
}

const shareNote = ({ count, of, percent }: Share, which: string) =>
  percent === undefined
    ? `${itemsText(of)} ${which}; shares need ${ENOUGH_ITEMS}`
    : `${count} of ${itemsText(of)} ${which}`;

function verdictOf({ meetsTarget }: ActionNumbers): string | undefined {
  if (meetsTarget === undefined) return undefined;
  return meetsTarget ? "Target met" : "Target missed";
}

function targetText({ meetsTarget }: ActionNumbers): string {
  const target = `${TARGET_PERCENT}\u00a0%`;
  if (meetsTarget === undefined) return `The target is ${target}`;
  return meetsTarget ? `The target of ${target} is met` : `The target of ${target} is missed`;
}
