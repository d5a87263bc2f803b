"use client";

import { Eye, Megaphone } from "lucide-react";
import { useEffect, useRef, type FormEvent } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { useHasScript } from "@/components/use-has-script";
import type { UpdateDraft } from "@/db/queries/update-drafts";
import { ComposerForm } from "./composer";
import { Findings } from "./findings";
import { UpdateFields } from "./update-fields";
import type { UpdateSubject } from "./update-subject";
import { forgetSent } from "./use-update-text";

type UpdateFormProps = {
  action: FormAction;
  subject: UpdateSubject;
  /** What a program drafted, to begin with. */
  draft: UpdateDraft | undefined;
  open: boolean;
};

/** Posts a message to an audience: its status, its components and its next update in one. */
export function UpdateForm({ action, subject, draft, open }: UpdateFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const hasScript = useHasScript();
  const findings = result && !result.ok ? result.findings : undefined;
  const seen = useSeen(sent, {
    status: subject.status,
    components: Object.fromEntries(subject.components.map(({ id, status }) => [id, status])),
  });
  const onSubmit = useSentText(subject, attempt, form.onSubmit);

  return (
    <ComposerForm
      label="Post update"
      Icon={Megaphone}
      open={open || isRefused || draft !== undefined}
      isMain={!subject.isOver}
    >
      <form
        key={attempt}
        {...form}
        onSubmit={onSubmit}
        onChange={seen.hold}
        className="group/update grid gap-4"
      >
        <Answer result={result} />
        <input type="hidden" name="key" value={subject.key} />
        <input type="hidden" name="seen" value={seen.text} />
        {draft && <input type="hidden" name="draft" value={draft.id} />}
        <UpdateFields
          key={draft?.id}
          subject={subject}
          values={draft ? { ...draftedValues(draft), ...values } : values}
          problems={problems}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton>Post update</SubmitButton>
          {!hasScript && (
            <SubmitButton variant="outline" name="intent" value="preview">
              <Eye aria-hidden />
              Preview
            </SubmitButton>
          )}
          <p className="text-[0.8125rem] text-muted-foreground">
            It is also kept in the timeline, with your name.
          </p>
        </div>
        {findings !== undefined && findings.length > 0 && (
          <Findings findings={findings} textId="update-message" />
        )}
      </form>
    </ComposerForm>
  );
}

const draftedValues = ({ audience, message }: UpdateDraft) => ({ audience, message });

/** Why it was not posted: a refusal, a question that is asked below, or only a wish to see it. */
function Answer({ result }: { result: ReturnType<typeof useForm>["result"] }) {
  if (!result || result.ok || !result.findings) return <FormError result={result} />;
  const isAsked = result.findings.length > 0;
  return (
    <Alert variant={isAsked ? "warning" : "info"} role={isAsked ? "alert" : "status"}>
      <Eye aria-hidden />
      <AlertDescription>
        {isAsked ? (
          <a href="#update-message-findings" className="touch-target underline">
            {result.error}
          </a>
        ) : (
          "Nothing is posted yet. If it is for everyone, you see below how it will look."
        )}
      </AlertDescription>
    </Alert>
  );
}

/** Notes the text as it is sent, and forgets its drafts once it was taken. */
function useSentText(
  { writer, key }: UpdateSubject,
  attempt: number,
  submit: (event: FormEvent<HTMLFormElement>) => void,
) {
  const text = useRef("");
  useEffect(() => {
    if (attempt > 0) forgetSent(`${writer}:${key}`, text.current);
  }, [attempt, writer, key]);

  return (event: FormEvent<HTMLFormElement>) => {
    text.current = String(new FormData(event.currentTarget).get("message") ?? "");
    submit(event);
  };
}
