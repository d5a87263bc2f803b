"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Textarea } from "@/components/ui/textarea";

type EditionFormProps = {
  action: FormAction;
  incidentKey: string;
  /** The newest edition; 0 for none. */
  edition: number;
  /** The mark of the text that is shown beside the form. */
  seen: string;
  /** What to ask where nobody approved the text. */
  question: string | undefined;
};

/** Publishes the text to members. A second edition says what changed. */
export function EditionForm({ action, incidentKey, edition, seen, question }: EditionFormProps) {
  const { form, attempt, result, values, problems } = useForm(action);
  const unapproved = problems.withoutApproval;
  return (
    <form key={attempt} {...form} className="grid gap-4">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="seen" value={seen} />
      {edition > 0 && (
        <Field
          label={`What changed since edition ${edition}`}
          name="note"
          required
          error={problems.note}
          hint="Everyone who reads the edition sees it."
        >
          <Textarea rows={3} maxLength={500} defaultValue={values.note} />
        </Field>
      )}
      {question && (
        <div className="grid gap-1.5">
          <p className="text-[0.8125rem] leading-5">{question}</p>
          <label className="flex min-h-8 items-center gap-2">
            <Checkbox
              name="withoutApproval"
              value="yes"
              required
              defaultChecked={values.withoutApproval === "yes"}
              aria-invalid={unapproved ? true : undefined}
            />
            Publish it without an approval
          </label>
          {unapproved && (
            <p className="text-[0.8125rem] leading-5 font-medium text-danger">
              {unapproved.join(" ")}
            </p>
          )}
        </div>
      )}
      <SubmitButton className="w-fit">Publish edition {edition + 1} to members</SubmitButton>
    </form>
  );
}
