"use client";

import { Pin, PinOff } from "lucide-react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import type { TimelineRow } from "@/db/queries/timeline-view";
import type { TimelineWriting } from "./timeline-tools";

type PinFormProps = { row: TimelineRow; writing: TimelineWriting };

/** Puts a row among those that stand above the timeline, or takes it from there. */
export function PinForm({ row: { seq, isPinned }, writing }: PinFormProps) {
  const { form, result } = useForm(writing.actions.pin);
  return (
    <form {...form}>
      <FormError result={result} />
      <input type="hidden" name="key" value={writing.incidentKey} />
      <input type="hidden" name="seq" value={seq} />
      <input type="hidden" name="pinned" value={isPinned ? "no" : "yes"} />
      <SubmitButton variant="outline" size="sm">
        {isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
        {isPinned ? "Unpin" : "Pin"}
      </SubmitButton>
    </form>
  );
}
