import { median } from "../median";

/** Fewer values than this are shown themselves: a median of them would say nothing. */
export const ENOUGH_VALUES = 5;

/** Where values lie. With few of them there are the values, in order, and nothing that is made of them. */
export type Spread = {
  n: number;
  median: number | null;
  p90: number | null;
  values: number[];
};

export function spreadOf(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  if (n < ENOUGH_VALUES) return { n, median: null, p90: null, values: sorted };
  return { n, median: rounded(median(sorted)), p90: rounded(ninetieth(sorted)), values: [] };
}

/** The least value that at least nine in ten do not exceed. */
const ninetieth = (sorted: number[]) => sorted[Math.ceil(sorted.length * 0.9) - 1];

const rounded = (value = 0) => Math.round(value * 10) / 10;
