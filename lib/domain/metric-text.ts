/** A figure that goes up and down, by its labels. */
export type Metric = {
  name: string;
  help: string;
  values: { labels?: Record<string, string>; value: number }[];
};

/** Figures as Prometheus reads them. */
export const metricText = (metrics: readonly Metric[]): string =>
  metrics.map((metric) => `${linesOf(metric).join("\n")}\n`).join("");

const linesOf = ({ name, help, values }: Metric) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} gauge`,
  ...values.map(({ labels = {}, value }) => `${name}${labelText(labels)} ${value}`),
];

function labelText(labels: Record<string, string>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}

const escaped = (value: string) =>
  value.replace(/[\\"\n]/g, (sign) => (sign === "\n" ? "\\n" : `\\${sign}`));
