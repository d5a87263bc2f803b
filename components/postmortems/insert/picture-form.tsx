"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { PICTURE_KINDS } from "./upload";

type PictureFormProps = { incidentKey: string; action: FormAction };

/** Keeps a picture, and gives the Markdown that shows it in the text. */
export function PictureForm({ incidentKey, action }: PictureFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  const markdown = result?.ok ? markdownIn(result.data) : undefined;
  return (
    <Disclosure summary="Add a picture" open={result !== null}>
      <form key={attempt} {...form} className="grid gap-4 pb-2">
        <FormError result={result} />
        <input type="hidden" name="key" value={incidentKey} />
        <Field
          label="Picture"
          name="file"
          required
          error={problems.file}
          hint="PNG, JPEG, GIF or WebP, 5 MB at most."
        >
          <Input type="file" accept={PICTURE_KINDS} />
        </Field>
        <Field
          label="What it shows, for those who cannot see it"
          name="alt"
          error={problems.alt}
          hint="Leave this empty if it only decorates."
        >
          <Input maxLength={500} defaultValue={values.alt} />
        </Field>
        <div>
          <SubmitButton variant="outline">Keep picture</SubmitButton>
        </div>
      </form>
      {markdown !== undefined && (
        <Label className="grid gap-1.5 pb-2">
          Copy this into the text, where the picture belongs
          <Input readOnly value={markdown} className="font-mono" />
        </Label>
      )}
    </Disclosure>
  );
}

function markdownIn(answer: unknown): string | undefined {
  const isKept = typeof answer === "object" && answer !== null && "markdown" in answer;
  return isKept ? String(answer.markdown) : undefined;
}
