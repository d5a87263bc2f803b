"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Textarea } from "@/components/ui/textarea";

type AddFactorProps = { action: FormAction; incidentKey: string };

/** Adds a factor at the end of the list. */
export function AddFactor({ action, incidentKey }: AddFactorProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-3 border-t border-border pt-3 print:hidden">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <Field label="Another factor" name="factor" required error={problems.factor}>
        <Textarea rows={2} className="min-h-16" defaultValue={values.factor} />
      </Field>
      <div>
        <SubmitButton variant="outline" size="sm">
          Add factor
        </SubmitButton>
      </div>
    </form>
  );
}
