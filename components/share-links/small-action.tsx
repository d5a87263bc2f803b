"use client";

import { useActionState, type ReactNode } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import type { ButtonProps } from "@/components/ui/button";
import type { ActionResult } from "@/lib/action";

export type SmallFormAction = (
  previous: ActionResult<void> | null,
  form: FormData,
) => Promise<ActionResult<void>>;

type SmallActionProps = {
  action: SmallFormAction;
  fields: Record<string, string | number>;
  /** The whole of what the button does, where its own word would leave open to what. */
  label: string;
  variant?: ButtonProps["variant"];
  children: ReactNode;
};

/** One button that changes one thing, and says why if it may not. */
export function SmallAction({ action, fields, label, variant, children }: SmallActionProps) {
  const [result, submit] = useActionState(action, null);
  return (
    <form action={submit} className="grid gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton size="sm" variant={variant ?? "outline"} aria-label={label} className="w-fit">
        {children}
      </SubmitButton>
      <FormError result={result} />
    </form>
  );
}
