import { editsOf, type Edit } from "./edits";

type Version = "base" | "mine" | "theirs";
type Texts = Record<Version, string>;
type Parts = Record<Version, readonly string[]>;
/** Settles what two people did to the same parts; `undefined` where people have to. */
type Settle = (parts: Parts) => string[] | undefined;

const WORDS = /\s+|[\p{L}\p{M}\p{N}_]+|[^]/gu;

/**
 * What two people made of one text, put together line by line and, in lines that both changed, word by
 * word; `undefined` where both changed the same or neighbouring words, or the texts differ too much.
 */
export function mergeTexts({ base, mine, theirs }: Texts): string | undefined {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const lines = { base: base.split("\n"), mine: mine.split("\n"), theirs: theirs.split("\n") };
  return mergeParts(lines, mergeWords)?.join("\n");
}

/** Lines that one of two people removed are no place for the other's words. */
function mergeWords(lines: Parts): string[] | undefined {
  if (Object.values(lines).some((own) => own.length === 0)) return undefined;
  const words = (version: Version) => lines[version].join("\n").match(WORDS) ?? [];
  const parts = { base: words("base"), mine: words("mine"), theirs: words("theirs") };
  const merged = mergeParts(parts, () => undefined);
  return merged && [merged.join("")];
}

function mergeParts({ base, ...others }: Parts, settle: Settle): string[] | undefined {
  const mine = editsOf(base, others.mine);
  const theirs = editsOf(base, others.theirs);
  if (!mine || !theirs) return undefined;

  const merged: string[] = [];
  let reached = 0;
  for (const place of placesOf(mine, theirs)) {
    const settled = settledAt(place, base, settle);
    if (!settled) return undefined;
    merged.push(...base.slice(reached, place.start), ...settled);
    reached = place.end;
  }
  return [...merged, ...base.slice(reached)];
}

type Place = { start: number; end: number; mine: Edit<string>[]; theirs: Edit<string>[] };

function settledAt(place: Place, base: readonly string[], settle: Settle) {
  const mine = made(place.mine, place, base);
  const theirs = made(place.theirs, place, base);
  if (place.theirs.length === 0) return mine;
  if (place.mine.length === 0 || isSame(mine, theirs)) return theirs;
  return settle({ base: base.slice(place.start, place.end), mine, theirs });
}

const isSame = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((part, index) => part === right[index]);

/** Both people's edits by place: those that touch share one. */
function placesOf(mine: Edit<string>[], theirs: Edit<string>[]): Place[] {
  const all = [
    ...mine.map((edit) => ({ edit, isMine: true })),
    ...theirs.map((edit) => ({ edit, isMine: false })),
  ].toSorted((a, b) => a.edit.start - b.edit.start);
  const places: Place[] = [];
  for (const { edit, isMine } of all) {
    let last = places.at(-1);
    if (!last || edit.start > last.end) {
      places.push((last = { start: edit.start, end: edit.end, mine: [], theirs: [] }));
    }
    last.end = Math.max(last.end, edit.end);
    last[isMine ? "mine" : "theirs"].push(edit);
  }
  return places;
}

/** What some edits made of a place. */
function made(edits: Edit<string>[], { start, end }: Place, base: readonly string[]): string[] {
  const parts: string[] = [];
  let reached = start;
  for (const edit of edits) {
    parts.push(...base.slice(reached, edit.start), ...edit.items);
    reached = edit.end;
  }
  return [...parts, ...base.slice(reached, end)];
}
