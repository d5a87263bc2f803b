"use client";

import Link from "next/link";
import { useId } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { ActionItemFields } from "./action-item-fields";

type AddActionItemProps = {
  /** The incident that is filled in. */
  incident: string | undefined;
  incidents: { key: string; title: string }[];
  owners: string[];
  back: string;
  addAction: FormAction;
};

/** The form for a new action item of an incident. */
export function AddActionItem({
  incident = "",
  incidents,
  owners,
  back,
  addAction,
}: AddActionItemProps) {
  const { form, result, attempt, values, problems } = useForm(addAction);
  const titleId = useId();
  const incidentsId = useId();

  return (
    <Card aria-labelledby={titleId} className="@container mb-4 max-w-2xl p-4">
      <form key={attempt} {...form} className="grid gap-3 @md:grid-cols-2">
        <h2 id={titleId} className="text-sm font-semibold @md:col-span-full">
          Add an action item
        </h2>
        <FormError result={result} className="@md:col-span-full" />
        <input type="hidden" name="back" value={back} />
        <ActionItemFields values={values} problems={problems} owners={owners}>
          <Field
            label="Incident"
            name="key"
            required
            error={problems.key}
            className="@md:col-span-full"
          >
            <Input
              list={incidentsId}
              autoComplete="off"
              placeholder="INC-2026-0001"
              defaultValue={values.key ?? incident}
            />
          </Field>
        </ActionItemFields>
        <datalist id={incidentsId}>
          {incidents.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </datalist>
        <div className="flex flex-wrap gap-2 @md:col-span-full">
          <SubmitButton>Add action item</SubmitButton>
          <Button asChild variant="ghost">
            <Link href={back}>Cancel</Link>
          </Button>
        </div>
      </form>
    </Card>
  );
}
