"use client";

import type { ReactNode } from "react";
import { Advised } from "@/components/action-items/advised";
import { ActionItemFields } from "@/components/action-items/action-item-fields";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useAfterSuccess } from "@/components/form/use-after-success";
import { useForm, type FormAction } from "@/components/form/use-form";
import { actionAddress } from "@/lib/domain/chip";

/** An action item that was just made, and the address of its card. */
export type CreatedAction = { id: number; title: string; href: string };

type ActionFormProps = {
  incidentKey: string;
  /** What the fields begin with. */
  start: Record<string, string>;
  /** The words of the factor that it answers, if the form does not ask for it. */
  factor?: string | undefined;
  /** The heading of the postmortem under which it is made. */
  section?: string | undefined;
  owners: string[];
  action: FormAction;
  onCreated?: (created: CreatedAction) => void;
  cancel?: ReactNode;
  /** More fields, after the title. */
  children?: ReactNode;
};

/** The form for an action item of this incident. */
export function ActionForm({ incidentKey, start, factor, owners, ...props }: ActionFormProps) {
  const { form, result, attempt, values, problems } = useForm(props.action);
  const shown = { ...start, ...values };
  useAfterSuccess(attempt, () => {
    const made = result?.ok ? madeOf(result.data) : undefined;
    if (made) props.onCreated?.({ ...made, href: actionAddress(made.id) });
  });

  return (
    <form key={attempt} {...form} className="@container">
      <Advised start={shown}>
        <div className="grid gap-3 @md:grid-cols-2">
          <FormError result={result} className="@md:col-span-full" />
          <input type="hidden" name="key" value={incidentKey} />
          {props.section && <input type="hidden" name="section" value={props.section} />}
          {factor !== undefined && <input type="hidden" name="factor" value={factor} />}
          <ActionItemFields values={shown} problems={problems} owners={owners}>
            {props.children}
          </ActionItemFields>
        </div>
      </Advised>
      <div className="mt-4 flex flex-wrap gap-2">
        <SubmitButton>Create action</SubmitButton>
        {props.cancel}
      </div>
    </form>
  );
}

function madeOf(data: unknown): { id: number; title: string } | undefined {
  if (typeof data !== "object" || data === null || !("id" in data && "title" in data)) return;
  const { id, title } = data;
  return typeof id === "number" && typeof title === "string" ? { id, title } : undefined;
}
