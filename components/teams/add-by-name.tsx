"use client";

import { useId } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";

type AddByNameProps = {
  slug: string;
  label: string;
  name: "name" | "service";
  hint: string;
  /** What is proposed while somebody types. */
  options: string[];
  submit: string;
  action: FormAction;
};

/** Adds a person or a service to a team, one that is known or a new one. */
export function AddByName({ slug, label, name, hint, options, submit, action }: AddByNameProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  const list = useId();
  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <input type="hidden" name="slug" value={slug} />
      <div className="flex flex-wrap items-start gap-2">
        <Field
          label={label}
          name={name}
          required
          error={problems[name]}
          hint={hint}
          className="min-w-56 flex-1"
        >
          <Input defaultValue={values[name]} list={list} autoComplete="off" maxLength={200} />
        </Field>
        <SubmitButton variant="outline" className="sm:mt-6.5">
          {submit}
        </SubmitButton>
      </div>
      <datalist id={list}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </form>
  );
}
