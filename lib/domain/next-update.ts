import { CADENCES } from "./cadence";
import type { Audience, Severity } from "./incident";
import { promisesIn } from "./promise-text";

const MINUTE = 60_000;

/** When a writer promises the next update: at a time, within minutes, as usual, or not at all. */
export type NextUpdateChoice = {
  /** UTC milliseconds; beats the minutes. */
  nextUpdateAt?: number;
  nextUpdateMinutes?: number;
  /** Without either: as the text says, else for everyone as often as the severity asks. */
  asUsual?: boolean;
};

type Post = { audience: Audience; message: string; severity: Severity; at: number };

/** When the next update is due by the writer's choice; `undefined` where they promise none. */
export function nextUpdateDue(choice: NextUpdateChoice, post: Post): number | undefined {
  const { nextUpdateAt, nextUpdateMinutes, asUsual } = choice;
  const { audience, message, severity, at } = post;
  if (nextUpdateAt !== undefined) return nextUpdateAt;
  if (nextUpdateMinutes !== undefined) return at + nextUpdateMinutes * MINUTE;
  if (!asUsual || audience !== "external") return undefined;
  return nextUpdateIn(message, at) ?? at + CADENCES[severity].updateEvery * MINUTE;
}

/** When a text promises the next update for. */
export const nextUpdateIn = (text: string, at: number): number | undefined =>
  promisesIn(text, at).find(({ kind }) => kind === "update")?.dueAt;
