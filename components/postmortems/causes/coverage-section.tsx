import { Section } from "@/components/incidents/detail/section";
import type { CauseFactor, Causes } from "@/db/queries/causes";
import { AddAnswer } from "./add-answer";
import type { CausesActions } from "./causes-actions";
import { FactorMatrix } from "./factor-matrix";
import { GapCount } from "./gap-count";

type CoverageSectionProps = {
  incidentKey: string;
  causes: Causes;
  owners: string[];
  actions: CausesActions | undefined;
  /** The factor for which the form for a new action is opened. */
  asked: CauseFactor | undefined;
};

/** Which action answers which factor, and what nothing answers yet. */
export function CoverageSection({ incidentKey, causes, owners, ...props }: CoverageSectionProps) {
  const { factors } = causes;
  const gaps = factors.filter(({ actions }) => actions.length === 0).length;
  return (
    <Section
      id="coverage"
      title="Factors and actions"
      aside={factors.length > 0 && <GapCount gaps={gaps} />}
    >
      {factors.length === 0 ? (
        <p className="text-muted-foreground">
          Once there are contributing factors, this shows which action answers which of them.
        </p>
      ) : (
        <FactorMatrix
          incidentKey={incidentKey}
          causes={causes}
          owners={owners}
          actions={props.actions}
        />
      )}
      {props.actions && (
        <AddAnswer
          key={props.asked?.text}
          action={props.actions.addAnswer}
          incidentKey={incidentKey}
          factors={factors}
          asked={props.asked}
          owners={owners}
        />
      )}
    </Section>
  );
}
