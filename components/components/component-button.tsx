"use client";

import type { ReactNode } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";

type ComponentButtonProps = {
  action: FormAction;
  fields: Record<string, string | number>;
  children: ReactNode;
};

/** One change of one component. */
export function ComponentButton({ action, fields, children }: ComponentButtonProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid gap-1">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="ghost" size="sm">
        {children}
      </SubmitButton>
      <FormError result={result} />
    </form>
  );
}
