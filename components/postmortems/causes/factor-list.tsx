import { Section } from "@/components/incidents/detail/section";
import type { CauseFactor } from "@/db/queries/causes";
import { AddFactor } from "./add-factor";
import type { CausesActions } from "./causes-actions";
import { FactorForms } from "./factor-forms";
import { CategoryWords } from "./factor-words";
import { keyedFactors } from "./keyed-factors";
import { MoveFactor } from "./move-factor";

type FactorListProps = {
  incidentKey: string;
  factors: CauseFactor[];
  /** How many more the record has. */
  more: number;
  actions: CausesActions | undefined;
};

/** What made the incident possible, worse or longer, each under its category. */
export function FactorList({ incidentKey, factors, more, actions }: FactorListProps) {
  return (
    <Section id="factors" title="Contributing factors">
      {factors.length === 0 && (
        <p className="text-muted-foreground">
          None yet. What made it possible, worse or longer than it had to be?
        </p>
      )}
      <ol aria-label="Contributing factors" className="grid divide-y divide-border">
        {keyedFactors(factors).map(({ key, factor }) => (
          <li
            key={key}
            id={`factor-${factor.place}`}
            tabIndex={-1}
            className="grid scroll-mt-20 gap-1 py-3 first:pt-0"
          >
            <div className="flex items-start justify-between gap-3">
              <p className="max-w-prose font-medium whitespace-pre-wrap wrap-anywhere">
                {factor.text}
              </p>
              {actions && factors.length > 1 && (
                <MoveFactor
                  action={actions.moveFactor}
                  incidentKey={incidentKey}
                  factor={factor}
                  count={factors.length}
                />
              )}
            </div>
            <CategoryWords factor={factor} />
            {actions && <FactorForms incidentKey={incidentKey} factor={factor} actions={actions} />}
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className="border-t border-border py-3 text-muted-foreground">
          The record has {more} more factors. The incident&apos;s page lists all of them.
        </p>
      )}
      {actions && <AddFactor action={actions.addFactor} incidentKey={incidentKey} />}
    </Section>
  );
}
