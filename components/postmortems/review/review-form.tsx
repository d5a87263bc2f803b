"use client";

import type { ReactNode } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";

type ReviewFormProps = {
  action: FormAction;
  incidentKey: string;
  /** What else is sent along. */
  fields: Record<string, string | number>;
  children: ReactNode;
};

/** A step of a review that is taken at one press. */
export function ReviewForm({ action, incidentKey, fields, children }: ReviewFormProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid justify-items-start gap-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="outline" size="sm">
        {children}
      </SubmitButton>
    </form>
  );
}
