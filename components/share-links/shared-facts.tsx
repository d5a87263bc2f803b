import type { ReactNode } from "react";
import { Time } from "@/components/time";
import type { SharedIncident } from "@/lib/domain/shared-incident";
import { formatMinutes, humanize } from "@/lib/format";

/** When each milestone was reached, and how long it took. */
export function SharedFacts({
  incident,
}: {
  incident: Pick<SharedIncident, "milestones" | "metrics">;
}) {
  const { milestones, metrics } = incident;
  return (
    <div className="grid gap-px overflow-hidden rounded-xl border border-border bg-border shadow-xs">
      <Facts>
        {metrics.map(({ name, minutes }) => (
          <Fact key={name} term={humanize(name)}>
            <span className="text-lg font-semibold tabular-nums">{formatMinutes(minutes)}</span>
          </Fact>
        ))}
      </Facts>
      <Facts>
        {milestones.map(({ name, at }) => (
          <Fact key={name} term={humanize(name)}>
            <Time at={at} className="tabular-nums" />
          </Fact>
        ))}
      </Facts>
    </div>
  );
}

function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-x-4 gap-y-3 bg-card p-5">
      {children}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-muted-foreground">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
