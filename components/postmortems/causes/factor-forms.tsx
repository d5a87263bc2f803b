"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/textarea";
import type { CauseFactor } from "@/db/queries/causes";
import { CategoryForm } from "./category-form";
import type { CausesActions } from "./causes-actions";

type FactorFormProps = { action: FormAction; incidentKey: string; factor: CauseFactor };
type FactorFormsProps = Omit<FactorFormProps, "action"> & { actions: CausesActions };

/** What can be changed about a factor: its words, its category, and whether it is one. */
export function FactorForms({ actions, ...props }: FactorFormsProps) {
  return (
    <Disclosure
      summary={
        <>
          Change<span className="sr-only"> the factor: {props.factor.text}</span>
        </>
      }
      className="print:hidden"
    >
      <div className="grid gap-4">
        <WordsForm action={actions.editFactor} {...props} />
        <CategoryForm action={actions.categorizeFactor} {...props} />
        <RemoveForm action={actions.removeFactor} {...props} />
      </div>
    </Disclosure>
  );
}

function Seen({ incidentKey, factor }: Omit<FactorFormProps, "action">) {
  return (
    <>
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="factor" value={factor.text} />
      <input type="hidden" name="place" value={factor.place} />
    </>
  );
}

function WordsForm({ action, ...seen }: FactorFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid max-w-prose gap-3">
      <FormError result={result} />
      <Seen {...seen} />
      <Field label="Its words" name="words" required error={problems.words}>
        <Textarea rows={2} className="min-h-16" defaultValue={values.words ?? seen.factor.text} />
      </Field>
      <div>
        <SubmitButton variant="outline" size="sm">
          Save words
        </SubmitButton>
      </div>
    </form>
  );
}

function RemoveForm({ action, ...seen }: FactorFormProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid gap-2">
      <FormError result={result} />
      <Seen {...seen} />
      <div>
        <SubmitButton variant="outline" size="sm">
          Remove factor
        </SubmitButton>
      </div>
    </form>
  );
}
