"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { UpdateFields } from "./update-fields";
import type { UpdateSubject } from "./update-subject";

type UpdateFormProps = { action: FormAction; subject: UpdateSubject };

/** Posts a message to an audience, with a new status and the time of the next update. */
export function UpdateForm({ action, subject }: UpdateFormProps) {
  const { result, send, attempt, values, problems } = useForm(action);

  return (
    <form key={attempt} action={send} className="grid gap-4">
      <FormError result={result} />
      <input type="hidden" name="key" value={subject.key} />
      <input type="hidden" name="seenStatus" value={subject.status} />
      <UpdateFields subject={subject} values={values} problems={problems} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton>Post update</SubmitButton>
        <p className="text-[0.8125rem] text-muted-foreground">
          It is also kept in the timeline, with your name.
        </p>
      </div>
    </form>
  );
}
