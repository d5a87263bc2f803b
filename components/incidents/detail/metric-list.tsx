import { Disclosure } from "@/components/ui/disclosure";
import { Time } from "@/components/time";
import type { MilestoneView } from "@/db/queries/milestones";
import type { Severity } from "@/lib/domain/incident";
import { METRIC_NAMES, METRICS, type MetricName, type Metrics } from "@/lib/domain/metrics";
import type { Milestone } from "@/lib/domain/milestones";
import { formatMinutes } from "@/lib/format";
import { MILESTONE_WORDS } from "./metric-words";
import { Verdict } from "./verdict";

const NAMES: MetricName[] = [
  "time_to_detect",
  "time_to_declare",
  "time_to_mitigate",
  "time_to_resolve",
  "duration",
];

/** The metrics against another severity's targets. */
export type OtherMetrics = { severity: Severity; metrics: Metrics };

type MetricListProps = {
  metrics: Metrics;
  asComputed: OtherMetrics | undefined;
  milestones: MilestoneView[];
};

/** Each metric with its target; it opens to the two milestones that it lies between. */
export function MetricList({ metrics, asComputed, milestones }: MetricListProps) {
  return (
    <div>
      <h3 className="text-[0.8125rem] text-muted-foreground">Metrics</h3>
      <ul className="divide-y divide-border">
        {NAMES.map((name) => (
          <li key={name}>
            <Disclosure summary={<MetricSummary name={name} metric={metrics[name]} />}>
              <Ends name={name} milestones={milestones} />
            </Disclosure>
            {asComputed && (
              <OtherVerdict
                metric={metrics[name]}
                other={asComputed.metrics[name]}
                severity={asComputed.severity}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type MetricSummaryProps = { name: MetricName; metric: Metrics[MetricName] };

function MetricSummary({ name, metric }: MetricSummaryProps) {
  return (
    <span className="flex min-h-9 min-w-0 grow flex-wrap items-center justify-between gap-x-3 py-1">
      <span className="font-normal">{METRIC_NAMES[name]}</span>
      <span className="flex items-center gap-2 tabular-nums">
        {metric ? formatMinutes(metric.minutes) : <span className="font-normal">Not known</span>}
        {metric && "target" in metric && <Verdict met={metric.met} target={metric.target} />}
      </span>
    </span>
  );
}

type OtherVerdictProps = {
  metric: Metrics[MetricName];
  other: Metrics[MetricName];
  severity: Severity;
};

/** The verdict as the computed severity would have it, where it turns over. */
function OtherVerdict({ metric, other, severity }: OtherVerdictProps) {
  if (!metric || !other || !("target" in metric) || !("target" in other)) return null;
  if (metric.met === other.met) return null;
  return (
    <p className="-mt-1 flex flex-wrap items-center justify-end gap-x-2 pb-1.5 text-xs text-muted-foreground">
      As {severity}, as computed:
      <Verdict met={other.met} target={other.target} />
    </p>
  );
}

type EndsProps = { name: MetricName; milestones: MilestoneView[] };

function Ends({ name, milestones }: EndsProps) {
  const { from, to } = METRICS[name];
  return (
    <dl className="grid gap-1 ps-5.5 pb-3 text-[0.8125rem] leading-5">
      <End label="From" milestone={from} milestones={milestones} />
      <End label="To" milestone={to} milestones={milestones} />
    </dl>
  );
}

type EndProps = { label: string; milestone: Milestone; milestones: MilestoneView[] };

function End({ label, milestone, milestones }: EndProps) {
  const source = milestones.find(({ name }) => name === milestone)?.source;
  return (
    <div className="grid grid-cols-[2.5rem_1fr] gap-2">
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">
        <a
          href={`#milestone-${milestone}`}
          className="font-medium text-link underline underline-offset-4"
        >
          {MILESTONE_WORDS[milestone]}
        </a>{" "}
        {source ? (
          <>
            <Time at={source.at} />
            <span className="block text-muted-foreground">
              {source.seq === null ? (
                source.label
              ) : (
                <a
                  href={`#e-${source.seq}`}
                  className="hover:text-link underline underline-offset-4"
                >
                  {source.label}
                </a>
              )}
            </span>
          </>
        ) : (
          "has no source in the record yet."
        )}
      </dd>
    </div>
  );
}
