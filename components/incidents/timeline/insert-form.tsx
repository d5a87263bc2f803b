"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useAfterSuccess } from "@/components/form/use-after-success";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import type { Insertion } from "@/lib/domain/story";
import { EventFields } from "./event-fields";
import type { TimelineWriting } from "./timeline-tools";

type InsertFormProps = { insertion: Insertion; writing: TimelineWriting; onDone: () => void };

/** Adds a row between two others, at a time between theirs. */
export function InsertForm({ insertion, writing, onDone }: InsertFormProps) {
  const { form, result, attempt, values, problems } = useForm(writing.actions.add);
  useAfterSuccess(attempt, onDone);
  return (
    <form
      key={attempt}
      {...form}
      id={`add-event-${insertion.after}`}
      aria-label="Add a row here"
      className="col-span-full my-2 grid gap-4 rounded-lg border border-border bg-card p-4 shadow-xs"
    >
      <FormError result={result} />
      <input type="hidden" name="key" value={writing.incidentKey} />
      <EventFields values={values} problems={problems} standing={{ at: insertion.at }} focuses />
      <div className="flex gap-2">
        <SubmitButton>Add to timeline</SubmitButton>
        <Button type="button" variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
