"use client";

import Link from "next/link";
import { useActionState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/action";
import { SOURCE_KINDS, SOURCE_NAMES } from "@/lib/domain/alerts/source";
import { ReadyAddress, type MadeKey } from "./ready-address";

export type KeyAction = (
  previous: ActionResult<MadeKey> | null,
  form: FormData,
) => Promise<ActionResult<MadeKey>>;

type NewSourceProps = { action: KeyAction; baseUrl: string };

/** Makes a source, and shows its address this one time. */
export function NewSource({ action, baseUrl }: NewSourceProps) {
  const [result, add] = useActionState(action, null);
  const refusal = result && !result.ok ? result : undefined;
  const { values = {}, fields = {} } = refusal ?? {};

  return (
    <form action={add} className="grid grid-cols-1 gap-4" noValidate>
      {result?.ok && (
        <>
          <ReadyAddress made={result.data} baseUrl={baseUrl} />
          <p>
            <Link
              href={`/alerts/sources/${result.data.id}`}
              className="touch-target text-link underline underline-offset-4"
            >
              What it has to show, and what it sent
            </Link>
          </p>
        </>
      )}
      <FormError result={result} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="What sends alerts" name="kind" error={fields.kind}>
          <NativeSelect key={values.kind} defaultValue={values.kind ?? "alertmanager"}>
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {SOURCE_NAMES[kind]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field
          label="Name"
          name="name"
          hint="To tell it from others, such as “Prometheus, Frankfurt”."
          error={fields.name}
          required
        >
          <Input maxLength={80} autoComplete="off" defaultValue={values.name} />
        </Field>
      </div>
      <SubmitButton className="justify-self-start">Add source</SubmitButton>
    </form>
  );
}
