"use client";

import type { ReactNode } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import type { Fact, FactTexts } from "@/lib/domain/facts";
import { FACT_COLUMNS, FactFields, factsGivenBack } from "./fact-fields";

type FactsFormProps = {
  action: FormAction;
  incidentKey: string;
  summary: string;
  facts: readonly Fact[];
  /** The facts as they stand. */
  current: FactTexts;
  children?: ReactNode;
};

/** Changes facts of an incident: what the writer leaves as it was stays as anyone else makes it. */
export function FactsForm({ action, incidentKey, summary, facts, ...props }: FactsFormProps) {
  const sent = useForm(action);
  const { shown, text, hold } = useSeen(sent, props.current);
  const { form, result, attempt, isRefused, values, problems } = sent;

  return (
    <Disclosure key={attempt} summary={summary} open={isRefused} className="mt-2 print:hidden">
      <form {...form} onInput={hold} className="grid gap-3">
        <FormError result={result} />
        <input type="hidden" name="key" value={incidentKey} />
        <input type="hidden" name="seen" value={text} />
        <div key={JSON.stringify(shown)} className={FACT_COLUMNS}>
          <FactFields
            facts={facts}
            texts={{ ...shown, ...factsGivenBack(values) }}
            problems={problems}
          />
        </div>
        {props.children}
        <div>
          <SubmitButton size="sm">Save</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
