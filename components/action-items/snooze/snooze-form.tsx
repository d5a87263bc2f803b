"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";

type SnoozeFormProps = {
  itemId: number;
  seenUntil: string;
  /** The days that can be chosen. */
  earliest: string;
  latest: string;
  action: FormAction;
};

/** Puts the reminders of an item off until a day, with a reason. */
export function SnoozeForm({ itemId, seenUntil, earliest, latest, action }: SnoozeFormProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(action);

  return (
    <Disclosure summary="Snooze reminders" open={isRefused}>
      <form key={attempt} {...form} className="grid gap-4">
        <FormError result={result} />
        <input type="hidden" name="id" value={itemId} />
        <input type="hidden" name="seenUntil" value={seenUntil} />
        <Field label="Until" name="until" required error={problems.until}>
          <Input type="date" min={earliest} max={latest} defaultValue={values.until} />
        </Field>
        <Field
          label="Why nobody is to be reminded"
          name="reason"
          required
          error={problems.reason}
          hint="The item’s history keeps it."
        >
          <Input defaultValue={values.reason} maxLength={500} />
        </Field>
        <div>
          <SubmitButton variant="outline">Snooze reminders</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
