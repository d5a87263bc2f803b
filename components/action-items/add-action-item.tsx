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
import type { ItemStart } from "@/db/queries/item-start";
import { ActionItemFields } from "./action-item-fields";
import { Advised } from "./advised";

type AddActionItemProps = {
  /** What the fields begin with; `event` is the row of the incident's timeline that it comes from. */
  start: ItemStart;
  incidents: { key: string; title: string }[];
  owners: string[];
  back: string;
  addAction: FormAction;
};

/** The form for a new action item of an incident. */
export function AddActionItem({ start, incidents, owners, back, addAction }: AddActionItemProps) {
  const { form, result, attempt, values, problems } = useForm(addAction);
  const shown = { ...start, ...values };
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
        {start.event !== undefined && <FromEvent event={start.event} />}
        <Advised start={shown} className="@md:col-span-full">
          <div className="grid gap-3 @md:grid-cols-2">
            <ActionItemFields values={shown} problems={problems} owners={owners}>
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
                  defaultValue={shown.key}
                />
              </Field>
            </ActionItemFields>
          </div>
        </Advised>
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

function FromEvent({ event }: { event: string }) {
  return (
    <p className="text-[0.8125rem] leading-5 text-muted-foreground @md:col-span-full">
      <input type="hidden" name="event" value={event} />
      It comes from a row of the incident’s timeline, and leads back to it.
    </p>
  );
}
