"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";

type AcknowledgeFormProps = { action: FormAction; incidentKey: string };

/** One press says that somebody responds. */
export function AcknowledgeForm({ action, incidentKey }: AcknowledgeFormProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid gap-1">
      <input type="hidden" name="key" value={incidentKey} />
      <SubmitButton size="sm" aria-keyshortcuts="a" title="Acknowledge (A)">
        Acknowledge
      </SubmitButton>
      <FormError result={result} />
    </form>
  );
}
