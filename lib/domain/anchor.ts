/** The words that a remark is about, with the words around them to tell them from others like them. */
export type Anchor = { quote: string; prefix: string; suffix: string };
export type Range = { from: number; to: number };

type Word = Range & { word: string };
/** Words of the text: from the first to before the last. */
type Span = { start: number; end: number };
type Candidate = Span & { likeness: number };

/** How many words before and after a quote are kept to know it by. */
export const CONTEXT_WORDS = 12;
const LIKE_ENOUGH = 0.6;
const LIKE_ENOUGH_IN_PLACE = 0.3;
const SAME_PLACE = 0.75;
const NEAR_PLACE = 0.2;
const FEW_WORDS = 4;

/** Where the words that a remark is about stand in a text now; `undefined` when they are gone. */
export function findAnchor(text: string, anchor: Anchor): Range | undefined {
  return anchorFinder(text)(anchor);
}

/**
 * Finds several anchors in one text. It goes by words alone, whatever marks stand between them, so that a
 * quote from the laid-out text is found in its Markdown. A quote that was edited is found by most of its
 * words, or by fewer of them where the words around it are the same.
 */
export function anchorFinder(text: string): (anchor: Anchor) => Range | undefined {
  const words = wordsOf(text);
  const places = placesOf(words);
  return ({ quote, prefix, suffix }) => {
    const wanted = listOf(quote);
    if (wanted.length === 0) return undefined;
    const context = {
      before: listOf(prefix).slice(-CONTEXT_WORDS),
      after: listOf(suffix).slice(0, CONTEXT_WORDS),
    };
    const exact = exactSpans(words, places, wanted);
    const candidates = exact.length > 0 ? exact : similarSpans(words, places, wanted);
    const best = bestOf(candidates, words, context);
    const [first, last] = [words[best?.start ?? -1], words[(best?.end ?? 0) - 1]];
    return first && last && { from: first.from, to: last.to };
  };
}

/** An anchor for a part of a text. */
export function anchorAt(text: string, { from, to }: Range): Anchor {
  const before = wordsOf(text.slice(0, from)).slice(-CONTEXT_WORDS).at(0);
  const after = wordsOf(text.slice(to)).slice(0, CONTEXT_WORDS).at(-1);
  return {
    quote: text.slice(from, to),
    prefix: text.slice(before?.from ?? from, from),
    suffix: text.slice(to, to + (after?.to ?? 0)),
  };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    from: index,
    to: index + word.length,
  }));
}

const listOf = (text: string) => wordsOf(text).map(({ word }) => word);

function placesOf(words: Word[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { word }] of words.entries()) {
    const known = places.get(word);
    if (known) known.push(index);
    else places.set(word, [index]);
  }
  return places;
}

function exactSpans(words: Word[], places: Map<string, number[]>, wanted: string[]): Candidate[] {
  const starts = places.get(wanted[0] ?? "") ?? [];
  return starts
    .filter((start) => wanted.every((word, index) => words[start + index]?.word === word))
    .map((start) => ({ start, end: start + wanted.length, likeness: 1 }));
}

/**
 * The parts of the text that take the fewest changed, lost or added words to become the quote: one column
 * of the edit distances for each word of the text, in stretches that share a word with the quote.
 */
function similarSpans(words: Word[], places: Map<string, number[]>, wanted: string[]): Candidate[] {
  const found: Candidate[] = [];
  for (const { start, end } of stretches(words.length, places, wanted)) {
    let column = wanted.map((_, index) => ({ cost: index + 1, start }));
    for (let at = start; at < end; at += 1) {
      column = nextColumn(column, { at, word: words[at]?.word ?? "", wanted });
      const last = column.at(-1);
      const likeness = last ? 1 - last.cost / wanted.length : 0;
      if (last && likeness >= LIKE_ENOUGH_IN_PLACE && last.start <= at)
        found.push({ start: last.start, end: at + 1, likeness });
    }
  }
  return found;
}

type Cell = { cost: number; start: number };
type Read = { at: number; word: string; wanted: string[] };

function nextColumn(column: Cell[], { at, word, wanted }: Read): Cell[] {
  let diagonal: Cell = { cost: 0, start: at };
  let above: Cell = { cost: 0, start: at + 1 };
  return column.map((left, index) => {
    const isSame = wanted[index] === word;
    const options = [
      { cost: diagonal.cost + (isSame ? 0 : 1), start: diagonal.start },
      { cost: left.cost + 1, start: left.start },
      { cost: above.cost + 1, start: above.start },
    ];
    diagonal = left;
    above = options.reduce((best, each) => (each.cost < best.cost ? each : best));
    return above;
  });
}

/** The parts of the text near to a word of the quote; none where it is another text altogether. */
function stretches(length: number, places: Map<string, number[]>, wanted: string[]): Span[] {
  const near = wanted.length * 2;
  const hits = [...new Set(wanted)].flatMap((word) => places.get(word) ?? []);
  const joined: Span[] = [];
  for (const hit of hits.toSorted((a, b) => a - b)) {
    const [start, end] = [Math.max(0, hit - near), Math.min(length, hit + near)];
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

type Context = { before: string[]; after: string[] };

function bestOf(
  candidates: Candidate[],
  words: Word[],
  { before, after }: Context,
): Candidate | undefined {
  const hasContext = before.length + after.length > 0;
  let best: { candidate: Candidate; score: number } | undefined;
  for (const candidate of candidates) {
    const around = likenessAround(words, candidate, { before, after });
    const isEnough = isLikely({ ...candidate, around }, hasContext);
    const score = candidate.likeness * 2 + around;
    if (isEnough && score > (best?.score ?? 0)) best = { candidate, score };
  }
  return best?.candidate;
}

/** Few words, which may stand anywhere, have to stand near the words that stood around them. */
function isLikely(
  { start, end, likeness, around }: Candidate & { around: number },
  hasContext: boolean,
): boolean {
  if (!hasContext) return likeness >= LIKE_ENOUGH;
  if (likeness === 1 && end - start < FEW_WORDS) return around >= NEAR_PLACE;
  return likeness >= LIKE_ENOUGH || around >= SAME_PLACE;
}

/** How much of the words around is what it was, from 0 to 1; nearer words count more. */
function likenessAround(words: Word[], { start, end }: Span, { before, after }: Context): number {
  let same = 0;
  let all = 0;
  const count = (wanted: string | undefined, at: number, distance: number) => {
    const weight = 1 / distance;
    all += weight;
    if (words[at]?.word === wanted) same += weight;
  };
  before.forEach((word, index) => {
    const distance = before.length - index;
    count(word, start - distance, distance);
  });
  after.forEach((word, index) => count(word, end + index, index + 1));
  return all === 0 ? 0 : same / all;
}
