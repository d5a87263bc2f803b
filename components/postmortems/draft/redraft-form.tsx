"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import type { ReactNode } from "react";

type RedraftFormProps = {
  incidentKey: string;
  /** The name of the draft that is shown. */
  seen: string;
  action: FormAction;
  children: ReactNode;
};

/** What to take from the record into the text. */
export function RedraftForm({ incidentKey, seen, action, children }: RedraftFormProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid gap-4">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="seen" value={seen} />
      {children}
      <div>
        <SubmitButton>Take what is chosen into the text</SubmitButton>
      </div>
    </form>
  );
}
