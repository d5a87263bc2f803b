"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Textarea } from "@/components/ui/textarea";
import type { ClosedColumn } from "@/lib/domain/closing";

type ReopenFormProps = { id: number; from: ClosedColumn; action: FormAction };

/** Takes an item back to Open. */
export function ReopenForm({ id, from, action }: ReopenFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="from" value={from} />
      <Field label="Why (optional)" name="reason" error={problems.reason}>
        <Textarea rows={2} defaultValue={values.reason} />
      </Field>
      <SubmitButton size="sm" className="w-fit">
        Reopen
      </SubmitButton>
    </form>
  );
}
