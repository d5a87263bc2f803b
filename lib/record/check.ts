import { EARLIEST, isCalendarDay, LATEST, parseTime } from "@/lib/domain/time";
import { isObject, show, type Report, type Path } from "./path";
import { nameProblem } from "./text";

/**
 * Reports what is wrong with a value. Not zod: it gathers an object for every problem, and a hostile
 * file of 10 MB has five million of them.
 */
export type Check = (value: unknown, path: Path, report: Report) => void;
type Fields = Record<string, Check>;

/** A rule on one value: what is wrong with it, or nothing. */
const rule =
  (problemOf: (value: unknown) => string | undefined): Check =>
  (value, path, report) => {
    const problem = problemOf(value);
    if (problem) report(path, `${show(value)} ${problem}`);
  };

export const anything: Check = () => {};

export const text = rule((value) => (typeof value === "string" ? undefined : "is not a text"));

export const number = rule((value) => (typeof value === "number" ? undefined : "is not a number"));

export const flag = rule((value) =>
  typeof value === "boolean" ? undefined : "is neither true nor false",
);

/** A title, or what people and services are called. */
export const name = rule((value) =>
  typeof value === "string" ? nameProblem(value) : "is not a text",
);

export const key = rule((value) =>
  typeof value === "string" && /^[A-Z0-9-]{1,64}$/.test(value)
    ? undefined
    : "is not 1 to 64 capital letters, digits and hyphens, as in INC-2024-0142",
);

export const oneOf = (words: readonly string[]) =>
  rule((value) =>
    typeof value === "string" && words.includes(value)
      ? undefined
      : `is not one of ${words.join(", ")}`,
  );

export const percentage = rule((value) => {
  if (typeof value !== "number") return "is not a number";
  return value >= 0 && value <= 100 ? undefined : "is not between 0 and 100";
});

export const time = rule((value) => {
  const at = typeof value === "string" ? parseTime(value) : undefined;
  return at === undefined ? "is not an ISO 8601 time" : eraProblem(at);
});

export const day = rule((value) => {
  if (typeof value !== "string" || !isCalendarDay(value)) {
    return "is not a calendar day such as 2024-01-22";
  }
  return eraProblem(parseTime(`${value}T00:00Z`) ?? NaN);
});

const eraProblem = (at: number) =>
  at >= EARLIEST && at <= LATEST ? undefined : "is not between 1970 and 2100";

export const list =
  (item: Check, most = Infinity): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) return report(path, `${show(value)} is not a list`);
    if (value.length > most) {
      const [length, limit] = [value.length, most].map((count) => count.toLocaleString("en"));
      return report(path, `has ${length} entries; a record has at most ${limit}`);
    }
    value.forEach((entry, index) => item(entry, [...path, index], report));
  };

/** An object whose optional fields may be missing or null. Keys that are not named may hold anything. */
export const object =
  (required: Fields, optional: Fields = {}): Check =>
  (value, path, report) => {
    if (!isObject(value)) return report(path, `${show(value)} is not an object`);
    for (const [field, check] of Object.entries({ ...required, ...optional })) {
      const there = value[field];
      if (there !== undefined && there !== null) check(there, [...path, field], report);
      else if (field in required) report([...path, field], "is missing");
    }
  };
