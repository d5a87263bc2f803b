import { errorRateIn, type ErrorRate } from "@/lib/domain/error-rate";
import { extentOf, groupedByPlace, type Lane, type Mark, type Ruler } from "./marks";
import type { DrawnEvent } from "./sources";
import { counted } from "./words";

type Reading = { at: number; seq: number; rate: ErrorRate; rates: number[] };

const TOPS = [1, 5, 10, 25, 50];

/** The error rate wherever events tell it, as a line that stays until the next one tells another. */
export function errorRateLane(timeline: DrawnEvent[], ruler: Ruler): Lane {
  const readings = timeline.flatMap(({ at, seq, metadata }): Reading[] => {
    const rate = errorRateIn(metadata);
    return rate ? [{ at, seq, rate, rates: ratesIn(rate) }] : [];
  });
  const highest = readings.reduce((most, { rates }) => Math.max(most, ...rates), 0);
  const top = TOPS.find((each) => each >= highest) ?? 100;
  const levelOf = (rate: number) => Math.round((1000 * rate) / top) / 10;
  const groups = groupedByPlace(readings, ruler);

  return {
    id: "error-rate",
    label: "Error rate",
    range: `0 to ${top} %`,
    marks: groups.map((group) => markOf(group, levelOf, ruler)),
    line: groups.flatMap((group) => {
      const x = ruler.place(group[0].at);
      return pointsOf(group).map((rate) => ({ x, level: levelOf(rate) }));
    }),
  };
}

const ratesIn = ({ before, after }: ErrorRate) =>
  [before, after].filter((rate) => rate !== undefined);

/** The values at one place: of many, the highest and the last. */
function pointsOf(group: Reading[]): number[] {
  const rates = group.flatMap((reading) => reading.rates);
  return group.length === 1 ? rates : [Math.max(...rates), ...rates.slice(-1)];
}

function markOf(
  group: [Reading, ...Reading[]],
  levelOf: (rate: number) => number,
  ruler: Ruler,
): Mark {
  const [first] = group;
  const rates = group.flatMap((reading) => reading.rates);
  const highest = Math.max(...rates);
  const isOne = group.length === 1;
  const lowest = Math.min(...rates);
  return {
    id: `rate-${first.seq}`,
    ...extentOf(group, ruler),
    shape: "reading",
    href: `#e-${first.seq}`,
    what: isOne
      ? `Error rate ${wordsOf(first)}`
      : `Error rate ${lowest} to ${highest} %, ${counted(rates.length, "reading")}`,
    level: levelOf(isOne ? (rates.at(-1) ?? 0) : highest),
  };
}

function wordsOf({ rate: { before, after } }: Reading): string {
  if (before === undefined) return `${after} %`;
  return after === undefined ? `${before} % until then` : `from ${before} % to ${after} %`;
}
