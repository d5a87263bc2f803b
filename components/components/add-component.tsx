"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { ComponentFields, type ServiceOption } from "./component-fields";

type AddComponentProps = { services: ServiceOption[]; action: FormAction };

export function AddComponent({ services, action }: AddComponentProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-4">
      <FormError result={result} />
      <ComponentFields services={services} values={values} problems={problems} />
      <div>
        <SubmitButton>Add component</SubmitButton>
      </div>
    </form>
  );
}
