"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import { HandedLink, type LinkAction } from "./handed-link";

/** Makes a link to a new password, for somebody who forgot theirs and whom mail does not reach. */
export function ResetLink({ userId, action }: { userId: number; action: LinkAction }) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid gap-3 justify-self-stretch">
      <FormError result={result} />
      <input type="hidden" name="userId" value={userId} />
      <HandedLink result={result} note="It works once, for an hour. It is not shown again." />
      <SubmitButton variant="outline" size="sm" className="justify-self-start">
        Make a link to a new password
      </SubmitButton>
    </form>
  );
}
