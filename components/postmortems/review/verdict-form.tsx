"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Findings } from "@/components/incidents/detail/findings";
import { Textarea } from "@/components/ui/textarea";

type VerdictFormProps = {
  action: FormAction;
  incidentKey: string;
  seenState: number;
  /** The mark of the text that the page shows. */
  seen: string;
};

const NOTE = "review-note";

/** What a reviewer thinks of the text. What is open is shown before an approval counts. */
export function VerdictForm({ action, incidentKey, seenState, seen }: VerdictFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  const findings = result && !result.ok ? result.findings : undefined;
  return (
    <form key={attempt} {...form} className="grid gap-3">
      {!findings && <FormError result={result} />}
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="seenState" value={seenState} />
      <input type="hidden" name="seen" value={seen} />
      <Field label="Note (needed to ask for changes)" name="note" error={problems.note}>
        <Textarea id={NOTE} rows={3} maxLength={5000} defaultValue={values.note} />
      </Field>
      {findings && <Findings findings={findings} textId={NOTE} words={OPEN} />}
      <div className="flex flex-wrap gap-2">
        {!findings && (
          <SubmitButton size="sm" name="verdict" value="approved">
            Approve
          </SubmitButton>
        )}
        <SubmitButton size="sm" variant="outline" name="verdict" value="changes_requested">
          Ask for changes
        </SubmitButton>
      </div>
    </form>
  );
}

const OPEN = {
  title: "Still open",
  back: "Write a note on it",
  confirm: "Approve all the same",
};
