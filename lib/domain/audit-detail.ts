import type { Json, JsonObject } from "./record";

/** A field of which an entry tells: what it was and what it is now, where the entry knows both. */
export type ToldField = { field: string; before?: string; after?: string };

/**
 * What an entry tells in fields: those under `before` and `after` side by side, then the others with what they
 * are now. A `before` or `after` that is no object is a field of the entry itself.
 */
export function toldFields(detail: JsonObject | null): ToldField[] {
  const { before, after, ...others } = detail ?? {};
  const [old, now] = [membersOf(before), membersOf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  const changed = [...names].map((field) => ({
    field,
    ...shownAs("before", old[field]),
    ...shownAs("after", now[field]),
  }));
  const told = Object.entries(others).map(([field, value]) => ({
    field,
    ...shownAs("after", value),
  }));
  return [...changed, ...told];
}

const membersOf = (value: Json | undefined): JsonObject =>
  value === undefined
    ? {}
    : value !== null && typeof value === "object" && !Array.isArray(value)
      ? value
      : { value };

function shownAs(name: "before" | "after", value: Json | undefined) {
  return value === undefined ? {} : { [name]: shown(value) };
}

function shown(value: Json): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map(shown).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const LONGEST = 500;

/** Of two states of a thing the fields that differ, as an entry tells them: long texts by how they begin. */
export function changedFields(
  before: Record<string, Json | undefined>,
  after: Record<string, Json | undefined>,
): { before: JsonObject; after: JsonObject } {
  const names = Object.keys(after).filter((name) => !isSame(before[name], after[name]));
  const of = (state: Record<string, Json | undefined>): JsonObject =>
    Object.fromEntries(names.map((name) => [name, clipped(state[name] ?? null)]));
  return { before: of(before), after: of(after) };
}

const isSame = (one: Json = null, other: Json = null) =>
  JSON.stringify(one) === JSON.stringify(other);

/** A text as an entry tells it: a long one by how it begins. */
const clipped = (value: Json): Json =>
  typeof value === "string" && value.length > LONGEST
    ? `${value.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}…`
    : value;
