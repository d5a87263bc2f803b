"use client";

import { Megaphone } from "lucide-react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { ComposerForm } from "./composer";
import { UpdateFields } from "./update-fields";
import type { UpdateSubject } from "./update-subject";

type UpdateFormProps = { action: FormAction; subject: UpdateSubject; open: boolean };

/** Posts a message to an audience, with a new status and the time of the next update. */
export function UpdateForm({ action, subject, open }: UpdateFormProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(action);

  return (
    <ComposerForm
      label="Post update"
      Icon={Megaphone}
      open={open || isRefused}
      isMain={!subject.isOver}
    >
      <form key={attempt} {...form} className="grid gap-4">
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
    </ComposerForm>
  );
}
