"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import type { RecurrenceAnswer } from "@/lib/domain/action-item";

type RecurrenceFormProps = {
  incidentKey: string;
  item: number;
  /** What has been answered so far. */
  answer: RecurrenceAnswer | undefined;
  action: FormAction;
};

/** Opens an item again, or says that it has nothing to do with this incident. */
export function RecurrenceForm({ incidentKey, item, answer, action }: RecurrenceFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid max-w-prose gap-2 print:hidden">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="item" value={item} />
      <input type="hidden" name="seen" value={answer ?? ""} />
      <Field
        label={
          <>
            Why <span className="sr-only">AI-{item} did not hold, or is unrelated</span>
          </>
        }
        name="reason"
        error={problems.reason}
        className="sm:grid-cols-[auto_1fr] sm:items-center sm:gap-x-3 sm:[&>p]:col-start-2"
      >
        <Input maxLength={500} autoComplete="off" defaultValue={values.reason} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="outline" size="sm" name="answer" value="reopened">
          Reopen AI-{item}
        </SubmitButton>
        {answer === undefined && (
          <SubmitButton variant="ghost" size="sm" name="answer" value="unrelated">
            Unrelated
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
