"use client";

import { CircleCheck, RotateCcw } from "lucide-react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Textarea } from "@/components/ui/textarea";
import { ComposerForm } from "./composer";

type EndFormProps = { action: FormAction; incidentKey: string };
type ResolveFormProps = EndFormProps & { warnings: string[] };

/** Ends the incident now. It tells nobody outside: that is an update. */
export function ResolveForm({ action, incidentKey, warnings }: ResolveFormProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(action);

  return (
    <ComposerForm label="Resolve" Icon={CircleCheck} open={isRefused}>
      <form key={attempt} {...form} className="grid gap-4">
        <FormError result={result} />
        <input type="hidden" name="key" value={incidentKey} />
        <Field
          label="How it ended"
          name="description"
          error={problems.description}
          hint="It may stay empty. Nobody outside is told by this: post a public update for that."
        >
          <Textarea id="resolve-description" defaultValue={values.description} />
        </Field>
        {warnings.length > 0 && (
          <ul
            aria-label="Before you resolve it"
            className="grid gap-1.5 rounded-md bg-warning-surface px-3 py-2 text-[0.8125rem] leading-5 text-warning"
          >
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
        <div>
          <SubmitButton>Resolve {incidentKey}</SubmitButton>
        </div>
      </form>
    </ComposerForm>
  );
}

/** Takes the end back, for a reason that the timeline keeps. */
export function ReopenForm({ action, incidentKey }: EndFormProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(action);

  return (
    <ComposerForm label="Reopen" Icon={RotateCcw} open={isRefused}>
      <form key={attempt} {...form} className="grid gap-4">
        <FormError result={result} />
        <input type="hidden" name="key" value={incidentKey} />
        <Field
          label="Why it is not over"
          name="reason"
          required
          error={problems.reason}
          hint="The timeline keeps it. The time of resolution is taken back."
        >
          <Textarea id="reopen-reason" defaultValue={values.reason} />
        </Field>
        <div>
          <SubmitButton>Reopen {incidentKey}</SubmitButton>
        </div>
      </form>
    </ComposerForm>
  );
}
