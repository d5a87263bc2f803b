"use client";

import Link from "next/link";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { Findings } from "./findings";

type CorrectMessageProps = {
  incidentKey: string;
  message: { seq: number; text: string; version: number; isPublished: boolean };
  action: FormAction;
};

/** Puts a posted message right. What it said before is kept, and where everyone reads it, it says so. */
export function CorrectMessage({ incidentKey, message, action }: CorrectMessageProps) {
  const sent = useForm(action);
  const { form, result, attempt, values, problems } = sent;
  const { seq, text, version, isPublished } = message;
  const seen = useSeen(sent, { version });
  const refusal = result && !result.ok ? result : undefined;
  const theirs = textIn(refusal?.conflict);
  const textId = `correct-${seq}`;

  return (
    <form key={attempt} {...form} onChange={seen.hold} className="mt-2 grid gap-3 pb-2">
      <FormError result={result} />
      {theirs !== undefined && (
        <p className="rounded-md border border-border p-2 whitespace-pre-wrap wrap-anywhere">
          <span className="block font-medium">It says now:</span>
          {theirs}
        </p>
      )}
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="seq" value={seq} />
      <input type="hidden" name="seen" value={seen.text} />
      <Field
        label="Corrected message"
        name="message"
        required
        error={problems.message}
        hint={
          isPublished
            ? "The status page will say when it was corrected. For news, post an update instead."
            : "The earlier text stays here for members."
        }
      >
        <Textarea id={textId} defaultValue={values.message ?? text} autoFocus />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton size="sm">Save correction</SubmitButton>
        <Button asChild variant="ghost" size="sm">
          <Link href={`/incidents/${incidentKey}#c-${seq}`}>Leave it as it is</Link>
        </Button>
      </div>
      {refusal?.findings !== undefined && refusal.findings.length > 0 && (
        <Findings findings={refusal.findings} textId={textId} />
      )}
    </form>
  );
}

/** The message that stands there now, where somebody else corrected it first. */
function textIn(conflict: unknown): string | undefined {
  if (typeof conflict !== "object" || conflict === null || !("message" in conflict))
    return undefined;
  return typeof conflict.message === "string" ? conflict.message : undefined;
}
