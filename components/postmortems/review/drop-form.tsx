"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Textarea } from "@/components/ui/textarea";

type DropFormProps = {
  action: FormAction;
  incidentKey: string;
  seenState: number;
  /** What kind of reason is asked for. */
  hint: string | undefined;
};

/** Says why an incident needs no postmortem. */
export function DropForm({ action, incidentKey, seenState, hint }: DropFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="seenState" value={seenState} />
      <Field label="Why none is needed" name="reason" required error={problems.reason} hint={hint}>
        <Textarea rows={3} maxLength={2000} defaultValue={values.reason} />
      </Field>
      <div>
        <SubmitButton size="sm" variant="outline">
          Mark as not required
        </SubmitButton>
      </div>
    </form>
  );
}
