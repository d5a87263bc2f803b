"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { OtherField } from "./other-field";

type MergeFormProps = { action: FormAction; incidentKey: string; others: string };

/** Merges this incident into the one that it is a duplicate of. */
export function MergeForm({ action, incidentKey, others }: MergeFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-3 pb-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <OtherField
        label="Incident to merge into"
        others={others}
        value={values.other}
        error={problems.other}
      />
      <p className="text-muted-foreground">
        {incidentKey} keeps its page and its record, and takes no more updates. Its timeline shows
        in the other incident too. It can be undone.
      </p>
      <div>
        <SubmitButton size="sm">Merge {incidentKey}</SubmitButton>
      </div>
    </form>
  );
}
