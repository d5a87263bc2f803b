"use client";

import { Merge as MergeIcon } from "lucide-react";
import Link from "next/link";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Alert, AlertDescription } from "@/components/ui/alert";
import type { Merge } from "@/db/queries/merges";

type MergedNoticeProps = {
  incidentKey: string;
  merge: Merge;
  /** Left out for those who may not undo it. */
  undoAction: FormAction | undefined;
};

/** Says that this incident turned out to be another one, and lets that be taken back. */
export function MergedNotice({ incidentKey, merge, undoAction }: MergedNoticeProps) {
  const { into, by, at } = merge;
  return (
    <Alert variant="info" role="note" className="mb-4">
      <MergeIcon aria-hidden />
      <AlertDescription className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>
          Merged into{" "}
          {into ? (
            <Link
              href={`/incidents/${into.key}`}
              className="touch-target font-medium underline underline-offset-4"
            >
              {into.key} {into.title}
            </Link>
          ) : (
            "another incident"
          )}{" "}
          by {by} at <Time at={at} />. What happens is written down there.
        </p>
        {undoAction && <UndoForm action={undoAction} incidentKey={incidentKey} mergedAt={at} />}
      </AlertDescription>
    </Alert>
  );
}

type UndoFormProps = { action: FormAction; incidentKey: string; mergedAt: number };

function UndoForm({ action, incidentKey, mergedAt }: UndoFormProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid gap-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="seenMergedAt" value={mergedAt} />
      <SubmitButton variant="outline" size="sm">
        Undo merge
      </SubmitButton>
    </form>
  );
}
