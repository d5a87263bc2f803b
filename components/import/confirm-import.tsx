import type { SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { ImportPreview } from "@/lib/record/summary";

type ConfirmImportProps = {
  preview: ImportPreview;
  /** The record itself, where the page has to carry it. */
  text: string | undefined;
  action: (form: FormData) => void;
  /** Takes over from the form's action where the browser still has the file. */
  onConfirm: ((form: FormData) => void) | undefined;
  isImporting: boolean;
};

/** The yes: what goes to the public page is asked for separately. */
export function ConfirmImport({
  preview: { state, summary },
  text,
  action,
  onConfirm,
  isImporting,
}: ConfirmImportProps) {
  if (state === "unchanged") return null;

  function submit(event: SubmitEvent<HTMLFormElement>) {
    if (!onConfirm) return;
    event.preventDefault();
    if (!isImporting) onConfirm(new FormData(event.currentTarget));
  }

  const { key, publishable } = summary;
  return (
    <form action={action} onSubmit={submit} className="grid justify-items-start gap-3">
      {text !== undefined && <input type="hidden" name="text" value={text} />}
      {state === "differs" && <input type="hidden" name="replace" value="on" />}
      {publishable > 0 && (
        <label className="flex items-center gap-2">
          <Checkbox name="publish" value="on" />
          {publishable === 1
            ? "Publish its 1 external status-page message"
            : `Publish its ${publishable} external status-page messages`}
        </label>
      )}
      {state === "differs" && (
        <p className="max-w-prose text-muted-foreground">
          The file replaces what was imported before. What people did here stays: the postmortem,
          moves on the board, and whatever they added or changed.
        </p>
      )}
      <Button type="submit" aria-disabled={isImporting || undefined}>
        {state === "differs" ? `Replace ${key}` : `Import ${key}`}
        {isImporting && "…"}
      </Button>
    </form>
  );
}
