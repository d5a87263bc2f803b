import { EARLIEST, LATEST, parseTime } from "../time";
import { addressProblem } from "../web-address";

/** An object whose members nobody has checked yet. */
export type Loose = Record<string, unknown>;

const HALF_A_PAIR = /\p{Cs}/gu;
const CONTROL = /[^\P{Cc}\n]/gu;
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/gu;
const MOST_LABELS = 64;
const LONGEST_NAME = 100;
const LONGEST_VALUE = 500;
const RESERVED = ["__proto__", "constructor", "prototype"];

/** The object that a value is; an empty one for anything else. */
export function membersOf(value: unknown): Loose {
  return isObject(value) ? value : {};
}

export const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The list that a value is; an empty one for anything else. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What a text, a number or a yes says, in several lines; `undefined` where that is nothing. */
export function textOf(value: unknown, most = 10_000): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return undefined;
  const clean = value
    .replace(HALF_A_PAIR, "\uFFFD")
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(CONTROL, "")
    .replace(REORDERING, "")
    .trim();
  return clean === "" ? undefined : cut(clean, most);
}

/** The same in one line. */
export const lineOf = (value: unknown, most = 300): string | undefined =>
  textOf(typeof value === "string" ? value.replace(/\s+/g, " ") : value, most);

/** What names something for good. It is never cut: two long names must not become one. */
export const keyOf = (value: unknown): string | undefined =>
  textOf(value, Number.POSITIVE_INFINITY)?.replace(/\n+/g, " ");

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(HALF_A_PAIR, "")}…`;
}

/** What a word means, of those that mean something; no object’s own words such as `constructor` do. */
export const meaningOf = <Meaning>(
  meanings: Record<string, Meaning>,
  word: unknown,
): Meaning | undefined =>
  typeof word === "string" && Object.hasOwn(meanings, word) ? meanings[word] : undefined;

/** The first of these that is there. */
export const firstOf = <T>(...values: (T | undefined)[]): T | undefined =>
  values.find((value) => value !== undefined);

/** A moment as ISO 8601 writes it, or as a number of seconds or of something finer since 1970. */
export function timeOf(value: unknown): number | undefined {
  const text = lineOf(value, 40);
  if (text === undefined) return undefined;
  const at = /^\d{9,20}(?:\.\d{1,9})?$/.test(text) ? sinceStart(Number(text)) : parseTime(text);
  return at === undefined || at < EARLIEST || at >= LATEST ? undefined : Math.floor(at);
}

/** Milliseconds, of seconds, milliseconds, microseconds or nanoseconds: which one its size tells. */
function sinceStart(count: number): number {
  if (count < 1e11) return count * 1000;
  if (count < 1e14) return count;
  return count < 1e17 ? count / 1e3 : count / 1e6;
}

/** An address that people may be sent to. */
export function addressOf(value: unknown): string | undefined {
  const text = lineOf(value, 2001);
  return text === undefined || addressProblem(text) !== undefined ? undefined : text;
}

/** Names with short texts, as far as an object has some. */
export function labelsOf(value: unknown): Record<string, string> {
  const labels: [string, string][] = [];
  for (const [key, member] of Object.entries(membersOf(value))) {
    const name = lineOf(key, LONGEST_NAME);
    const text = lineOf(member, LONGEST_VALUE);
    if (name === undefined || text === undefined || RESERVED.includes(name)) continue;
    labels.push([name, text]);
    if (labels.length === MOST_LABELS) break;
  }
  return Object.fromEntries(labels);
}

/** The names that are there, as labels. */
export const labelled = (named: Record<string, unknown>) => labelsOf(named);
