"use client";

import Link from "next/link";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { SOURCE_KINDS, SOURCE_NAMES } from "@/lib/domain/alerts/source";
import { madeKey, ReadyAddress, type KeyAction } from "./ready-address";

type NewSourceProps = { action: KeyAction; baseUrl: string };

/** Makes a source, and shows its address this one time. */
export function NewSource({ action, baseUrl }: NewSourceProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  const made = madeKey(result);

  return (
    <form key={attempt} {...form} className="grid grid-cols-1 gap-4" noValidate>
      {made && (
        <>
          <ReadyAddress made={made} baseUrl={baseUrl} />
          <p>
            <Link
              href={`/alerts/sources/${made.id}`}
              className="touch-target text-link underline underline-offset-4"
            >
              What it has to show, and what it sent
            </Link>
          </p>
        </>
      )}
      <FormError result={result} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="What sends alerts" name="kind" error={problems.kind}>
          <NativeSelect defaultValue={values.kind ?? "alertmanager"}>
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
          error={problems.name}
          required
        >
          <Input maxLength={80} autoComplete="off" defaultValue={values.name} />
        </Field>
      </div>
      <SubmitButton className="justify-self-start">Add source</SubmitButton>
    </form>
  );
}
