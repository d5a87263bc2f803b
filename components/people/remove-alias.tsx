"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";

type RemoveAliasProps = { alias: string; removeAction: FormAction };

export function RemoveAlias({ alias, removeAction }: RemoveAliasProps) {
  const { form, result } = useForm(removeAction);
  return (
    <form {...form}>
      <FormError result={result} />
      <input type="hidden" name="alias" value={alias} />
      <SubmitButton variant="ghost" size="sm">
        Remove<span className="sr-only"> {alias}</span>
      </SubmitButton>
    </form>
  );
}
