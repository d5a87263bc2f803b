import { breaksOf, lengthOf, type Span } from "./breaks";

/** A moment in UTC milliseconds at its place in percent of the width; the scale is straight between two. */
export type Knot = { at: number; x: number };
export type Scale = { knots: Knot[]; breaks: Span[] };

const LEAST_SPAN = 5 * 60_000;
const WIDEST_BREAK = 6;
const BREAKS_TOGETHER = 36;

/** The scale from the first moment to the last, five minutes at least; silences far longer than the rest are short. */
export function scaleOf(times: number[]): Scale {
  const moments = [...new Set(times)].toSorted((a, b) => a - b);
  const start = moments[0] ?? 0;
  const end = Math.max(moments.at(-1) ?? 0, start + LEAST_SPAN);
  const breaks = breaksOf(moments);
  const width = Math.min(WIDEST_BREAK, BREAKS_TOGETHER / breaks.length);
  const broken = breaks.reduce((sum, silence) => sum + lengthOf(silence), 0);
  const share = (100 - breaks.length * width) / (end - start - broken);

  const knots = [{ at: start, x: 0 }];
  let last = { at: start, x: 0 };
  for (const silence of breaks) {
    const x = last.x + (silence.start - last.at) * share;
    last = { at: silence.end, x: x + width };
    knots.push({ at: silence.start, x }, last);
  }
  return { knots: [...knots, { at: end, x: 100 }], breaks };
}

export const spanOf = ({ knots }: Scale): Span => ({
  start: knots[0]?.at ?? 0,
  end: knots.at(-1)?.at ?? 0,
});

/** A moment's place in percent of the width, with two decimals; outside of the scale, its nearer end. */
export function placeOf(at: number, { knots }: Scale): number {
  const index = knots.findLastIndex((knot) => knot.at <= at);
  const [before, after] = [knots[index], knots[index + 1]];
  if (!before) return 0;
  if (!after) return 100;
  const share = (at - before.at) / (after.at - before.at);
  return Math.round((before.x + share * (after.x - before.x)) * 100) / 100;
}
