export type Measured = {
  name: string;
  client: number[];
  server: number[];
  raw: number[];
  kilobytes: number;
};

/** The value below which this share of the times lies. */
export function percentile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const HEAD = [
  "| page | server p50 | server p99 | client p50 | client p99 | SQLite p50 | SQLite p99 | HTML kB |",
  "|---|---|---|---|---|---|---|---|",
].join("\n");

/** One page's line: milliseconds. */
export function lineOf({ name, client, server, raw, kilobytes }: Measured): string {
  const cells = [server, client, raw].flatMap((times) =>
    [0.5, 0.99].map((share) => shown(percentile(times, share))),
  );
  return `| ${[name, ...cells, Math.round(kilobytes)].join(" | ")} |`;
}

const shown = (ms: number) => (ms < 10 ? ms.toFixed(1) : Math.round(ms).toString());
