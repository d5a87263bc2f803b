"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Textarea } from "@/components/ui/textarea";

/** Takes over a list from elsewhere. */
export function ImportSubscribers({ action }: { action: FormAction }) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-4">
      <FormError result={result} />
      <Field
        label="List"
        name="text"
        error={problems.text}
        hint="An address on each line, or CSV whose first line names its columns: address, and if you have them kind (mail or webhook), state (active or left) and components (names, with semicolons between them)."
        required
      >
        <Textarea rows={6} defaultValue={values.text} spellCheck={false} />
      </Field>
      <div>
        <SubmitButton>Import subscribers</SubmitButton>
      </div>
    </form>
  );
}
