"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Textarea } from "@/components/ui/textarea";

type AddItemCommentProps = { id: number; action: FormAction };

/** Says something about an item. */
export function AddItemComment({ id, action }: AddItemCommentProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="mt-3 grid gap-2.5 print:hidden">
      <FormError result={result} />
      <input type="hidden" name="id" value={id} />
      <Field label="Comment" name="body" required error={problems.body} hint="Markdown">
        <Textarea rows={3} maxLength={5000} defaultValue={values.body} />
      </Field>
      <div>
        <SubmitButton size="sm">Comment</SubmitButton>
      </div>
    </form>
  );
}
