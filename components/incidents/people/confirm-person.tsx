"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import type { LikelyPerson } from "@/db/queries/people";

/** Confirms whose address it is that the record names. */
export function ConfirmPerson({ alias, person, action }: LikelyPerson & { action: FormAction }) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid gap-2">
      <FormError result={result} />
      <input type="hidden" name="alias" value={alias} />
      <input type="hidden" name="name" value={person} />
      <SubmitButton
        variant="outline"
        size="sm"
        className="h-auto min-h-8 justify-start py-1 text-start wrap-anywhere whitespace-normal pointer-coarse:h-auto pointer-coarse:min-h-11"
      >
        Confirm: {alias} is {person}
      </SubmitButton>
    </form>
  );
}
