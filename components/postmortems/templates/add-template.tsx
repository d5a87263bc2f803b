"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";

type AddTemplateProps = {
  names: string[];
  /** The template to begin with, unless another is chosen. */
  from: string | undefined;
  action: FormAction;
};

export function AddTemplate({ names, from, action }: AddTemplateProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={`${attempt} ${from}`} {...form} className="grid gap-4 sm:grid-cols-2">
      <FormError result={result} className="sm:col-span-2" />
      <Field label="Name" name="name" required error={problems.name}>
        <Input defaultValue={values.name} maxLength={80} autoComplete="off" />
      </Field>
      <Field label="Begin with the sections of" name="from" error={problems.from}>
        <NativeSelect defaultValue={values.from ?? from}>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </NativeSelect>
      </Field>
      <div>
        <SubmitButton>Add template</SubmitButton>
      </div>
    </form>
  );
}
