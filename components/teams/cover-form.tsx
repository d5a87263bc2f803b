"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { NativeSelect } from "@/components/ui/native-select";
import { COVER_HOURS } from "@/lib/domain/on-call";
import { formatMinutes } from "@/lib/format";

type CoverFormProps = {
  slug: string;
  members: { id: number; name: string }[];
  action: FormAction;
};

/** Lets somebody stand in for whoever is on call, for some hours. */
export function CoverForm({ slug, members, action }: CoverFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <input type="hidden" name="slug" value={slug} />
      <div className="flex flex-wrap items-start gap-2">
        <Field label="Stand in" name="personId" error={problems.personId} className="min-w-44">
          <NativeSelect defaultValue={values.personId}>
            {members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label="For" name="hours" error={problems.hours} className="min-w-28">
          <NativeSelect defaultValue={values.hours}>
            {COVER_HOURS.map((hours) => (
              <option key={hours} value={hours}>
                {formatMinutes(hours * 60)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <SubmitButton variant="outline" className="sm:mt-6.5">
          Start standing in
        </SubmitButton>
      </div>
    </form>
  );
}
