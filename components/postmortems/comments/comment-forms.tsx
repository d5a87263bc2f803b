"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useAfterSuccess } from "@/components/form/use-after-success";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import type { Anchor } from "@/lib/domain/anchor";
import { Quoted } from "./quoted";

type AddCommentProps = {
  action: FormAction;
  incidentKey: string;
  /** The words that were chosen in the text; without them a field asks for some. */
  about: Anchor | undefined;
  onDone: (() => void) | undefined;
};

/** Begins a thread. */
export function AddComment({ action, incidentKey, about, onDone }: AddCommentProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  useAfterSuccess(attempt, () => onDone?.());
  return (
    <form key={attempt} {...form} className="grid gap-2.5">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      {about ? (
        <>
          <Quoted quote={about.quote} />
          <input type="hidden" name="quote" value={about.quote} />
          <input type="hidden" name="prefix" value={about.prefix} />
          <input type="hidden" name="suffix" value={about.suffix} />
        </>
      ) : (
        <Field
          label="Words of the text that it is about (optional)"
          name="quote"
          error={problems.quote}
        >
          <Textarea rows={2} maxLength={2000} defaultValue={values.quote} />
        </Field>
      )}
      <Field label="Comment" name="body" required error={problems.body}>
        <Textarea rows={3} maxLength={5000} defaultValue={values.body} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton size="sm">Comment</SubmitButton>
        {about && onDone && (
          <Button type="button" variant="ghost" size="sm" onClick={onDone}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

type ReplyProps = { action: FormAction; incidentKey: string; thread: number };

export function ReplyForm({ action, incidentKey, thread }: ReplyProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="thread" value={thread} />
      <Field label="Reply" name="body" required error={problems.body}>
        <Textarea rows={2} maxLength={5000} defaultValue={values.body} />
      </Field>
      <div>
        <SubmitButton size="sm" variant="outline">
          Send reply
        </SubmitButton>
      </div>
    </form>
  );
}

type EditProps = { action: FormAction; incidentKey: string; id: number; body: string };

export function EditCommentForm({ action, incidentKey, id, body }: EditProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seenBody" value={values.seenBody ?? body} />
      <Field label="Your comment" name="body" required error={problems.body}>
        <Textarea rows={3} maxLength={5000} defaultValue={values.body ?? body} />
      </Field>
      <div>
        <SubmitButton size="sm" variant="outline">
          Save comment
        </SubmitButton>
      </div>
    </form>
  );
}

type ThreadButtonProps = ReplyProps & { children: string };

/** Resolves a thread, or opens it again. */
export function ThreadButton({ action, incidentKey, thread, children }: ThreadButtonProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form}>
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="thread" value={thread} />
      <SubmitButton size="sm" variant="ghost">
        {children}
      </SubmitButton>
    </form>
  );
}
