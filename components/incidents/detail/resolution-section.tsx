import type { ReactNode } from "react";
import type { CoveredFactor } from "@/lib/domain/coverage";
import type { RecordResolution } from "@/lib/domain/record";
import { FactList } from "./fact-list";
import { number, yesNo } from "./fact-values";
import { Section } from "./section";

type ResolutionSectionProps = {
  resolution: RecordResolution;
  factors: CoveredFactor[];
  children?: ReactNode;
};

/** Why it happened, what was done, and what will keep it from coming back. */
export function ResolutionSection({ resolution, factors, children }: ResolutionSectionProps) {
  const { root_cause: cause, permanent_fix: fix, mitigation_steps: steps } = resolution;
  const impact = resolution.customer_impact;
  const revenue = number(impact?.revenue_impact_usd);

  return (
    <Section id="resolution" title="Resolution">
      <div className="grid gap-4">
        {cause && <Paragraph title="Root cause">{cause}</Paragraph>}
        <Factors texts={resolution.contributing_factors ?? []} factors={factors} />
        {steps && steps.length > 0 && (
          <div className="grid gap-1">
            <h3 className="text-[0.8125rem] text-muted-foreground">Mitigation steps</h3>
            <ol className="grid max-w-prose list-decimal gap-1 ps-5">
              {steps.map((step, index) => (
                <li key={index} className="wrap-anywhere">
                  {step}
                </li>
              ))}
            </ol>
          </div>
        )}
        {fix && <Paragraph title="Permanent fix">{fix}</Paragraph>}
        {impact && (
          <div className="grid max-w-sm gap-1">
            <h3 className="text-[0.8125rem] text-muted-foreground">Customer impact</h3>
            <FactList
              facts={[
                { label: "Affected users", value: number(impact.affected_users) },
                { label: "Failed transactions", value: number(impact.failed_transactions) },
                { label: "Revenue impact", value: revenue && `US$ ${revenue}` },
                { label: "Data loss", value: yesNo(impact.data_loss) },
              ]}
            />
          </div>
        )}
        {Object.keys(resolution).length === 0 && (
          <p className="text-muted-foreground">Not written down yet.</p>
        )}
        {children}
      </div>
    </Section>
  );
}

function Paragraph({ title, children }: { title: string; children: string }) {
  return (
    <div className="grid gap-1">
      <h3 className="text-[0.8125rem] text-muted-foreground">{title}</h3>
      <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{children}</p>
    </div>
  );
}

type FactorsProps = { texts: string[]; factors: CoveredFactor[] };

function Factors({ texts, factors }: FactorsProps) {
  if (texts.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="text-[0.8125rem] text-muted-foreground">Contributing factors</h3>
      <ul className="grid max-w-prose list-disc gap-1.5 ps-5">
        {factors.map(({ factor, category, expectedType, actions, linked }) => (
          <li key={factor} className="wrap-anywhere">
            {texts[factor]}{" "}
            <span className="rounded-sm bg-muted px-1.5 text-xs leading-5 text-muted-foreground">
              {category}
            </span>
            {actions.length === 0 && (
              <span className="block text-[0.8125rem] text-warning">
                Nothing answers this yet{!linked && `: no action of type ${expectedType}`}.
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
