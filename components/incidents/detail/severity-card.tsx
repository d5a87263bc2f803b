import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/use-form";
import { SeverityForm } from "@/components/incidents/facts/severity-form";
import { SeverityHistory } from "@/components/incidents/facts/severity-history";
import { SeverityReasonForm } from "@/components/incidents/facts/severity-reason-form";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { DIMENSION_WORDS } from "@/components/incidents/severity-words";
import { Disclosure } from "@/components/ui/disclosure";
import type { Analysis } from "@/lib/domain/analysis";
import type { RecordImpact, RecordSignals } from "@/lib/domain/record";
import { isRated, WEIGHTS } from "@/lib/domain/severity";
import { lacksReason, type SeverityChange } from "@/lib/domain/severity-choice";
import { whatIf } from "@/lib/domain/what-if";
import { RailCard } from "./rail-card";

export type SeverityActions = { change: FormAction; explain: FormAction };

type SeverityCardProps = {
  incidentKey: string;
  severity: Analysis["severity"];
  impact: RecordImpact | null;
  signals: RecordSignals | null;
  history: SeverityChange[];
  /** Left out for those who may not change it. */
  actions: SeverityActions | undefined;
  /** Below the answers that would change the verdict. */
  children?: ReactNode;
};

/** What people declared against what the record amounts to, with every step of the sum. */
export function SeverityCard({ incidentKey, severity, history, ...known }: SeverityCardProps) {
  const { impact, signals, actions } = known;
  const { declared, computed, score, dimensions, reasons } = severity;
  const floors = reasons.slice(DIMENSION_WORDS.length);
  const isUnknown = !isRated(impact, signals);
  const rated = isUnknown ? undefined : { severity: computed, score };

  return (
    <RailCard
      title="Severity"
      aside={
        <span className="text-[0.8125rem] text-muted-foreground">
          {isUnknown && "Too little is recorded"}
          {!isUnknown &&
            (declared === computed ? "Both agree" : `${declared} declared, ${computed} computed`)}
        </span>
      }
    >
      <dl className="grid grid-cols-2 gap-3">
        <div>
          <dt className="text-[0.8125rem] text-muted-foreground">Declared by people</dt>
          <dd className="mt-0.5">
            <SeverityBadge severity={declared} withName />
          </dd>
        </div>
        <div>
          <dt className="text-[0.8125rem] text-muted-foreground">
            Computed, score <span className="tabular-nums">{score}</span>
          </dt>
          <dd className="mt-0.5">
            <SeverityBadge severity={computed} withName />
          </dd>
        </div>
      </dl>
      {isUnknown ? (
        <p className="mt-3 text-[0.8125rem] leading-5 text-muted-foreground">
          Neither impact nor signals are recorded, and what is missing counts as harmless. The
          computed severity says little until they are.
        </p>
      ) : (
        <Dimensions dimensions={dimensions} reasons={reasons} />
      )}
      {floors.map((floor) => (
        <p key={floor} className="mt-2 text-[0.8125rem] leading-5 text-warning">
          {floor}.
        </p>
      ))}
      {actions && lacksReason(history, rated) && (
        <SeverityReasonForm
          action={actions.explain}
          incidentKey={incidentKey}
          severity={declared}
          computed={computed}
        />
      )}
      {actions && (
        <SeverityForm
          action={actions.change}
          incidentKey={incidentKey}
          severity={declared}
          computed={rated}
        />
      )}
      <WhatIf impact={impact} signals={signals} />
      {known.children}
      <SeverityHistory history={history} />
    </RailCard>
  );
}

type DimensionsProps = Pick<Analysis["severity"], "dimensions" | "reasons">;

function Dimensions({ dimensions, reasons }: DimensionsProps) {
  return (
    <ul aria-label="Dimensions of the score" className="mt-3 grid gap-2">
      {DIMENSION_WORDS.map(({ dimension, name }, index) => (
        <DimensionBar
          key={dimension}
          name={name}
          weight={WEIGHTS[dimension]}
          value={dimensions[dimension]}
          reason={reasons[index]}
        />
      ))}
    </ul>
  );
}

type DimensionBarProps = { name: string; weight: number; value: number; reason?: string };

function DimensionBar({ name, weight, value, reason }: DimensionBarProps) {
  return (
    <li className="text-[0.8125rem] leading-5">
      <p className="flex justify-between gap-2">
        <span>{name}</span>
        <span className="tabular-nums">
          {value} <span className="text-muted-foreground">× {weight}</span>
        </span>
      </p>
      <svg aria-hidden width="100%" height="4" className="my-0.5 block">
        <rect width="100%" height="4" rx="2" className="fill-secondary" />
        <rect width={`${value * 100}%`} height="4" rx="2" className="fill-foreground" />
      </svg>
      {reason && (
        <p className="text-xs leading-4.5 text-muted-foreground">
          {reason.replace(/: [\d.]+$/, "")}
        </p>
      )}
    </li>
  );
}

type WhatIfProps = { impact: RecordImpact | null; signals: RecordSignals | null };

function WhatIf({ impact, signals }: WhatIfProps) {
  const changes = whatIf(impact, signals);
  if (changes.length === 0) return null;
  return (
    <Disclosure summary="What would change the verdict" className="mt-2">
      <ul className="grid gap-1 text-[0.8125rem] leading-5">
        {changes.map(({ change, severity }) => (
          <li key={change} className="flex items-center justify-between gap-3">
            {change.charAt(0).toUpperCase() + change.slice(1)}
            <SeverityBadge severity={severity} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
