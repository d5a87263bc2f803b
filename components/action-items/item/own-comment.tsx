"use client";

import { versionIn } from "@/components/action-items/standing-item";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/textarea";

type Comment = { id: number; body: string; version: number };

type OwnCommentProps = {
  /** The item's. */
  id: number;
  comment: Comment;
  editAction: FormAction;
  removeAction: FormAction;
};

/** What people can do with their own words: change them, or take them away. */
export function OwnComment({ id, comment, editAction, removeAction }: OwnCommentProps) {
  return (
    <div className="flex flex-wrap gap-x-5 print:hidden">
      <EditComment id={id} comment={comment} action={editAction} />
      <RemoveComment id={id} comment={comment} action={removeAction} />
    </div>
  );
}

type FormProps = { id: number; comment: Comment; action: FormAction };

function EditComment({ id, comment, action }: FormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const { shown, hold } = useSeen(sent, comment);
  const conflict = result && !result.ok ? result.conflict : undefined;
  return (
    <Disclosure
      key={attempt}
      open={isRefused}
      summary={
        <span>
          Edit<span className="sr-only"> your comment</span>
        </span>
      }
      className="open:w-full"
    >
      <form {...form} onInput={hold} className="grid gap-2">
        <FormError result={result} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="comment" value={comment.id} />
        <input type="hidden" name="version" value={versionIn(conflict) ?? shown.version} />
        <Field label="Your comment" name="body" required error={problems.body} hint="Markdown">
          <Textarea
            key={shown.version}
            rows={3}
            maxLength={5000}
            defaultValue={values.body ?? shown.body}
          />
        </Field>
        <div>
          <SubmitButton size="sm" variant="outline">
            Save comment
          </SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}

function RemoveComment({ id, comment, action }: FormProps) {
  const { form, result } = useForm(action);
  return (
    <Disclosure
      summary={
        <span>
          Delete<span className="sr-only"> your comment</span>
        </span>
      }
    >
      <form {...form} className="grid gap-2">
        <FormError result={result} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="comment" value={comment.id} />
        <input type="hidden" name="version" value={comment.version} />
        <p className="text-[0.8125rem]">Its words are gone then. That you said something stays.</p>
        <div>
          <SubmitButton size="sm" variant="destructive">
            Delete comment
          </SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
