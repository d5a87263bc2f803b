"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Textarea } from "@/components/ui/textarea";
import { OtherField } from "./other-field";

type LinkFormProps = { action: FormAction; incidentKey: string; others: string };

/** Links another incident to this one, and this one to it. */
export function LinkForm({ action, incidentKey, others }: LinkFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-3 pb-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <OtherField
        label="Incident to link"
        others={others}
        value={values.other}
        error={problems.other}
      />
      <Field
        label="What they have in common"
        name="note"
        error={problems.note}
        hint="It may stay empty. Both incidents show it."
      >
        <Textarea rows={2} defaultValue={values.note} />
      </Field>
      <div>
        <SubmitButton size="sm">Link incident</SubmitButton>
      </div>
    </form>
  );
}
