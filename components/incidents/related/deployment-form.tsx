"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

type DeploymentFormProps = { action: FormAction; incidentKey: string };

/** Adds a deployment to the record. */
export function DeploymentForm({ action, incidentKey }: DeploymentFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <Field label="Deployed service" name="service" required error={problems.service}>
        <Input maxLength={200} autoComplete="off" defaultValue={values.service} />
      </Field>
      <Field label="Version" name="version" error={problems.version}>
        <Input maxLength={200} autoComplete="off" defaultValue={values.version} />
      </Field>
      <Field
        label="Deployed at, in UTC"
        name="at"
        error={problems.at}
        hint="Leave it empty for the present time."
      >
        <Input type="datetime-local" step={1} defaultValue={values.at} />
      </Field>
      <Field label="What changed" name="changes" error={problems.changes}>
        <Textarea rows={2} defaultValue={values.changes} />
      </Field>
      <div>
        <SubmitButton size="sm">Add deployment</SubmitButton>
      </div>
    </form>
  );
}
