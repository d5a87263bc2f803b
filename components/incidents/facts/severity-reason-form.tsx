"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Input } from "@/components/ui/input";
import type { Severity } from "@/lib/domain/incident";

type SeverityReasonFormProps = {
  action: FormAction;
  incidentKey: string;
  severity: Severity;
  computed: Severity;
};

/** Asks once why people's severity is another than the computed one. */
export function SeverityReasonForm({ action, incidentKey, ...shown }: SeverityReasonFormProps) {
  const sent = useForm(action);
  const { text, hold } = useSeen(sent, shown.severity);
  const { form, result, attempt, values, problems } = sent;

  return (
    <form
      key={attempt}
      {...form}
      onInput={hold}
      className="mt-3 grid gap-2 rounded-md bg-warning-surface px-3 py-2.5 print:hidden"
    >
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="seen" value={text} />
      <Field
        label={`Why is it ${shown.severity}, and not the computed ${shown.computed}?`}
        name="reason"
        required
        error={problems.reason}
        hint="Nobody has said so yet. One line is enough."
      >
        <Input maxLength={500} autoComplete="off" defaultValue={values.reason} />
      </Field>
      <div>
        <SubmitButton size="sm" variant="outline">
          Say why
        </SubmitButton>
      </div>
    </form>
  );
}
