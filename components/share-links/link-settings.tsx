"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ShareLinkRow } from "@/db/queries/share-links";
import { SHARE_LINK_DAYS } from "@/lib/domain/share-link";
import { dayWords } from "./day-words";
import { PasscodeField, ShareChoiceFields } from "./share-link-fields";

type LinkSettingsProps = {
  link: Pick<
    ShareLinkRow,
    | "id"
    | "version"
    | "label"
    | "sections"
    | "wording"
    | "showsMoney"
    | "showsPostmortem"
    | "hasPasscode"
  >;
  action: FormAction;
};

/** Changes what a link shows; whoever holds it sees that with their next look. */
export function LinkSettings({ link, action }: LinkSettingsProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-4">
      <FormError result={result} />
      <input type="hidden" name="id" value={link.id} />
      <input type="hidden" name="version" value={link.version} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Who is it for?" name="label" error={problems.label} required>
          <Input maxLength={80} autoComplete="off" defaultValue={values.label ?? link.label} />
        </Field>
        <Field label="Works for" name="days" error={problems.days}>
          <NativeSelect defaultValue={values.days ?? ""}>
            <option value="">As long as it does now</option>
            {SHARE_LINK_DAYS.choices.map((days) => (
              <option key={days} value={days}>
                {dayWords(days)} from now
              </option>
            ))}
          </NativeSelect>
        </Field>
        <ShareChoiceFields choice={link} />
        <PasscodeField hasPasscode={link.hasPasscode} problems={problems} />
      </div>
      <SubmitButton className="w-fit">Save and preview</SubmitButton>
    </form>
  );
}
