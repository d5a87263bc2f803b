"use client";

import { Plus } from "lucide-react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { EventFields } from "@/components/incidents/timeline/event-fields";
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
        <EventFields
          values={values}
          problems={problems}
          textId="event-description"
          timeHint="Leave it empty for the present time."
        />
        <div>
          <SubmitButton>Add to timeline</SubmitButton>
        </div>
      </form>
    </ComposerForm>
  );
}
