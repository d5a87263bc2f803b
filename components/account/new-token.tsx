"use client";

import { useActionState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { ShownOnce } from "@/components/form/shown-once";
import { SubmitButton } from "@/components/form/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/action";
import {
  SCOPE_NAMES,
  SCOPE_PREFIX,
  SCOPES,
  TOKEN_DAYS,
  USUAL_TOKEN_DAYS,
  type Scope,
} from "@/lib/domain/scopes";
import { formatDateTime } from "@/lib/format";

type Made = { token: string; expiresAt: number };

type NewTokenProps = {
  action: (previous: ActionResult<Made> | null, form: FormData) => Promise<ActionResult<Made>>;
};

/** Makes a token, and shows it this one time. */
export function NewToken({ action }: NewTokenProps) {
  const [result, create] = useActionState(action, null);
  const refusal = result && !result.ok ? result : undefined;
  const { values = {}, fields = {} } = refusal ?? {};

  return (
    <form action={create} className="grid gap-4" noValidate>
      {result?.ok && <MadeToken {...result.data} />}
      <FormError result={result} />
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_9rem]">
        <Field
          label="Name"
          name="name"
          hint="Which program has it, and where it runs."
          error={fields.name}
          required
        >
          <Input maxLength={80} autoComplete="off" defaultValue={values.name} />
        </Field>
        <Field label="Works for" name="days" error={fields.days}>
          <NativeSelect defaultValue={values.days ?? USUAL_TOKEN_DAYS}>
            {TOKEN_DAYS.map((days) => (
              <option key={days} value={days}>
                {days === 365 ? "1 year" : `${days} days`}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <fieldset aria-describedby={fields.scopes && "scopes-problem"}>
        <legend className="mb-1.5 text-sm font-medium">What it may do</legend>
        <ul className="grid gap-x-6 gap-y-1 lg:grid-cols-2">
          {SCOPE_NAMES.map((scope) => (
            <li key={scope}>
              <ScopeTick scope={scope} isTicked={values[`${SCOPE_PREFIX}${scope}`] !== undefined} />
            </li>
          ))}
        </ul>
        {fields.scopes && (
          <p id="scopes-problem" className="mt-1 text-[0.8125rem] font-medium text-danger">
            {fields.scopes.join(" ")}
          </p>
        )}
      </fieldset>
      <SubmitButton className="justify-self-start">Create token</SubmitButton>
    </form>
  );
}

const ScopeTick = ({ scope, isTicked }: { scope: Scope; isTicked: boolean }) => (
  <label className="flex min-h-6 items-start gap-2 py-1">
    <Checkbox
      name={`${SCOPE_PREFIX}${scope}`}
      value="on"
      defaultChecked={isTicked}
      className="mt-0.5"
    />
    <span>
      {SCOPES[scope]} <code className="text-[0.8125rem] text-muted-foreground">{scope}</code>
    </span>
  </label>
);

const MadeToken = ({ token, expiresAt }: Made) => (
  <ShownOnce title="Your token is ready. It is shown only now." label="Token" value={token}>
    It works until {formatDateTime(expiresAt)}. Keep it like a password.
  </ShownOnce>
);
