import { lengthOf, type Span } from "./breaks";
import { placeOf, spanOf, type Scale } from "./scale";

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

function roundMoments(scale: Scale): number[] {
  const { breaks } = scale;
  const drawn =
    lengthOf(spanOf(scale)) - breaks.reduce((sum, silence) => sum + lengthOf(silence), 0);
  const step =
    STEPS.find((each) => each >= drawn / WANTED) ?? Math.ceil(drawn / WANTED / DAY) * DAY;
  return stretchesOf(scale).flatMap(({ start, end }) => {
    const moments: number[] = [];
    for (let at = Math.ceil(start / step) * step; at <= end; at += step) moments.push(at);
    return moments;
  });
}

/** What is drawn to scale: from each end of a break to the next one. */
function stretchesOf(scale: Scale): Span[] {
  const { start, end } = spanOf(scale);
  const starts = [start, ...scale.breaks.map((silence) => silence.end)];
  const ends = [...scale.breaks.map((silence) => silence.start), end];
  return starts.map((from, index) => ({ start: from, end: ends[index] ?? from }));
}
