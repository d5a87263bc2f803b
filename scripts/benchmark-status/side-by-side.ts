import { percentile } from "@/scripts/benchmark/table";
import { underLoad, type Measured } from "./under-load";

export type Case = { name: string; pid: number; url: string; path: string };
export type Effort = { seconds: number; rounds: number };

export const CONNECTIONS = 32;
export const ENCODING = "br";
const WARM_UP = 2;

/** Loads servers in turns, several rounds of each; the median of each figure. */
export async function sideBySide(cases: Case[], { seconds, rounds }: Effort): Promise<Measured[]> {
  const all = cases.map((): Measured[] => []);
  for (const one of cases) await loaded(one, WARM_UP);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, one] of cases.entries()) all[index]?.push(await loaded(one, seconds));
  }
  return all.map(medians);
}

export const loaded = ({ pid, url, path }: Case, seconds: number): Promise<Measured> =>
  underLoad(pid, {
    port: Number(new URL(url).port),
    path,
    seconds,
    encoding: ENCODING,
    connections: CONNECTIONS,
  });

function medians(measured: Measured[]): Measured {
  const median = (figure: keyof Measured) =>
    percentile(
      measured.map((one) => one[figure]),
      0.5,
    );
  return {
    requests: median("requests"),
    perSecond: median("perSecond"),
    work: median("work"),
    p50: median("p50"),
    p99: median("p99"),
    worst: median("worst"),
    bytes: median("bytes"),
  };
}

export const HEAD = [
  "| what | processor µs | requests/s | p50 ms | p99 ms | slowest ms | bytes |",
  "|---|---|---|---|---|---|---|",
].join("\n");

export function lineOf(name: string, { work, perSecond, p50, p99, worst, bytes }: Measured) {
  const cells = [
    work.toFixed(1),
    Math.round(perSecond),
    p50.toFixed(1),
    p99.toFixed(1),
    worst.toFixed(0),
    bytes,
  ];
  return `| ${[name, ...cells].join(" | ")} |`;
}
