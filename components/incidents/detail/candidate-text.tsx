import { Time } from "@/components/time";
import type { CandidateView } from "@/db/queries/milestones";
import { METRIC_NAMES } from "@/lib/domain/metrics";
import { formatMinutes } from "@/lib/format";
import { Verdict } from "./verdict";

/** A source of a milestone, and what it would make of the metrics. */
export function CandidateText({ candidate }: { candidate: CandidateView }) {
  const { at, seq, label, isDefault, outcomes } = candidate;
  return (
    <span className="grid min-w-0 gap-0.5">
      <span className="wrap-anywhere">
        <Time at={at} className="font-medium" />{" "}
        {seq === null ? (
          label
        ) : (
          <a href={`#e-${seq}`} className="text-link underline underline-offset-4">
            {label}
          </a>
        )}
        {isDefault && <span className="text-muted-foreground"> (by default)</span>}
      </span>
      {outcomes.map(({ metric, minutes, target, met }) => (
        <span key={metric} className="flex flex-wrap items-center gap-x-2 text-muted-foreground">
          {METRIC_NAMES[metric]} {formatMinutes(minutes)}
          <Verdict met={met} target={target} />
        </span>
      ))}
    </span>
  );
}
