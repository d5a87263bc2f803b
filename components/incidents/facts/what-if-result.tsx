import { Verdict } from "@/components/incidents/detail/verdict";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { DIMENSION_WORDS } from "@/components/incidents/severity-words";
import { ratedSections, type FactTexts } from "@/lib/domain/facts";
import type { Severity } from "@/lib/domain/incident";
import { METRIC_NAMES, metricsOf, TARGETED_METRICS } from "@/lib/domain/metrics";
import type { Milestone } from "@/lib/domain/milestones";
import { FLOORS, isRated, severityOf, type ComputedSeverity } from "@/lib/domain/severity";
import { formatMinutes } from "@/lib/format";

/** When each milestone was, in UTC milliseconds. */
export type MilestoneTimes = Record<Milestone, { at: number } | null>;

type WhatIfResultProps = {
  texts: FactTexts;
  current: FactTexts;
  declared: Severity;
  times: MilestoneTimes;
};

/** What the answers would compute, beside what they compute now, and whether the targets would be met. */
export function WhatIfResult({ texts, current, declared, times }: WhatIfResultProps) {
  const { impact, signals } = ratedSections(texts);
  const [now, then] = [computed(current), computed(texts)];
  if (!isRated(impact, signals)) {
    return <p className="text-[0.8125rem]">Nothing is answered, so nothing is computed.</p>;
  }

  return (
    <section
      aria-label="What the answers make"
      className="grid gap-2 rounded-md bg-muted px-3 py-2.5 text-[0.8125rem] leading-5"
    >
      <p role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1">
        They speak for <SeverityBadge severity={then.severity} withName />
        <span className="tabular-nums">
          score {then.score}
          {then.score !== now.score && ` instead of ${now.score}`}
        </span>
      </p>
      {then.severity !== declared && <p>{declared} is declared.</p>}
      <Dimensions now={now} then={then} />
      {then.floors.map((floor) => (
        <p key={floor} className="text-warning">
          {FLOORS[floor].because} puts the score at {FLOORS[floor].least} or more.
        </p>
      ))}
      <Targets times={times} severity={then.severity} />
    </section>
  );
}

function computed(texts: FactTexts): ComputedSeverity {
  const { impact, signals } = ratedSections(texts);
  return severityOf(impact, signals);
}

function Dimensions({ now, then }: { now: ComputedSeverity; then: ComputedSeverity }) {
  return (
    <dl className="grid gap-0.5 tabular-nums">
      {DIMENSION_WORDS.map(({ dimension, name }) => {
        const [before, after] = [now.dimensions[dimension], then.dimensions[dimension]];
        return (
          <div key={dimension} className="flex justify-between gap-3">
            <dt>{name}</dt>
            <dd className={before === after ? "text-muted-foreground" : "font-medium"}>
              {before === after ? after : `${before} → ${after}`}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Targets({ times, severity }: { times: MilestoneTimes; severity: Severity }) {
  const metrics = metricsOf(times, severity);
  const measured = TARGETED_METRICS.flatMap((name) => {
    const metric = metrics[name];
    return metric ? [{ name, ...metric }] : [];
  });
  if (measured.length === 0) return null;
  return (
    <div className="grid gap-0.5">
      <h3 className="text-muted-foreground">Against the targets of a {severity}</h3>
      <ul className="grid gap-0.5">
        {measured.map(({ name, minutes, met, target }) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-x-3">
            <span>
              {METRIC_NAMES[name]} {formatMinutes(minutes)}
            </span>
            <Verdict met={met} target={target} />
          </li>
        ))}
      </ul>
    </div>
  );
}
