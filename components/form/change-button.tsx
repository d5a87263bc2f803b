"use client";

import type { ReactNode } from "react";
import { FormError } from "./form-error";
import { SubmitButton } from "./submit-button";
import { useForm, type FormAction } from "./use-form";

type ChangeButtonProps = {
  action: FormAction;
  fields: Record<string, string | number>;
  /** True where it would change nothing: it stays, and says that it is off. */
  isOff?: boolean;
  variant?: "ghost" | "default" | "outline";
  children: ReactNode;
};

/** A form that is one button: one change of one thing. */
export function ChangeButton({
  action,
  fields,
  isOff,
  variant = "ghost",
  children,
}: ChangeButtonProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid gap-1">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} size="sm" {...(isOff && { "aria-disabled": true })}>
        {children}
      </SubmitButton>
      <FormError result={result} />
    </form>
  );
}
