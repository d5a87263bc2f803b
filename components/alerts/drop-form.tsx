"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { NativeSelect } from "@/components/ui/native-select";
import type { Disposition } from "@/lib/domain/alerts/alert";

const MUTED_FOR = [
  { hours: 1, label: "and for the next hour" },
  { hours: 8, label: "and for the next 8 hours" },
  { hours: 24, label: "and for the next day" },
  { hours: 168, label: "and for the next week" },
];

type DropFormProps = { action: FormAction; alert: { id: number; disposition: Disposition } };

/** Lets an alert be, and the same one too that may come soon. */
export function DropForm({ action, alert: { id, disposition } }: DropFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={disposition} />
      <div className="flex flex-wrap items-start gap-2">
        <Field label="Drop it" name="hours" error={problems.hours} className="min-w-56 flex-1">
          <NativeSelect defaultValue={values.hours ?? ""}>
            <option value="">this time only</option>
            {MUTED_FOR.map(({ hours, label }) => (
              <option key={hours} value={hours}>
                {label}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <SubmitButton variant="outline" className="sm:mt-6.5">
          Drop alert
        </SubmitButton>
      </div>
    </form>
  );
}
