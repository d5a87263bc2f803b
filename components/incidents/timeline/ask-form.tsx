"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useAfterSuccess } from "@/components/form/use-after-success";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Gap } from "@/lib/domain/gaps";
import { PEOPLE_LIST, type TimelineWriting } from "./timeline-tools";

type AskFormProps = { id: string; gap: Gap; writing: TimelineWriting; onDone: () => void };

/** Leaves a note for a person who may know what happened in a silence. */
export function AskForm({ id, gap, writing, onDone }: AskFormProps) {
  const { form, result, attempt, values, problems } = useForm(writing.actions.ask);
  useAfterSuccess(attempt, onDone);
  return (
    <form
      key={attempt}
      {...form}
      id={id}
      aria-label="Ask who was there"
      className="col-span-full mb-2 grid gap-4 rounded-lg border border-border bg-card p-4 shadow-xs"
    >
      <FormError result={result} />
      <input type="hidden" name="key" value={writing.incidentKey} />
      <input type="hidden" name="start" value={Math.floor(gap.start)} />
      <input type="hidden" name="end" value={Math.floor(gap.end)} />
      <Field
        label="Person"
        name="person"
        required
        error={problems.person}
        hint="They find the question here and on the list of incidents."
      >
        <Input list={PEOPLE_LIST} autoComplete="off" autoFocus defaultValue={values.person} />
      </Field>
      <Field label="Question" name="note" required error={problems.note}>
        <Textarea defaultValue={values.note ?? "What did you see or do then? What did you know?"} />
      </Field>
      <div className="flex gap-2">
        <SubmitButton>Ask</SubmitButton>
        <Button type="button" variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
