"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { SUBSCRIBER_KIND_NAMES, SUBSCRIBER_KINDS } from "@/lib/domain/subscriber";

type AddSubscriberProps = {
  components: { id: string; name: string; group: string | null }[];
  action: FormAction;
};

/** Adds somebody who agreed to it elsewhere. */
export function AddSubscriber({ components, action }: AddSubscriberProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-4">
      <FormError result={result} />
      <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <Field label="How" name="kind" error={problems.kind}>
          <NativeSelect defaultValue={values.kind ?? "mail"}>
            {SUBSCRIBER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {SUBSCRIBER_KIND_NAMES[kind]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label="Address" name="address" error={problems.address} required>
          <Input defaultValue={values.address} maxLength={2000} autoComplete="off" />
        </Field>
      </div>
      {components.length > 1 && (
        <fieldset className="grid gap-1.5">
          <legend className="mb-1.5 text-sm font-medium">Components; none chosen means all</legend>
          {components.map(({ id, name, group }) => (
            <label key={id} className="touch-target flex items-center gap-2 text-sm">
              <Checkbox name="components" value={id} />
              {group === null ? name : `${group}: ${name}`}
            </label>
          ))}
        </fieldset>
      )}
      <div>
        <SubmitButton>Add subscriber</SubmitButton>
      </div>
    </form>
  );
}
