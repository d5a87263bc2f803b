import type { SubmitEvent } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/action";

type FilePickerProps = {
  action: (form: FormData) => void;
  /** Takes over from the form's action once JavaScript runs. */
  onPick: (file: File) => void;
  isLooking: boolean;
  refusal: ActionResult | null;
};

/** The browser's own file control, made large: files can be dropped on it without JavaScript. */
export function FilePicker({ action, onPick, isLooking, refusal }: FilePickerProps) {
  const problems = refusal && !refusal.ok ? refusal.fields : undefined;

  function pickFrom(files: FileList | null | undefined): boolean {
    const file = files?.item(0);
    if (file) onPick(file);
    return file !== undefined && file !== null;
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    const input = event.currentTarget.elements.namedItem("file");
    if (input instanceof HTMLInputElement && pickFrom(input.files)) event.preventDefault();
  }

  return (
    <form action={action} onSubmit={submit} className="grid justify-items-start gap-3">
      <FormError result={refusal} />
      <input type="hidden" name="carry" value="on" />
      <Field
        label="Incident record"
        name="file"
        hint="Drop a JSON file here or choose one; at most 10 MB."
        error={problems?.file}
        required
        className="w-full"
      >
        <Input
          type="file"
          accept="application/json,.json"
          onChange={(event) => pickFrom(event.currentTarget.files)}
          className="h-auto border-dashed px-4 py-10 pointer-coarse:h-auto"
        />
      </Field>
      <Button type="submit" variant="outline" aria-disabled={isLooking || undefined}>
        See what it holds{isLooking && "…"}
      </Button>
    </form>
  );
}
