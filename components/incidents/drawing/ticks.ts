import { lengthOf } from "./breaks";
import { placeOf, type Scale } from "./scale";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  DAY,
];
const WANTED = 5;
const APART = 13; // percent of the width that a written time needs

/** Moments to write below the drawing: where it goes on after a break, and about five round ones. */
export function ticksOf(scale: Scale): { at: number; x: number }[] {
  const ticks: { at: number; x: number }[] = [];
  for (const at of [...scale.breaks.map(({ end }) => end), ...roundMoments(scale)]) {
    const x = placeOf(at, scale);
    if (ticks.every((tick) => Math.abs(tick.x - x) >= APART)) ticks.push({ at, x });
  }
  return ticks.toSorted((a, b) => a.at - b.at);
}

function roundMoments({ knots, breaks }: Scale): number[] {
  const start = knots[0]?.at ?? 0;
  const end = knots.at(-1)?.at ?? 0;
  const drawn = end - start - breaks.reduce((sum, silence) => sum + lengthOf(silence), 0);
  const step =
    STEPS.find((each) => each >= drawn / WANTED) ?? Math.ceil(drawn / WANTED / DAY) * DAY;
  return stretchesOf({ knots, breaks }).flatMap(({ from, to }) => {
    const moments: number[] = [];
    for (let at = Math.ceil(from / step) * step; at <= to; at += step) moments.push(at);
    return moments;
  });
}

/** What is drawn to scale: from each end of a break to the next one. */
function stretchesOf({ knots, breaks }: Scale): { from: number; to: number }[] {
  const starts = [knots[0]?.at ?? 0, ...breaks.map(({ end }) => end)];
  const ends = [...breaks.map(({ start }) => start), knots.at(-1)?.at ?? 0];
  return starts.map((from, index) => ({ from, to: ends[index] ?? from }));
}
