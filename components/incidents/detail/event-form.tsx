"use client";

import { Plus } from "lucide-react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { EVENT_TYPES } from "@/lib/domain/incident";
import { humanize } from "@/lib/format";
import { ComposerForm } from "./composer";

type EventFormProps = { action: FormAction; incidentKey: string };

/** Adds to the timeline, now or at an earlier time. */
export function EventForm({ action, incidentKey }: EventFormProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(action);

  return (
    <ComposerForm label="Add to timeline" Icon={Plus} open={isRefused}>
      <form key={attempt} {...form} className="grid gap-4">
        <FormError result={result} />
        <input type="hidden" name="key" value={incidentKey} />
        <Field label="What happened" name="description" required error={problems.description}>
          <Textarea id="event-description" defaultValue={values.description} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Type" name="type" error={problems.type}>
            <NativeSelect defaultValue={values.type ?? "investigation"}>
              {EVENT_TYPES.map((type) => (
                <option key={type} value={type}>
                  {humanize(type)}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field
            label="When, in UTC"
            name="at"
            error={problems.at}
            hint="Leave it empty for the present time."
          >
            <Input type="datetime-local" step={1} defaultValue={values.at} />
          </Field>
        </div>
        <div>
          <SubmitButton>Add to timeline</SubmitButton>
        </div>
      </form>
    </ComposerForm>
  );
}
