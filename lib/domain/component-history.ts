import { COMPONENT_STATUS_LABELS, type ComponentStatus } from "./component";
import { outageIn, uptimeOver, type Outage, type StateChange } from "./uptime";

const DAY = 86_400_000;

/** Over so many days uptime is told. */
export const HISTORY_DAYS = 90;

/** A state that somebody set; one that was withdrawn did not hold after all. */
export type HistoryState = StateChange & { id: number; isWithdrawn: boolean };

export type HistoryChange =
  | { kind: "add"; status: ComponentStatus; at: number }
  | { kind: "correct"; id: number; status: ComponentStatus; at: number }
  | { kind: "withdraw"; id: number };

/** The states that hold, in the order of time. */
export function heldStates(states: readonly HistoryState[]): HistoryState[] {
  return states
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .toSorted((a, b) => a.at - b.at || a.id - b.id);
}

/** How a component is after all of them, and since when; it works until a state says otherwise. */
export function standingOf(states: readonly HistoryState[], addedAt: number): StateChange {
  const held = heldStates(states);
  const status = held.at(-1)?.status ?? "operational";
  const before = held.findLastIndex((state) => state.status !== status);
  return { status, at: held[before + 1]?.at ?? addedAt };
}

/** Until when each state held, by its id; `undefined` for the one that still does. */
export function endsOf(states: readonly HistoryState[]): Map<number, number | undefined> {
  const held = heldStates(states);
  return new Map(held.map(({ id }, i) => [id, held[i + 1]?.at]));
}

/** The history after a change of it. */
export function changedHistory(
  states: readonly HistoryState[],
  change: HistoryChange,
): HistoryState[] {
  if (change.kind === "add") {
    const { status, at } = change;
    return [...states, { id: Infinity, status, at, isWithdrawn: false }];
  }
  return states.map((state) => {
    if (state.id !== change.id) return state;
    if (change.kind === "withdraw") return { ...state, isWithdrawn: true };
    return { ...state, status: change.status, at: change.at };
  });
}

export type HistoryFigures = {
  status: ComponentStatus;
  /** Of the last 90 days; `undefined` where nothing is known. */
  percent: number | undefined;
  outage: Outage;
};

type Known = { states: readonly HistoryState[]; startDate: string; addedAt: number };

/** What a history comes to. */
export function figuresOf({ states, startDate, addedAt }: Known, now: number): HistoryFigures {
  const held = heldStates(states);
  const first = Math.floor(now / DAY) * DAY - (HISTORY_DAYS - 1) * DAY;
  return {
    status: standingOf(states, addedAt).status,
    percent: uptimeOver({ states: held, startDate }, now, HISTORY_DAYS).percent,
    outage: outageIn(held, Math.max(first, Date.parse(startDate)), now),
  };
}

/** What a change of the history does to what readers are told, in sentences. */
export function effectInWords(known: Known, change: HistoryChange, now: number): string {
  const before = figuresOf(known, now);
  const after = figuresOf({ ...known, states: changedHistory(known.states, change) }, now);
  const uptime =
    before.percent === after.percent
      ? `Uptime of the last ${HISTORY_DAYS} days stays ${percentText(before.percent)}.`
      : `Uptime of the last ${HISTORY_DAYS} days: ${percentText(before.percent)} before, ${percentText(after.percent)} after.`;
  const status =
    before.status === after.status
      ? ""
      : `Its present state: ${labelOf(before.status)} before, ${labelOf(after.status)} after.`;
  return [uptime, ...outagesInWords(before.outage, after.outage), status].filter(Boolean).join(" ");
}

const labelOf = (status: ComponentStatus) => COMPONENT_STATUS_LABELS[status].toLowerCase();

/** `99.94 %`, or that nothing is known. */
export const percentText = (percent: number | undefined): string =>
  percent === undefined ? "unknown" : `${percent.toFixed(2)} %`;

const KINDS = [
  ["major", "Major outage"],
  ["partial", "Partial outage"],
  ["degraded", "Degraded performance"],
] as const;

function outagesInWords(before: Outage, after: Outage): string[] {
  return KINDS.filter(([kind]) => before[kind] !== after[kind]).map(
    ([kind, label]) =>
      `${label}: ${secondsText(before[kind])} before, ${secondsText(after[kind])} after.`,
  );
}

/** `2 h 5 min`, `40 s` below a minute, and `none`. */
export function secondsText(seconds: number): string {
  if (seconds === 0) return "none";
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`]
    .filter(Boolean)
    .join(" ");
}

/**
 * The time that a writer means by a field of whole seconds: where it still holds the second that stood
 * there, the exact one.
 */
export function meantTime(typed: number, standing: number): number {
  return Math.floor(standing / 1000) === Math.floor(typed / 1000) ? standing : typed;
}
