"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { ComponentFields, NameFields, type Option } from "./component-fields";

type AddComponentProps = { services: Option[]; groups: Option[]; action: FormAction };

export function AddComponent({ services, groups, action }: AddComponentProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-4">
      <FormError result={result} />
      <ComponentFields
        services={services}
        groups={groups}
        values={isRefused ? values : { ...values, showsUptime: "on" }}
        problems={problems}
      />
      <div>
        <SubmitButton>Add component</SubmitButton>
      </div>
    </form>
  );
}

export function AddGroup({ action }: { action: FormAction }) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-4">
      <FormError result={result} />
      <NameFields values={values} problems={problems} />
      <div>
        <SubmitButton>Add group</SubmitButton>
      </div>
    </form>
  );
}
