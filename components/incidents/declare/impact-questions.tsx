import { Field } from "@/components/form/field";
import { FactFields } from "@/components/incidents/facts/fact-fields";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { IMPACT_FACTS, ratedSections, type FactTexts } from "@/lib/domain/facts";
import type { Severity } from "@/lib/domain/incident";
import { asksWhy, computedFrom } from "@/lib/domain/severity-choice";

type ImpactQuestionsProps = {
  /** As the form holds them now. */
  texts: FactTexts;
  initial: FactTexts;
  chosen: Severity;
  reason: string | undefined;
  problems: Record<string, string[]>;
};

/** What is known of the impact, and the severity that it speaks for beside the chosen one. */
export function ImpactQuestions({ texts, chosen, reason, ...fields }: ImpactQuestionsProps) {
  const { initial, problems } = fields;
  const computed = computedFrom(ratedSections(texts));
  const isAsked = asksWhy(chosen, computed);

  return (
    <>
      <Disclosure
        open={Object.values(initial).some((text) => text !== "")}
        summary="What do you know of the impact?"
        className="rounded-lg border border-border bg-card px-4 py-2"
      >
        <fieldset className="grid gap-4 pb-2">
          <legend className="mb-3 text-[0.8125rem] leading-5 text-muted-foreground">
            Answer what you know. The answers compute a severity; the choice stays yours.
          </legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <FactFields facts={IMPACT_FACTS} texts={initial} problems={problems} />
          </div>
        </fieldset>
      </Disclosure>
      {computed && (
        <p role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1">
          The answers speak for <SeverityBadge severity={computed.severity} withName />
          <span className="text-muted-foreground tabular-nums">score {computed.score}</span>
          {isAsked ? `You chose ${chosen}.` : "So do you."}
        </p>
      )}
      {isAsked && (
        <Field
          label={`Why is it ${chosen}?`}
          name="reason"
          required
          error={problems.reason}
          hint="One line. It is kept with the severity."
        >
          <Input maxLength={500} autoComplete="off" defaultValue={reason} />
        </Field>
      )}
    </>
  );
}
