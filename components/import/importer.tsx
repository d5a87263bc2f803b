"use client";

import { startTransition, useActionState, useState } from "react";
import { FormError } from "@/components/form/form-error";
import type { ActionResult } from "@/lib/action";
import { sizeProblem } from "@/lib/domain/record-size";
import type { ImportPreview } from "@/lib/record/summary";
import { ConfirmImport } from "./confirm-import";
import { FilePicker } from "./file-picker";
import { ProblemList } from "./problem-list";
import { RecordPreview } from "./record-preview";

type Look = { preview: ImportPreview; text?: string } | { problems: string[] };
type FormAction<Data> = (
  previous: ActionResult<Data> | null,
  form: FormData,
) => Promise<ActionResult<Data>>;

type ImporterProps = { previewAction: FormAction<Look>; importAction: FormAction<unknown> };

/**
 * Two steps: look at a file, then import it. With JavaScript the browser keeps the file and sends it
 * again; without, the page carries its text from one step to the next.
 */
export function Importer({ previewAction, importAction }: ImporterProps) {
  const [looked, sendLook, isLooking] = useActionState(previewAction, null);
  const [imported, sendImport, isImporting] = useActionState(importAction, null);
  const [file, setFile] = useState<File>();

  const tooLarge = file && sizeProblem(file.size);
  const look = looked?.ok && !tooLarge && !isLooking ? looked.data : undefined;

  function pick(picked: File) {
    setFile(picked);
    if (sizeProblem(picked.size)) return;
    const form = new FormData();
    form.set("file", picked);
    startTransition(() => sendLook(form));
  }

  function confirm(form: FormData) {
    if (file) form.set("file", file);
    startTransition(() => sendImport(form));
  }

  return (
    <div className="grid max-w-3xl gap-6">
      <FilePicker action={sendLook} onPick={pick} isLooking={isLooking} refusal={looked} />
      <div role="status" className="grid gap-4">
        {tooLarge && <ProblemList problems={[tooLarge]} />}
        {look && "problems" in look && <ProblemList problems={look.problems} />}
        {look && "preview" in look && <RecordPreview preview={look.preview} />}
      </div>
      <FormError result={imported} />
      {look && "preview" in look && (
        <ConfirmImport
          preview={look.preview}
          text={look.text}
          action={sendImport}
          onConfirm={file && confirm}
          isImporting={isImporting}
        />
      )}
    </div>
  );
}
