"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/textarea";

type CorrectFormProps = {
  workId: string;
  update: { id: string; body: string };
  action: FormAction;
};

/** Puts an update's text right. */
export function CorrectForm({ workId, update: { id, body }, action }: CorrectFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const seen = useSeen(sent, body);
  const theirs = result && !result.ok ? result.conflict : undefined;
  return (
    <Disclosure open={isRefused} summary="Correct">
      <form
        key={`${attempt} ${seen.shown}`}
        {...form}
        onChange={seen.hold}
        className="grid gap-3 pb-2"
      >
        <FormError result={result} />
        {typeof theirs === "string" && (
          <p className="rounded-md border border-border p-2 whitespace-pre-wrap wrap-anywhere">
            <span className="block font-medium">It says now:</span>
            {theirs}
          </p>
        )}
        <input type="hidden" name="id" value={workId} />
        <input type="hidden" name="update" value={id} />
        <input type="hidden" name="seen" value={seen.text} />
        <Field
          label="Corrected text"
          name="body"
          required
          error={problems.body}
          hint="The page will say when it was corrected, and nobody is told again."
        >
          <Textarea defaultValue={values.body ?? body} maxLength={5000} />
        </Field>
        <div>
          <SubmitButton size="sm">Save correction</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
