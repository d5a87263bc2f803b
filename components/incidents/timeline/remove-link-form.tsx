"use client";

import { Trash2 } from "lucide-react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import type { EventLink } from "@/db/queries/timeline-view";
import type { TimelineWriting } from "./timeline-tools";

type RemoveLinkFormProps = { link: EventLink; writing: TimelineWriting };

/** Takes away something that was attached. */
export function RemoveLinkForm({ link: { id, title, name }, writing }: RemoveLinkFormProps) {
  const { form, result } = useForm(writing.actions.removeLink);
  return (
    <form {...form} className="grid justify-items-start gap-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={writing.incidentKey} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="outline" size="sm" className="max-w-full whitespace-normal">
        <Trash2 aria-hidden />
        Remove “{title || name}”
      </SubmitButton>
    </form>
  );
}
