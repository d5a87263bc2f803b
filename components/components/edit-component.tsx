"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import type { Component } from "@/db/queries/components";
import { ComponentFields, fieldValues, NameFields, type Option } from "./component-fields";

export type EditOptions = { services: Option[]; groups: Option[] };

type EditComponentProps = EditOptions & { component: Component; action: FormAction };

/** Changes what readers are told of a component or group, and where it stands; it opens below its row. */
export function EditComponent({ component, services, groups, action }: EditComponentProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const { id, name, version, isGroup } = component;
  const seen = useSeen(sent, { version });
  const shown = isRefused ? values : fieldValues(component);

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
      <form
        key={`${attempt} ${seen.shown.version}`}
        {...form}
        onChange={seen.hold}
        className="grid gap-4 pb-2"
      >
        <FormError result={result} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen.text} />
        {isGroup ? (
          <NameFields values={shown} problems={problems} />
        ) : (
          <ComponentFields services={services} groups={groups} values={shown} problems={problems} />
        )}
        <div>
          <SubmitButton>Save {name}</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
