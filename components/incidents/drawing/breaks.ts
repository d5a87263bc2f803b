export type Span = { start: number; end: number };

const LEAST = 60 * 60_000;
const TIMES_THE_REST = 3;
const AT_MOST = 24;

/**
 * The silences that are drawn shorter than to scale: from an hour on, where each outlasts three times all
 * shorter ones together. They are never more than half of all silences, and at most 24: else the moments
 * are spread evenly enough. `moments` are in UTC milliseconds, ascending, each once.
 */
export function breaksOf(moments: number[]): Span[] {
  const silences = moments
    .slice(1)
    .map((end, index) => ({ start: moments[index] ?? end, end }))
    .toSorted((a, b) => lengthOf(a) - lengthOf(b));

  let rest = 0;
  for (const [index, silence] of silences.entries()) {
    const length = lengthOf(silence);
    const isFew = index >= silences.length / 2 && silences.length - index <= AT_MOST;
    if (isFew && length >= LEAST && length > TIMES_THE_REST * rest) {
      return silences.slice(index).toSorted((a, b) => a.start - b.start);
    }
    rest += length;
  }
  return [];
}

export const lengthOf = ({ start, end }: Span) => end - start;
