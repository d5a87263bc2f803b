import { isDeepStrictEqual } from "node:util";
import type { IncidentRecord, Json } from "@/lib/domain/record";
import { canonicalJson } from "./json";
import { escapeUnseen, formatPath, isObject, type Path } from "./path";
import { LISTS } from "./rows";

const LONGEST = 80;

/**
 * What a reader would see changed from one record to another, a line each: `incident.title: "A" → "B"`,
 * `events: 2 added, 1 removed`. Equal records give no line.
 */
export function differencesOf(before: IncidentRecord, after: IncidentRecord): string[] {
  return changes(before, after, []);
}

function changes(before: Json | undefined, after: Json | undefined, path: Path): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => changes(before[key], after[key], [...path, key]));
  }
  const isRowList = path.length === 1 && LISTS.some((name) => name === path[0]);
  const [rowsBefore, rowsAfter] = [before ?? [], after ?? []];
  const counted =
    isRowList && Array.isArray(rowsBefore) && Array.isArray(rowsAfter)
      ? countChanges(rowsBefore, rowsAfter)
      : "";
  return [`${formatPath(path)}: ${counted || `${brief(before)} → ${brief(after)}`}`];
}

/** What a list of entries gains and loses; empty text where both are empty. */
function countChanges(before: Json[], after: Json[]): string {
  const gone = new Map<string, number>();
  for (const row of before.map(canonicalJson)) gone.set(row, (gone.get(row) ?? 0) + 1);
  let added = 0;
  for (const row of after.map(canonicalJson)) {
    const count = gone.get(row) ?? 0;
    if (count > 0) gone.set(row, count - 1);
    else added += 1;
  }
  const removed = before.length + added - after.length;
  if (added + removed === 0 && before.length > 0) return "the same entries in another order";
  const counts = [added > 0 && `${added} added`, removed > 0 && `${removed} removed`];
  return counts.filter(Boolean).join(", ");
}

function brief(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = canonicalJson(value);
  return escapeUnseen(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
