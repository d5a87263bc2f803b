"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/textarea";

type CancelFormProps = { work: { id: string; version: number }; action: FormAction };

/** Calls work off, after saying what that does. */
export function CancelForm({ work: { id, version }, action }: CancelFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const seen = useSeen(sent, { version });
  return (
    <Disclosure open={isRefused} summary="Cancel this maintenance">
      <form key={attempt} {...form} onChange={seen.hold} className="grid gap-4 pb-2">
        <FormError result={result} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen.text} />
        <Field
          label="Why"
          name="body"
          error={problems.body}
          hint="Public. Without it the page says that it will not take place. Its address stays, and calendars strike it out."
        >
          <Textarea defaultValue={values.body} maxLength={5000} />
        </Field>
        <div>
          <SubmitButton variant="destructive">Cancel the maintenance</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
