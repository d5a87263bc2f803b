"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Checkbox } from "@/components/ui/checkbox";
import { Textarea } from "@/components/ui/textarea";
import type { CheckSeen } from "@/lib/domain/check";

type AnswerFormProps = {
  id: number;
  check: CheckSeen;
  /** A done item can be opened again. */
  isDone: boolean;
  action: FormAction;
};

/** Says whether the check held, and what was seen. */
export function AnswerForm({ id, check, isDone, action }: AnswerFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const seen = useSeen(sent, check);

  return (
    <form
      key={attempt}
      {...form}
      onInput={seen.hold}
      className="grid gap-3 border-t border-border pt-3 print:hidden"
    >
      <FormError result={result} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen.text} />
      <Field label="What you saw" name="note" required error={problems.note}>
        <Textarea rows={2} maxLength={1000} defaultValue={values.note} className="min-h-16" />
      </Field>
      {isDone && (
        <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
          <Checkbox
            name="reopens"
            value="yes"
            defaultChecked={!isRefused || values.reopens !== undefined}
          />
          If it failed, reopen AI-{id}
        </label>
      )}
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="outline" size="sm" name="result" value="held">
          It held
        </SubmitButton>
        <SubmitButton variant="outline" size="sm" name="result" value="failed">
          It failed
        </SubmitButton>
      </div>
    </form>
  );
}
