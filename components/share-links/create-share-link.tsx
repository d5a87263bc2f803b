"use client";

import { useActionState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/action";
import { USUAL_CHOICE } from "@/lib/domain/share-choice";
import { SHARE_LINK_DAYS } from "@/lib/domain/share-link";
import { dayWords } from "./day-words";
import { NewLink } from "./new-link";
import { PasscodeField, ShareChoiceFields } from "./share-link-fields";

type Fresh = { url: string; expiresAt: number };
export type ShareLinkMaker = (
  previous: ActionResult<Fresh> | null,
  form: FormData,
) => Promise<ActionResult<Fresh>>;

type CreateShareLinkFormProps = { incidentKey: string; action: ShareLinkMaker };

/** Makes a link, and shows it this one time. */
export function CreateShareLinkForm({ incidentKey, action }: CreateShareLinkFormProps) {
  const [result, create] = useActionState(action, null);
  const refusal = result && !result.ok ? result : undefined;

  return (
    <form action={create} className="grid gap-4">
      {result?.ok && <NewLink {...result.data} />}
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_9rem_auto]">
        <Field
          label="Who is it for?"
          name="label"
          hint="Only you and your colleagues see this."
          error={refusal?.fields?.label}
          required
        >
          <Input maxLength={80} autoComplete="off" defaultValue={refusal?.values?.label} />
        </Field>
        <Field label="Works for" name="days" error={refusal?.fields?.days}>
          <NativeSelect defaultValue={refusal?.values?.days ?? SHARE_LINK_DAYS.usual}>
            {SHARE_LINK_DAYS.choices.map((days) => (
              <option key={days} value={days}>
                {dayWords(days)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <SubmitButton className="sm:mt-[1.625rem]">Create link</SubmitButton>
      </div>
      <Disclosure summary="What it shows, wording and passcode" open={Boolean(refusal)}>
        <div className="grid gap-4 sm:grid-cols-2">
          <ShareChoiceFields choice={{ ...USUAL_CHOICE, showsPostmortem: false }} />
          <PasscodeField hasPasscode={false} problems={refusal?.fields ?? {}} />
        </div>
      </Disclosure>
    </form>
  );
}
