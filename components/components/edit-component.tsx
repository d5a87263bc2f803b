"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import type { Component } from "@/db/queries/components";
import { ComponentFields, type ServiceOption } from "./component-fields";

type EditComponentProps = { component: Component; services: ServiceOption[]; action: FormAction };

/** Renames, describes or links a component; it opens below its row. */
export function EditComponent({ component, services, action }: EditComponentProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const { id, name, description, serviceId, version } = component;
  const seen = useSeen(sent, { version });
  const standing = {
    name,
    description: description ?? "",
    serviceId: serviceId === null ? "" : String(serviceId),
  };

  return (
    <Disclosure
      open={isRefused}
      summary={
        <>
          Edit<span className="sr-only"> {name}</span>
        </>
      }
      className="w-full"
    >
      <form key={attempt} {...form} onChange={seen.hold} className="grid gap-4 pb-2">
        <FormError result={result} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen.text} />
        <ComponentFields
          services={services}
          values={isRefused ? values : standing}
          problems={problems}
        />
        <div>
          <SubmitButton>Save {name}</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
