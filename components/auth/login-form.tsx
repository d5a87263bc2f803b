"use client";

import { useActionState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { PasswordInput } from "@/components/form/password-input";
import { SubmitButton } from "@/components/form/submit-button";
import { Input } from "@/components/ui/input";
import type { Action } from "@/lib/action";

export type SignIn = Action<
  { email: string; password: string; callbackUrl?: string },
  { is: "whole" | "half" }
>;

type LoginFormProps = { action: SignIn; callbackUrl: string };

export function LoginForm({ action, callbackUrl }: LoginFormProps) {
  const [result, submit] = useActionState(action, null);
  const refusal = result && !result.ok ? result : undefined;

  return (
    <form action={submit} className="grid gap-4" noValidate>
      <FormError result={result} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label="Email" name="email" error={refusal?.fields?.email} required>
        <Input
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={refusal?.values?.email}
        />
      </Field>
      <Field label="Password" name="password" error={refusal?.fields?.password} required>
        <PasswordInput autoComplete="current-password" />
      </Field>
      <SubmitButton className="w-full">Sign in</SubmitButton>
    </form>
  );
}
